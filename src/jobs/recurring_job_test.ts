import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { fakeKV, type KVCall } from "../../tests/support/fake_kv.ts";
import { jobNode } from "../../tests/support/job_node.ts";
import { manualClock } from "../../tests/support/manual_clock.ts";
import { UnavailableError } from "../api/errors.ts";
import type { JobDeclaration } from "./job_declaration.ts";
import { sleep } from "./sleep.ts";

const minute = 60_000;
const start = Date.UTC(2026, 0, 1, 12);

interface Run {
  readonly node: string;
  readonly from: number;
  to?: number;
}

function cluster() {
  const clock = manualClock(start);
  const server = fakeKV(clock.now);
  const runs: Run[] = [];
  const node = (
    name: string,
    declaration: Omit<JobDeclaration, "run"> & { readonly takes?: number },
    before?: (call: KVCall) => void | Promise<void>,
  ) => {
    const { takes = 0, ...times } = declaration;
    return jobNode(server.node(before), clock, {
      j: {
        ...times,
        async run(_, { signal }) {
          const run: Run = { node: name, from: clock.now() };
          runs.push(run);
          if (takes > 0) await sleep(clock, takes, signal);
          run.to = clock.now();
        },
      },
    });
  };
  return { clock, server, runs, node };
}

function overlaps(runs: readonly Run[]): boolean {
  return runs.some((run, index) =>
    runs.slice(index + 1).some((other) => other.from < (run.to ?? -Infinity))
  );
}

Deno.test("over 50 periods two nodes run a job once in each, one killed on the way in a run", async () => {
  const { clock, server, runs, node } = cluster();
  const nodes = [
    node("a", { every: "10m", takes: minute / 3 }),
    node("b", { every: "10m", takes: minute / 3 }),
  ];
  for (const each of nodes) await each.start();
  let killed: string | undefined;
  while (runs.length < 51) {
    await clock.pass(minute / 6);
    if (runs.length === 20 && killed === undefined) {
      killed = runs[19]!.node;
      nodes[killed === "a" ? 0 : 1]!.kill();
    }
  }
  await clock.pass(2 * minute);
  assertEquals(runs.length, 51, "50 periods, and the run of the node that was killed");
  const survivor = killed === "a" ? "b" : "a";
  assertEquals(new Set(runs.slice(20).map((run) => run.node)), new Set([survivor]));
  const whole = runs.toSpliced(19, 1);
  assertEquals(overlaps(whole), false);
  for (const [index, run] of whole.entries()) {
    if (index === 0) continue;
    const pause = run.from - whole[index - 1]!.to!;
    const most = index === 19 ? 12.5 * minute : 10 * minute + 2000;
    assert(pause >= 10 * minute && pause <= most, `run ${index} came after ${pause} ms`);
  }
  const takeover = whole[19]!.from - runs[19]!.from;
  assert(takeover <= 17_000, `taken over after ${takeover} ms`);
  assertEquals(server.keys().includes("cron_j"), true);
  await nodes[survivor === "a" ? 0 : 1]!.stop();
});

Deno.test("the record is Go's, and what Go has written counts", async () => {
  const { clock, server, runs, node } = cluster();
  server.put("cron_j", '{"LastFinished":"2026-01-01T12:29:59.123456789+01:00"}');
  const one = node("a", { every: "1h" });
  await one.start();
  await clock.pass(29 * minute);
  assertEquals(runs, []);
  await clock.pass(minute);
  assertEquals(runs.map(({ from }) => from), [Date.UTC(2026, 0, 1, 12, 29, 59, 123)]);
  assertEquals(server.text("cron_j"), '{"LastFinished":"2026-01-01T12:29:59.123Z"}');
  await one.stop();
  assertEquals(server.keys(), ["cron_j"], "no lock is left");
  assertEquals(clock.waiting, 0);
});

Deno.test("a job that never ran runs at once, and leaves Go's record of one that did not until then", async () => {
  const { clock, server, runs, node } = cluster();
  const one = node("a", { every: "1h", takes: minute });
  await one.start();
  await clock.pass(1000);
  assertEquals(runs.length, 1);
  assertEquals(JSON.parse(server.text("cron_j") ?? ""), {
    LastFinished: "0001-01-01T00:00:00Z",
    FirstSeen: "2026-01-01T12:00:00Z",
  });
  await clock.pass(minute);
  assertEquals(server.text("cron_j"), '{"LastFinished":"2026-01-01T12:01:00Z"}');
  await one.stop();
});

Deno.test("times that were missed are made up for once, or skipped, as declared", async () => {
  for (
    const [missed, first] of [["run once", 0], ["skip", 50 * minute], [undefined, 0]] as const
  ) {
    const { clock, server, runs, node } = cluster();
    server.put("cron_j", '{"LastFinished":"2026-01-01T09:50:00Z"}');
    const one = node("a", { every: "1h", ...missed === undefined ? {} : { missed } });
    await one.start();
    await clock.pass(150 * minute);
    const second = first + 60 * minute;
    assertEquals(runs.map(({ from }) => from - start).slice(0, 2), [first, second], `${missed}`);
    await one.stop();
  }
});

Deno.test("a cron job runs at its times in its time zone, the first one after it was first seen", async () => {
  const { clock, runs, node } = cluster();
  const one = node("a", { cron: "30 14 * * *", timeZone: "Europe/Berlin" });
  await one.start();
  await clock.pass(48 * 60 * minute);
  assertEquals(runs.map(({ from }) => new Date(from).toISOString()), [
    "2026-01-01T13:30:00.000Z",
    "2026-01-02T13:30:00.000Z",
  ]);
  await one.stop();
});

Deno.test("a cron time that no node saw is made up for, or skipped", async () => {
  for (const [missed, expected] of [["run once", [0, 120]], ["skip", [120]]] as const) {
    const { clock, server, runs, node } = cluster();
    server.put(
      "cron_j",
      '{"LastFinished":"0001-01-01T00:00:00Z","FirstSeen":"2026-01-01T09:00:00Z"}',
    );
    const one = node("a", { cron: "0 */2 * * *", missed });
    await clock.pass(minute);
    await one.start();
    await clock.pass(121 * minute);
    const minutes = runs.map(({ from }) => Math.floor((from - start) / minute));
    assertEquals(minutes, missed === "skip" ? expected : [1, 120]);
    await one.stop();
  }
});

Deno.test("a run of a node that crashed is begun again by one that was there, though missed times are skipped", async () => {
  const { clock, runs, node } = cluster();
  const nodes = ["a", "b"].map((name) =>
    node(name, { cron: "10 12 * * *", missed: "skip", takes: 5 * minute })
  );
  for (const each of nodes) await each.start();
  await clock.pass(11 * minute);
  assertEquals(runs.length, 1);
  nodes[runs[0]!.node === "a" ? 0 : 1]!.kill();
  await clock.pass(10 * minute);
  assertEquals(runs.length, 2);
  assert(runs[0]!.node !== runs[1]!.node);
});

Deno.test("at a time runs once in the whole cluster, and never again", async () => {
  const { clock, runs, node } = cluster();
  const at = new Date(start + 5 * minute);
  const nodes = [node("a", { at }), node("b", { at })];
  for (const each of nodes) await each.start();
  await clock.pass(60 * minute);
  assertEquals(runs.map(({ from }) => from), [at.getTime()]);
  for (const each of nodes) await each.stop();
  const later = node("c", { at });
  await later.start();
  await clock.pass(60 * minute);
  assertEquals(runs.length, 1);
  const moved = node("d", { at: start + 600 * minute });
  await moved.start();
  await clock.pass(600 * minute);
  assertEquals(runs.length, 2, "another time is another run");
});

Deno.test("a time that had passed before a node was there is made up for, or skipped", async () => {
  for (const [missed, count] of [["run once", 1], ["skip", 0]] as const) {
    const { clock, runs, node } = cluster();
    const one = node("a", { at: start - minute, missed });
    await one.start();
    await clock.pass(minute);
    assertEquals(runs.length, count, missed);
  }
});

Deno.test("a job that throws is logged and counts as finished; with retries it is tried again", async () => {
  const clock = manualClock(start);
  const server = fakeKV(clock.now);
  const times: Record<string, number[]> = { once: [], again: [] };
  const failing = (name: string) => () => {
    times[name]!.push((clock.now() - start) / 1000);
    throw new RangeError(`no ${name}`);
  };
  const node = jobNode(server.node(), clock, {
    once: { every: "1h", run: failing("once") },
    again: { every: "1h", retries: 3, run: failing("again") },
  });
  await node.start();
  await clock.pass(30 * minute);
  assertEquals(times, { once: [0], again: [0, 1, 3, 7] });
  assertEquals(
    node.log.lines.map(({ level, message }) => `${level} ${message}`).filter((line) =>
      line.includes("once") || line.startsWith("error")
    ),
    ["error job once failed: no once", "error job again failed: no again"],
  );
  assertStringIncludes(String(node.log.lines[0]?.fields["error"]), "RangeError");
  await clock.pass(31 * minute);
  assertEquals(times["once"], [0, 3600]);
  await node.stop();
});

Deno.test("a replica that is behind makes no job run twice", async () => {
  const { clock, server, runs, node } = cluster();
  const [a, b] = [node("a", { every: "1h" }), node("b", { every: "1h" })];
  await a.start();
  server.freezeReplica();
  await clock.pass(1000);
  assertEquals(runs.length, 1);
  await b.start();
  await clock.pass(3000);
  assertEquals(runs.length, 1);
  server.catchUp();
  await clock.pass(10 * minute);
  assertEquals(runs.length, 1);
  assertEquals(b.log.lines, []);
  await a.stop();
  await b.stop();
});

Deno.test("a run whose lock is lost is told so, and does not count", async () => {
  const clock = manualClock(start);
  const server = fakeKV(clock.now);
  const reasons: string[] = [];
  const node = jobNode(server.node(), clock, {
    j: {
      every: "1h",
      async run(_, { signal }) {
        try {
          await sleep(clock, 10 * minute, signal);
        } catch (error) {
          reasons.push(String(error));
          throw error;
        }
      },
    },
  });
  await node.start();
  await clock.pass(minute);
  // As Go's unlock does.
  await server.node().kvSetWithOptions({ key: "mutex_cron_j" });
  await clock.pass(5000);
  assertEquals(reasons.length, 1);
  assertStringIncludes(reasons[0]!, 'the lock "mutex_cron_j" was lost');
  await clock.pass(20 * minute);
  assertStringIncludes(server.text("cron_j") ?? "", '{"LastFinished":"2026-01-01T12:11:');
  assertEquals(reasons.length, 1, "the next run came to its end");
  await node.stop();
});

Deno.test("stopping aborts what runs, waits for it, and leaves it to others", async () => {
  const { clock, server, runs, node } = cluster();
  const [a, b] = [
    node("a", { every: "1h", takes: minute }),
    node("b", { every: "1h", takes: minute }),
  ];
  await a.start();
  await clock.pass(1000);
  await a.stop();
  assertEquals(runs.map(({ to }) => to), [undefined], "interrupted");
  assertEquals(server.keys(), ["cron_j"]);
  await b.start();
  await clock.pass(2 * minute);
  assertEquals(runs.length, 2, "the other node begins it again");
  await a.start();
  await clock.pass(58 * minute);
  assertEquals(runs.length, 2);
  await clock.pass(5 * minute);
  assertEquals(runs.length, 3, "a plugin that is active again runs its jobs again");
  await a.stop();
  await b.stop();
  assertEquals(clock.waiting, 0);
});

Deno.test("stopping waits 5 seconds for a job that does not listen, and lets its lock expire", async () => {
  const clock = manualClock(start);
  const server = fakeKV(clock.now);
  const { promise, resolve } = Promise.withResolvers<void>();
  const node = jobNode(server.node(), clock, { deaf: { every: "1h", run: () => promise } });
  await node.start();
  await clock.pass(minute);
  let stopped = false;
  const stopping = node.stop().then(() => void (stopped = true));
  await clock.pass(4999);
  assertEquals(stopped, false);
  await clock.pass(1);
  await stopping;
  assertStringIncludes(node.log.lines.at(-1)?.message ?? "", "jobs deaf: still running 5 s after");
  assertEquals(server.keys(), ["cron_deaf", "mutex_cron_deaf"]);
  await clock.pass(15_000);
  assertEquals(server.keys(), ["cron_deaf"]);
  resolve();
  await clock.pass(minute);
  assertEquals(
    JSON.parse(server.text("cron_deaf") ?? "").LastFinished,
    "0001-01-01T00:00:00Z",
    "a run without a lock is not recorded",
  );
});

Deno.test("while the server is away jobs are tried ever more seldom, and then go on", async () => {
  const { clock, runs, node } = cluster();
  let down = true;
  const one = node("a", { every: "1h" }, () => {
    if (down) throw new UnavailableError({ message: "no connection" });
  });
  await one.start();
  await clock.pass(60 * minute);
  assert(one.log.lines.length < 25, `${one.log.lines.length} lines`);
  down = false;
  await clock.pass(6 * minute);
  assertEquals(runs.length, 1);
  await one.stop();
});

Deno.test("a record that cannot be read is logged with its key, and the job does not run", async () => {
  const { clock, server, runs, node } = cluster();
  server.put("cron_j", "nonsense");
  const one = node("a", { every: "1h" });
  await one.start();
  await clock.pass(10 * minute);
  assertEquals(runs, []);
  assertStringIncludes(one.log.lines[0]?.message ?? "", 'the value of key "cron_j" is no JSON');
  await one.stop();
});
