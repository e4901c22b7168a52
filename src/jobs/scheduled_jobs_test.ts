import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { fakeKV, type KVCall } from "../../tests/support/fake_kv.ts";
import { jobNode } from "../../tests/support/job_node.ts";
import { manualClock } from "../../tests/support/manual_clock.ts";
import { UnavailableError } from "../api/errors.ts";
import type { StandardSchema } from "../plugin/context/store_codec.ts";
import { defineJob } from "./job_declaration.ts";
import { sleep } from "./sleep.ts";

const start = Date.UTC(2026, 0, 1, 12);
const minute = 60_000;

interface Payload {
  readonly n: number;
}

function cluster({ takes = 0, retries = 0, fails = false } = {}) {
  const clock = manualClock(start);
  const server = fakeKV(clock.now);
  const runs: { readonly node: string; readonly n: number; readonly at: number; over: boolean }[] =
    [];
  const node = (name: string, before?: (call: KVCall) => void | Promise<void>) =>
    jobNode(server.node(before), clock, {
      remind: defineJob("remind", {
        retries,
        async run({ n }: Payload, { signal }) {
          const run = { node: name, n, at: (clock.now() - start) / 1000, over: false };
          runs.push(run);
          if (takes > 0) await sleep(clock, takes, signal);
          if (fails) throw new RangeError("no");
          run.over = true;
        },
      }),
    });
  return { clock, server, runs, node };
}

Deno.test("a scheduled run is Go's record, runs once at its time on one of two nodes, and is gone", async () => {
  const { clock, server, runs, node } = cluster({ takes: 5000 });
  const [a, b] = [node("a"), node("b")];
  await a.start();
  await b.start();
  const receipt = await a.jobs.schedule("remind", { n: 1 }, { in: "10m", id: "x" });
  assertEquals(receipt, { id: "x", added: true });
  assertEquals(
    server.text("once_remind:x"),
    '{"Key":"remind:x","RunAt":"2026-01-01T12:10:00Z","Props":{"n":1}}',
  );
  await clock.pass(10 * minute - 1);
  assertEquals(runs, []);
  await clock.pass(2000);
  assertEquals(server.keys(), ["mutex_remind:x", "once_remind:x"]);
  await clock.pass(minute);
  assertEquals(runs.map(({ at, n, over }) => ({ at, n, over })), [{ at: 600, n: 1, over: true }]);
  assertEquals(server.keys(), []);
  await clock.pass(10 * minute);
  assertEquals(runs.length, 1);
  await a.stop();
  await b.stop();
  assertEquals(clock.waiting, 0);
});

Deno.test("an id that is there stays as it is; without one every run is another", async () => {
  const { clock, server, runs, node } = cluster();
  const [a, b] = [node("a"), node("b")];
  await a.start();
  const at = new Date(start + minute);
  assertEquals((await a.jobs.schedule("remind", { n: 1 }, { at, id: "x" })).added, true);
  assertEquals((await b.jobs.schedule("remind", { n: 2 }, { at, id: "x" })).added, false);
  const first = await a.jobs.schedule("remind", { n: 3 }, { at: at.getTime() });
  const second = await a.jobs.schedule("remind", { n: 4 }, { at: at.toISOString() });
  assert(first.id !== second.id && first.added && second.added);
  assertEquals(server.keys().length, 3);
  await clock.pass(2 * minute);
  assertEquals(runs.map(({ n }) => n).sort(), [1, 3, 4]);
  await a.stop();
});

Deno.test("a time in the past runs at once, and 500 runs at once all run, on both nodes", async () => {
  const { clock, server, runs, node } = cluster({ takes: 100 });
  const nodes = [node("a"), node("b")];
  for (const each of nodes) await each.start();
  for (let n = 0; n < 500; n++) {
    await nodes[n % 2]!.jobs.schedule("remind", { n }, { at: start - 1 });
  }
  await clock.pass(5 * minute);
  assertEquals(
    runs.map(({ n }) => n).sort((x, y) => x - y),
    Array.from({ length: 500 }, (_, n) => n),
  );
  assertEquals(new Set(runs.map((run) => run.node)).size, 2);
  assertEquals(server.keys(), []);
  for (const each of nodes) await each.stop();
});

Deno.test("runs that were scheduled before a node started, by Go too, are found", async () => {
  const { clock, server, runs, node } = cluster();
  server.put(
    "once_remind:go",
    '{"Key":"remind:go","RunAt":"2026-01-01T13:00:30.000000001+01:00","Props":{"n":7}}',
  );
  server.put("once_remind", '{"Key":"remind","RunAt":"2026-01-01T12:00:40Z","Props":{"n":8}}');
  server.put("once_other", '{"Key":"other","RunAt":"2026-01-01T12:00:30Z","Props":null}');
  const a = node("a");
  await a.jobs.schedule("remind", { n: 9 }, { in: "50s" });
  await clock.pass(1000);
  await a.start();
  await clock.pass(2 * minute);
  assertEquals(runs.map(({ n, at }) => [n, at]), [[7, 30.001], [8, 40], [9, 50]]);
  assertEquals(server.keys(), ["once_other"], "what is not ours stays");
  await a.stop();
});

Deno.test("a node that crashes leaves its runs to the others, those that had begun as well", async () => {
  const { clock, runs, node } = cluster({ takes: minute });
  const [a, b] = [node("a"), node("b")];
  await a.start();
  await clock.pass(1000);
  await a.jobs.schedule("remind", { n: 1 }, { in: "10s" });
  await a.jobs.schedule("remind", { n: 2 }, { in: "30s" });
  await clock.pass(15_000);
  assertEquals(runs.map(({ node, n }) => [node, n]), [["a", 1]]);
  a.kill();
  await b.start();
  await clock.pass(10 * minute);
  const others = runs.filter(({ over, node }) => over && node === "b");
  assertEquals(others.map(({ n }) => n).sort(), [1, 2]);
  assert(others.every(({ at }) => at <= 60), "within the life of a lock");
  await b.stop();
});

Deno.test("a run can be called off by any node until it has begun", async () => {
  const { clock, server, runs, node } = cluster({ takes: minute });
  const [a, b] = [node("a"), node("b")];
  await a.start();
  await b.start();
  await a.jobs.schedule("remind", { n: 1 }, { in: "10m", id: "x" });
  assertEquals(await b.jobs.cancel("remind", "x"), true);
  assertEquals(await b.jobs.cancel("remind", "x"), false);
  await clock.pass(20 * minute);
  assertEquals(runs, []);
  assertEquals(server.keys(), []);
  await a.jobs.schedule("remind", { n: 2 }, { in: 0, id: "y" });
  await clock.pass(2000);
  assertEquals(await b.jobs.cancel("remind", "y"), false, "it runs");
  assertEquals(await a.jobs.cancel("remind", "y"), false);
  await clock.pass(2 * minute);
  assertEquals(runs.map(({ over }) => over), [true]);
  await a.stop();
  await b.stop();
});

Deno.test("a run whose time another node has changed runs at its new time", async () => {
  const { clock, server, runs, node } = cluster();
  const a = node("a");
  await a.start();
  await a.jobs.schedule("remind", { n: 1 }, { in: "1m", id: "x" });
  server.put("once_remind:x", '{"Key":"remind:x","RunAt":"2026-01-01T12:05:00Z","Props":{"n":2}}');
  await clock.pass(10 * minute);
  assertEquals(runs.map(({ n, at }) => [n, at]), [[2, 300]]);
  await a.stop();
});

Deno.test("a replica that is behind neither loses a run nor repeats it", async () => {
  const { clock, server, runs, node } = cluster();
  const [a, b] = [node("a"), node("b")];
  await a.start();
  server.freezeReplica();
  await a.jobs.schedule("remind", { n: 1 }, { in: "1s" });
  await clock.pass(5000);
  assertEquals(runs.length, 1);
  server.put("once_remind:y", '{"Key":"remind:y","RunAt":"2026-01-01T12:01:00Z","Props":{"n":2}}');
  server.freezeReplica();
  await b.start();
  await clock.pass(5 * minute);
  assertEquals(runs.map(({ n }) => n), [1, 2]);
  server.catchUp();
  await clock.pass(5 * minute);
  assertEquals(runs.length, 2);
  await a.stop();
  await b.stop();
});

Deno.test("a run that throws is logged and over, after its retries", async () => {
  const { clock, server, runs, node } = cluster({ fails: true, retries: 1 });
  const a = node("a");
  await a.start();
  await a.jobs.schedule("remind", { n: 1 }, { in: 0 });
  await clock.pass(minute);
  assertEquals(runs.map(({ at }) => at), [0, 1]);
  assertEquals(server.keys(), []);
  assertEquals(a.log.lines.map(({ level, message }) => `${level} ${message}`), [
    "warn job remind failed, and is tried again in 1 s: no",
    "error job remind failed: no",
  ]);
  await a.stop();
});

Deno.test("a run whose key cannot be deleted is not run again by the node that has run it", async () => {
  const { clock, server, runs, node } = cluster();
  let down = false;
  const a = node("a", () => {
    if (runs.length > 0 && clock.now() < start + minute) down = true;
    if (down) throw new UnavailableError({ message: "no connection" });
  });
  await a.start();
  await a.jobs.schedule("remind", { n: 1 }, { in: 0 });
  await clock.pass(minute);
  assertEquals([runs.length, server.keys().length], [1, 1]);
  down = false;
  await clock.pass(10 * minute);
  assertEquals([runs.length, server.keys()], [1, []]);
  await a.stop();
});

Deno.test("stopping interrupts a run, and another node begins it again", async () => {
  const { clock, server, runs, node } = cluster({ takes: minute });
  const [a, b] = [node("a"), node("b")];
  await a.start();
  await a.jobs.schedule("remind", { n: 1 }, { in: 0 });
  await clock.pass(1000);
  await a.stop();
  assertEquals(server.keys().length, 1);
  await b.start();
  await clock.pass(2 * minute);
  assertEquals(runs.map(({ node, over }) => [node, over]), [["a", false], ["b", true]]);
  assertEquals(server.keys(), []);
  await b.stop();
  assertEquals(clock.waiting, 0);
});

Deno.test("the scheduled runs of a job are listed with their payloads", async () => {
  const { server, node } = cluster();
  const a = node("a");
  server.put("once_reminder:z", "{}");
  server.put("once_remind:broken", "nonsense");
  await a.jobs.schedule("remind", { n: 1 }, { at: start + minute, id: "x" });
  await a.jobs.schedule("remind", { n: 2 }, { at: start, id: "y:1" });
  assertEquals(await Array.fromAsync(a.jobs.list("remind")), [
    { id: "x", at: start + minute, payload: { n: 1 } },
    { id: "y:1", at: start, payload: { n: 2 } },
  ]);
  assertStringIncludes(a.log.lines[0]?.message ?? "", "a scheduled run cannot be read");
});

const days: StandardSchema<{ days?: number }, { days: number }> = {
  "~standard": {
    version: 1,
    vendor: "test",
    validate(value) {
      const { days = 7 } = value as { days?: unknown };
      return typeof days === "number"
        ? { value: { days } }
        : { issues: [{ message: "expected a number", path: ["days"] }] };
    },
  },
};

Deno.test("a schema checks payloads when they are scheduled and before they are run", async () => {
  const clock = manualClock(start);
  const server = fakeKV(clock.now);
  const seen: number[] = [];
  const digest = defineJob("digest", { payload: days, run: ({ days }) => void seen.push(days) });
  const a = jobNode(server.node(), clock, { digest });
  await a.start();
  await a.jobs.schedule(digest, {}, { in: 0 });
  const error = await assertRejects(
    () => a.jobs.schedule("digest", { days: "2" }, { in: 0 }),
    TypeError,
  );
  assertEquals(
    error.message,
    "jobs.schedule(): payload: does not fit its schema: days: expected a number",
  );
  server.put(
    "once_digest:go",
    '{"Key":"digest:go","RunAt":"2026-01-01T12:00:00Z","Props":{"days":"x"}}',
  );
  await clock.pass(2 * minute);
  assertEquals(seen, [7]);
  assertEquals(
    a.log.lines.map(({ message }) => message),
    ["job digest failed: its payload does not fit its schema: expected a number"],
  );
  await a.stop();
});

const wrong: readonly (readonly [string, unknown[], string])[] = [
  ["a job that is not declared", ["remid", {}, { in: 0 }], 'did you mean "remind"?'],
  ["no job at all", [7, {}, { in: 0 }], "expected a job, as defineJob() makes it"],
  ["a job with times of its own", ["daily", {}, { in: 0 }], 'job "daily" runs by itself'],
  ["no time", ["remind", {}, {}], "either { at: … } or { in: … }, got neither"],
  ["no time, undefined", ["remind", {}, undefined], "got neither"],
  ["a misspelt id", ["remind", {}, { in: 0, iid: "x" }], 'no option "iid"; did you mean "id"?'],
  ["two times", ["remind", {}, { in: 0, at: 0 }], "got both"],
  ["a time without a zone", ["remind", {}, { at: "2027-01-01T00:00" }], "with its time zone"],
  ["a bad span", ["remind", {}, { in: "soon" }], 'got "soon"'],
  ["a negative span", ["remind", {}, { in: -1 }], "got the number -1"],
  ["an empty id", ["remind", {}, { in: 0, id: "" }], "id: expected a text of 1 character"],
  ["a long id", ["remind", {}, { in: 0, id: "x".repeat(138) }], "expected at most 150 characters"],
  ["a payload that is no JSON", ["remind", { f: () => 1 }, { in: 0 }], "payload.f: a function"],
  [
    "a big payload",
    ["remind", "x".repeat(9999), { in: 0 }],
    "at most 10000 bytes of JSON, got 10001",
  ],
];

for (const [name, args, message] of wrong) {
  Deno.test(`schedule refuses ${name}, before any call`, async () => {
    const clock = manualClock(start);
    const server = fakeKV(clock.now);
    const a = jobNode(server.node(), clock, {
      remind: { run: () => {} },
      daily: { every: "24h", run: () => {} },
    });
    const schedule = a.jobs.schedule as (...args: unknown[]) => Promise<unknown>;
    assertStringIncludes(
      (await assertRejects(() => schedule(...args), TypeError)).message,
      message,
    );
    assertEquals(server.calls, []);
  });
}
