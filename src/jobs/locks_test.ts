import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { fakeKV, type KVCall } from "../../tests/support/fake_kv.ts";
import { manualClock } from "../../tests/support/manual_clock.ts";
import { recordedLog } from "../../tests/support/recorded_log.ts";
import { UnavailableError, ValidationError } from "../api/errors.ts";
import type { Lease } from "./lease.ts";
import { createLocks } from "./locks.ts";
import { sleep } from "./sleep.ts";

const never = new AbortController().signal;
const key = "mutex_m";

function setUp() {
  const clock = manualClock();
  const server = fakeKV(clock.now);
  const node = (before?: (call: KVCall) => void | Promise<void>) => {
    const log = recordedLog();
    return { log, locks: createLocks({ api: server.node(before), clock, log }) };
  };
  return { clock, server, node };
}

/** A promise that a test looks at. */
function watched<Value>(promise: Promise<Value>) {
  const state: { value?: Value; error?: unknown } = {};
  promise.then((value) => (state.value = value), (error) => (state.error = error));
  return state;
}

Deno.test("a lock is a key with Go's name and time, and a value that no other holder writes", async () => {
  const { server, node, clock } = setUp();
  const lease = await node().locks.acquire("m", never);
  assertEquals(server.keys(), [key]);
  const first = server.text(key);
  assert(first !== undefined && first.startsWith("\u0001"));
  await clock.pass(14_000);
  assertEquals(server.text(key), first, "refreshed");
  await lease.release();
  await lease.release();
  assertEquals(server.keys(), []);
  await node().locks.acquire("m", never);
  assert(server.text(key) !== first);
});

Deno.test("two nodes exclude each other; who waits gets it within a second and a quarter", async () => {
  const { node, clock } = setUp();
  const first = await node().locks.acquire("m", never);
  const second = watched(node().locks.acquire("m", never));
  await clock.pass(300_000);
  assertEquals(second, {}, "held for five minutes");
  assertEquals(first.signal.aborted, false);
  await first.release();
  await clock.pass(1250);
  assert(second.value !== undefined);
  assertEquals(second.value.signal.aborted, false);
});

Deno.test("a lock that Go holds is waited for, and one that Go finds taken is not its own", async () => {
  const { node, clock, server } = setUp();
  const api = server.node();
  const goTries = () =>
    api.kvSetWithOptions({
      key,
      value: new Uint8Array([1]),
      options: { atomic: true, expireInSeconds: 15n },
    });
  assertEquals(await goTries(), true);
  const ours = watched(node().locks.acquire("m", never));
  await clock.pass(14_000);
  assertEquals(ours, {});
  await clock.pass(2500);
  assert(ours.value !== undefined, "Go's node has crashed");
  assertEquals(await goTries(), false);
  const goRefreshes = await api.kvSetWithOptions({
    key,
    value: new Uint8Array([1]),
    options: { atomic: true, oldValue: new Uint8Array([1]), expireInSeconds: 15n },
  });
  assertEquals(goRefreshes, false, "Go notices that it has lost its lock");
});

Deno.test("a lock that another deletes is known to be lost at the next refresh", async () => {
  const { node, clock, server } = setUp();
  const { locks, log } = node();
  const lease = await locks.acquire("m", never);
  // As Go unlocks: whatever is there.
  await server.node().kvSetWithOptions({ key });
  await clock.pass(5000);
  assertEquals(lease.signal.aborted, true);
  assertStringIncludes(String(lease.signal.reason), 'the lock "mutex_m" was lost');
  assertStringIncludes(log.lines[0]?.message ?? "", "another holder took it away");
  const other = await node().locks.acquire("m", never);
  await lease.release();
  assertEquals(server.keys(), [key], "the other's lock stays");
  assertEquals(other.signal.aborted, false);
});

Deno.test("a node that cannot refresh knows that its lock is lost before another can have it", async () => {
  const { node, clock } = setUp();
  let down = false;
  const { locks, log } = node(() => {
    if (down) throw new UnavailableError({ message: "no connection" });
  });
  const lease = await locks.acquire("m", never);
  const lost: number[] = [];
  lease.signal.addEventListener("abort", () => void lost.push(clock.now()));
  const gained: number[] = [];
  node().locks.acquire("m", never).then(() => void gained.push(clock.now()));
  await clock.pass(60_000);
  assertEquals([lost, gained], [[], []]);
  down = true;
  await clock.pass(20_000);
  assertEquals([lost.length, gained.length], [1, 1]);
  assert(lost[0]! < gained[0]!, `lost at ${lost[0]}, gained at ${gained[0]}`);
  assertEquals(log.lines.filter(({ level }) => level === "error").length, 1);
});

Deno.test("a short outage does not cost the lock", async () => {
  const { node, clock } = setUp();
  let down = false;
  const { locks } = node(() => {
    if (down) throw new UnavailableError({ message: "no connection" });
  });
  const lease = await locks.acquire("m", never);
  for (let i = 0; i < 5; i++) {
    await clock.pass(4500);
    down = true;
    await clock.pass(6500);
    down = false;
    await clock.pass(4500);
  }
  assertEquals(lease.signal.aborted, false);
});

Deno.test("those of one process get a lock in turn, at once, and never two of them", async () => {
  const { node, clock } = setUp();
  const { locks } = node();
  const order: number[] = [];
  let holders = 0;
  const all = Promise.all(Array.from({ length: 20 }, async (_, i) => {
    const lease = await locks.acquire("m", never);
    assertEquals(++holders, 1);
    await Promise.resolve();
    order.push(i);
    holders--;
    await lease.release();
  }));
  const started = clock.now();
  await all;
  assertEquals(order, [...order.keys()]);
  assertEquals(clock.now(), started, "without waiting for the clock");
});

Deno.test("a process that always wants a lock leaves it to other nodes now and then", async () => {
  const { node, clock } = setUp();
  const { locks } = node();
  let uses = 0;
  let going = true;
  const use = async () => {
    while (going) {
      const lease = await locks.acquire("m", never);
      await sleep(clock, 50, never);
      uses++;
      await lease.release();
    }
  };
  const users = [use(), use(), use()];
  await clock.pass(5000);
  assert(uses > 90, `${uses} uses in 5 s`);
  const other = watched(node().locks.acquire("m", never));
  await clock.pass(7000);
  assert(other.value !== undefined, "the other node waits for 7 s at most");
  await other.value.release();
  await clock.pass(3000);
  const before = uses;
  await clock.pass(60_000);
  assert(uses - before > 1000, `${uses - before} uses in a minute`);
  going = false;
  await clock.pass(5000);
  await Promise.all(users);
});

Deno.test("a signal ends the waiting, for the cluster as in the process's own line", async () => {
  const { node, clock, server } = setUp();
  const { locks } = node();
  const lease = await node().locks.acquire("m", never);
  const first = new AbortController();
  const second = new AbortController();
  const forCluster = watched(locks.acquire("m", first.signal));
  const inLine = watched(locks.acquire("m", second.signal));
  const last = watched(locks.acquire("m", never));
  await clock.pass(3000);
  second.abort(new RangeError("second"));
  await clock.pass(0);
  assertEquals([forCluster, String(inLine.error)], [{}, "RangeError: second"]);
  first.abort(new RangeError("first"));
  await clock.pass(0);
  assertEquals(String(forCluster.error), "RangeError: first");
  await lease.release();
  await clock.pass(1250);
  assert(last.value !== undefined, "those behind go on");
  await assertRejects(() => locks.acquire("n", AbortSignal.abort(new RangeError("x"))), RangeError);
  assertEquals(server.keys(), [key]);
});

Deno.test("a call that was done without an answer leaves no lock that nobody holds", async () => {
  const { node, clock, server } = setUp();
  // The first call arrives, its answer does not.
  let calls = 0;
  const api = server.node();
  const log = recordedLog();
  const locks = createLocks({
    clock,
    log,
    api: {
      async kvSetWithOptions(request) {
        const answer = await api.kvSetWithOptions(request);
        if (++calls === 1) throw new UnavailableError({ message: "no answer" });
        return answer;
      },
    },
  });
  const lease = watched(locks.acquire("m", never));
  await clock.pass(2300);
  assert(lease.value !== undefined, "it knows its own token again");
  await lease.value.release();
  calls = 0;
  const control = new AbortController();
  const given = watched(locks.acquire("m", control.signal));
  await clock.pass(0);
  assertEquals(server.keys(), [key]);
  control.abort();
  await clock.pass(0);
  assert(given.error !== undefined);
  assertEquals(server.keys(), []);
  calls = 0;
  await assertRejects(() => locks.tryAcquire("m"), UnavailableError);
  assertEquals(server.keys(), []);
  assertEquals(node().log.lines, []);
});

Deno.test("while the server fails, attempts become fewer, and each is logged", async () => {
  const { node, clock, server } = setUp();
  let down = true;
  const { locks, log } = node(() => {
    if (down) throw new UnavailableError({ message: "no connection" });
  });
  const lease = watched(locks.acquire("m", never));
  await clock.pass(3_600_000);
  assert(server.calls.length < 25, `${server.calls.length} calls in an hour`);
  assertEquals(log.lines.length, server.calls.length);
  down = false;
  await clock.pass(301_000);
  assert(lease.value !== undefined);
});

Deno.test("an error that waiting does not change is thrown", async () => {
  const { node } = setUp();
  const { locks } = node(() => {
    throw new ValidationError({ message: "bad" });
  });
  await assertRejects(() => locks.acquire("m", never), ValidationError);
});

Deno.test("names that cannot be are refused before any call", async () => {
  const { node, server } = setUp();
  const { locks } = node();
  await locks.tryAcquire("x".repeat(144));
  const before = server.calls.length;
  for (
    const [name, message] of [
      ["", "mutex: expected 1 character at least"],
      ["x".repeat(145), "expected at most 150 characters, got 151"],
      ["a\0", "the character NUL"],
      [undefined as unknown as string, "mutex: expected a string, got undefined"],
    ] as const
  ) {
    for (const call of [() => locks.acquire(name, never), () => locks.tryAcquire(name)]) {
      assertStringIncludes((await assertRejects(call, TypeError)).message, message);
    }
  }
  assertEquals(server.calls.length, before);
});

Deno.test("try gives a lock only if it is free", async () => {
  const { node } = setUp();
  const [a, b] = [node().locks, node().locks];
  const lease = await a.tryAcquire("m");
  assert(lease !== undefined);
  assertEquals(await a.tryAcquire("m"), undefined);
  assertEquals(await b.tryAcquire("m"), undefined);
  await lease.release();
  assert(await b.tryAcquire("m") !== undefined);
});

Deno.test("closing ends the waiting, tells the holders and frees what they hold", async () => {
  const { node, clock, server } = setUp();
  const { locks } = node();
  const leases: Lease[] = [await locks.acquire("m", never), await locks.acquire("n", never)];
  const waiting = watched(locks.acquire("m", never));
  await locks.close();
  await clock.pass(0);
  assertEquals(leases.map(({ signal }) => signal.aborted), [true, true]);
  assertStringIncludes(String(waiting.error), "the plugin is being deactivated");
  assertEquals(server.keys(), []);
  assertEquals(clock.waiting, 0, "nothing is left behind");
  await assertRejects(() => locks.acquire("m", never), DOMException, "deactivated");
  await assertRejects(() => locks.tryAcquire("m"), DOMException, "deactivated");
});

Deno.test("a crashed node's lock is another's after at most 16 and a quarter seconds", async () => {
  const { node, clock } = setUp();
  const crashed = node().locks;
  await crashed.acquire("m", never);
  const next = watched(node().locks.acquire("m", never));
  await clock.pass(30_000);
  assertEquals(next, {});
  crashed.abandon();
  await clock.pass(16_250);
  assert(next.value !== undefined);
});
