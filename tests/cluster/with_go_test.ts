import { assert, assertEquals } from "@std/assert";
import { checkJobs } from "../../src/jobs/check_jobs.ts";
import { defineJob, type JobDeclarations } from "../../src/jobs/job_declaration.ts";
import { jobsFeature } from "../../src/jobs/jobs_feature.ts";
import { createLocks } from "../../src/jobs/locks.ts";
import type { JobScheduler } from "../../src/plugin/context/job_scheduler.ts";
import type { HookContext } from "../../src/plugin/hook_context.ts";
import type { PluginAPI } from "../../gen/plugin_api.ts";
import { systemClock } from "../../src/process/clock.ts";
import { codec } from "../../src/store/codecs.ts";
import { createStore } from "../../src/store/create_store.ts";
import { createUpdates } from "../../src/store/updates.ts";
import type { FakeKVAPI } from "../support/fake_kv.ts";
import { needing } from "../support/needs.ts";
import { recordedLog } from "../support/recorded_log.ts";
import { shareKV, type Told } from "./go_nodes.ts";

const storeOn = (api: FakeKVAPI) =>
  createStore({ api, updates: createUpdates(api, systemClock) }, {
    prefix: "",
    internal: false,
  });

/** Who is at work, and when; notices two at once. */
function workplace() {
  const spans: { readonly who: string; readonly from: number; to: number }[] = [];
  const waiting: { readonly when: () => boolean; readonly resolve: () => void }[] = [];
  let collisions = 0;
  const changed = () => {
    for (const { when, resolve } of waiting) if (when()) resolve();
  };
  const inside = new Map<string, { to: number }>();
  const enter = (who: string) => {
    if (inside.size > 0) collisions++;
    const span = { who, from: performance.now(), to: Infinity };
    spans.push(span);
    inside.set(who, span);
    changed();
  };
  const leave = (who: string) => {
    const span = inside.get(who);
    if (span !== undefined) span.to = performance.now();
    inside.delete(who);
    changed();
  };
  return {
    spans,
    enter,
    leave,
    collisions: () => collisions,
    by: (who: string) => spans.filter((span) => span.who === who).length,
    told({ what }: Told) {
      if (what === "enter") enter("go");
      if (what === "leave") leave("go");
    },
    until(when: () => boolean): Promise<void> {
      if (when()) return Promise.resolve();
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.push({ when, resolve });
      return promise;
    },
  };
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

function denoNode(api: FakeKVAPI, jobs: JobDeclarations) {
  const log = recordedLog();
  const contextOf = (hook: string, signal: AbortSignal) => ({ hook, signal }) as HookContext;
  const running = jobsFeature(checkJobs(jobs)).start({
    api: api as PluginAPI,
    log,
    clock: systemClock,
    pluginId: "com.example.test",
    bundleFolder: null,
    contextOf,
    maskSecrets: () => {},
  });
  const context = contextOf("test", new AbortController().signal);
  return {
    log,
    jobs: running.context?.["jobs"]?.(context) as JobScheduler,
    start: async () => await running.activated?.(context),
    stop: async () => await running.deactivate?.(context),
  };
}

Deno.test(
  await needing(["go"], {
    name: "a mutex excludes nodes in Go and nodes in Deno from each other",
    async fn() {
      const room = workplace();
      await using shared = shareKV(room.told);
      const log = recordedLog();
      const locks = createLocks({ api: shared.api, clock: systemClock, log });
      await using go = await shared.start("mutex", "m", "4", "60");
      await room.until(() => room.by("go") > 0);
      for (let time = 0; time < 4; time++) {
        const lease = await locks.acquire("m", new AbortController().signal);
        room.enter("deno");
        await pause(60);
        assertEquals(lease.signal.aborted, false);
        room.leave("deno");
        await lease.release();
        await pause(20);
      }
      await go.ended();
      assertEquals([room.collisions(), room.by("go"), room.by("deno")], [0, 4, 4]);
      assertEquals(shared.server.keys(), []);
      assertEquals(log.lines, []);
    },
  }),
);

Deno.test(
  await needing(["go"], {
    name: "a lock of a node in Go that crashed is taken over when it expires",
    async fn() {
      const room = workplace();
      await using shared = shareKV(room.told);
      const locks = createLocks({ api: shared.api, clock: systemClock, log: recordedLog() });
      await using go = await shared.start("mutex", "m", "1", "60000");
      await room.until(() => room.by("go") === 1);
      await go.kill();
      assertEquals(await locks.tryAcquire("m"), undefined);
      shared.age(15_000);
      assert(await locks.tryAcquire("m") !== undefined);
      await locks.close();
    },
  }),
);

Deno.test(
  await needing(["go"], {
    name: "a job runs once per period on a node in Go and one in Deno, and outlives the one in Go",
    async fn() {
      const room = workplace();
      await using shared = shareKV(room.told);
      const every = 1000;
      const node = denoNode(shared.api, {
        j: {
          every,
          async run() {
            room.enter("deno");
            await pause(30);
            room.leave("deno");
          },
        },
      });
      await using go = await shared.start("job", "j", String(every), "30");
      await room.until(() => room.by("go") === 1);
      await node.start();
      await room.until(() => room.spans.length === 5);
      // In the middle of a run, if it is Go's turn.
      await go.kill();
      room.leave("go");
      shared.age(15_000);
      await room.until(() => room.by("deno") >= 1 && room.spans.length >= 8);
      await node.stop();
      assertEquals(room.collisions(), 0);
      for (const [index, span] of room.spans.entries()) {
        const before = room.spans[index - 1];
        // The run that was cut short is begun again.
        if (before === undefined || index === 5) continue;
        const between = span.from - before.to;
        // Go measures to the nanosecond, Deno to the millisecond, and the end is told before noted.
        assert(between > every - 40, `run ${index} came ${between} ms after the one before`);
      }
      assertEquals(node.log.lines, []);
      assertEquals(shared.server.keys(), ["cron_j"]);
    },
  }),
);

Deno.test(
  await needing(["go"], {
    name: "scheduled runs of either side are run once, by either side, with their payloads",
    async fn() {
      const ran: { readonly who: string; readonly key: string; readonly n: unknown }[] = [];
      const waiting = Promise.withResolvers<void>();
      const started = Promise.withResolvers<void>();
      const count = 8;
      const add = (who: string, key: string, n: unknown) => {
        ran.push({ who, key, n });
        if (ran.length === 2 * count) waiting.resolve();
      };
      await using shared = shareKV(({ what, detail }) => {
        if (what === "started") started.resolve();
        if (what !== "ran") return;
        const { key, props } = detail as { key: string; props: { n: unknown } };
        add("go", key, props.n);
      });
      const remind = defineJob("remind", {
        async run({ n }: { readonly n: number }) {
          add("deno", `remind:${n}`, n);
          // Long enough for Go's timers, which are up to 100 ms late.
          await pause(300);
        },
      });
      const node = denoNode(shared.api, { remind });
      const at = Date.now() + 2500;
      for (let n = 0; n < count; n++) {
        await node.jobs.schedule(remind, { n }, { at: at + n * 20, id: String(n) });
      }
      const theirs = Array.from(
        { length: count },
        (_, n) => `remind:${n + count}=${1000 + n * 20}={"n":${n + count}}`,
      );
      await using _go = await shared.start("once", ...theirs);
      await started.promise;
      await node.start();
      await waiting.promise;
      while (shared.server.keys().length > 0) await pause(50);
      await node.stop();
      const expected = Array.from({ length: 2 * count }, (_, n) => [`remind:${n}`, n]);
      const found = ran.map(({ key, n }) => [key, n]).sort((a, b) => Number(a[1]) - Number(b[1]));
      assertEquals(found, expected);
      assertEquals(node.log.lines, []);
    },
  }),
);

Deno.test(
  await needing(["go"], {
    name: "updates of one key from Go and from Deno at once lose nothing",
    async fn() {
      await using shared = shareKV();
      const kv = storeOn(shared.api);
      const times = 300;
      await using go = await shared.start("update", "n", String(times));
      const ours = Array.from(
        { length: times },
        () => kv.update<number>("n", (old = 0) => old + 1),
      );
      await Promise.all([...ours, go.ended()]);
      assertEquals(shared.server.text("n"), String(2 * times));
    },
  }),
);

Deno.test(
  await needing(["go"], {
    name: "what Go's pluginapi writes is read, and what is written it reads",
    async fn() {
      let read: unknown;
      await using shared = shareKV(({ what, detail }) => {
        if (what === "read") read = detail;
      });
      const kv = storeOn(shared.api);
      const ts = kv.sub("ts:");
      await ts.set("struct", { text: "ü <b>", done: true, tags: ["x"], Size: 12 });
      await ts.set("number", 1.5);
      await ts.set("text", "ä\u2028");
      await ts.typed(codec.bytes).set("bytes", new Uint8Array([9, 0, 200]));
      await ts.set("count", 41);
      await ts.set("gone", 1);
      await using go = await shared.start("values");
      await go.ended();
      assertEquals(read, {
        struct: { text: "ü <b>", done: true, tags: ["x"], Size: 12 },
        number: 1.5,
        text: "ä\u2028",
        bytes: new Uint8Array([9, 0, 200]).toBase64(),
        keys: ["ts:bytes", "ts:count", "ts:gone", "ts:number", "ts:struct", "ts:text"],
      });
      assertEquals(await ts.get("count"), 42);
      assertEquals(await ts.get("gone"), undefined);
      const theirs = kv.sub("go:");
      assertEquals(await theirs.get("struct"), {
        text: "<milk> & ü",
        done: false,
        tags: ["a"],
        Size: 2 ** 40,
      });
      assertEquals(await theirs.get("number"), 7);
      assertEquals(await theirs.get("text"), "plain \u2028");
      assertEquals(await theirs.get("bool"), false);
      assertEquals(await theirs.typed(codec.bytes).get("bytes"), new Uint8Array([0, 255, 1]));
      assertEquals(await theirs.get("expiring"), "soon");
      shared.age(90_000);
      assertEquals(await theirs.get("expiring"), undefined);
    },
  }),
);
