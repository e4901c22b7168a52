import {
  assert,
  assertEquals,
  assertRejects,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { seededRandom } from "../../tests/support/seed.ts";
import { UnavailableError } from "../api/errors.ts";
import { fakeKV, type FakeKVAPI } from "../../tests/support/fake_kv.ts";
import { type ManualClock, manualClock } from "../../tests/support/manual_clock.ts";
import type { Store } from "../plugin/context/store.ts";
import { codec } from "./codecs.ts";
import { createStore } from "./create_store.ts";
import { StoreConflictError, StoreValueError } from "./store_errors.ts";
import { roomStore } from "./store_feature.ts";
import { createUpdates } from "./updates.ts";

const kvOn = (api: FakeKVAPI, clock: ManualClock): Store =>
  createStore({ api, updates: createUpdates(api, clock) }, { prefix: "", internal: false });

function setUp() {
  const clock = manualClock();
  const server = fakeKV(clock.now);
  return { clock, server, kv: kvOn(server.node(), clock) };
}

/** What comes of work that waits for the clock. */
async function withTime<Result>(clock: ManualClock, work: Promise<Result>): Promise<Result> {
  let over = false;
  const mark = () => void (over = true);
  work.then(mark, mark);
  while (!over) await clock.pass(10);
  return await work;
}

async function collected<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  return await Array.fromAsync(items);
}

Deno.test("values are stored as JSON and come back as they were", async () => {
  const { kv, server } = setUp();
  const value = { text: "ü", list: [1, null, true], left: undefined };
  await kv.set("k", value);
  assertEquals(server.text("k"), '{"text":"ü","list":[1,null,true]}');
  assertEquals(await kv.get("k"), { text: "ü", list: [1, null, true] });
  assertEquals(await kv.get("other"), undefined);
  await kv.delete("k");
  await kv.delete("k");
  assertEquals(await kv.get("k"), undefined);
});

Deno.test("null, false, 0 and an empty string are values", async () => {
  const { kv } = setUp();
  for (const value of [null, false, 0, ""]) {
    await kv.set("k", value);
    assertEquals(await kv.get("k"), value);
  }
});

Deno.test("several values are read at once, and missing ones are left out", async () => {
  const { kv } = setUp();
  for (let i = 0; i < 50; i++) await kv.set(`k${i}`, i);
  const keys = Array.from({ length: 60 }, (_, i) => `k${i}`);
  const found = await kv.getMany<number>([...keys, "k1"]);
  assertEquals(found.size, 50);
  assertEquals([...found], Array.from({ length: 50 }, (_, i) => [`k${i}`, i]));
});

Deno.test("a value expires after its milliseconds, rounded up to seconds", async () => {
  const { kv, clock } = setUp();
  await kv.set("k", 1, { expiresInMs: 1 });
  await clock.pass(999);
  assertEquals(await kv.get("k"), 1);
  await clock.pass(1);
  assertEquals(await kv.get("k"), undefined);
  await kv.set("k", 1, { expiresInMs: 1001 });
  await kv.set("k", 2);
  await clock.pass(60_000);
  assertEquals(await kv.get("k"), 2, "a write without an expiry keeps the value");
});

for (const expiresInMs of [0, -1, NaN, Infinity, "5" as unknown as number]) {
  Deno.test(`an expiry of ${expiresInMs} (${typeof expiresInMs}) is refused`, async () => {
    const { kv, server } = setUp();
    for (
      const call of [
        () => kv.set("k", 1, { expiresInMs }),
        () => kv.setIfAbsent("k", 1, { expiresInMs }),
        () => kv.update("k", () => 1, { expiresInMs }),
      ]
    ) {
      const error = await assertRejects(call, TypeError);
      assertStringIncludes(error.message, "expiresInMs: expected a number of milliseconds above 0");
    }
    assertEquals(server.calls, []);
  });
}

const badKeys: readonly (readonly [key: unknown, message: string])[] = [
  ["", "got an empty string"],
  [7, "key: expected a string, got the number 7"],
  ["a\0b", "contains the character NUL"],
  ["\ud800", "half of a surrogate pair"],
  ["x".repeat(151), "expected at most 150 characters, got 151"],
  ["😀".repeat(151), "expected at most 150 characters, got 151"],
  ["mmi_botid", 'keys that begin with "mmi_" belong to the server'],
  ["mutex_a", 'begin with "mutex_"'],
  ["cron_a", 'begin with "cron_"'],
  ["once_a", 'begin with "once_"'],
  ["_plugin/a", 'begin with "_plugin/" belong to this package'],
];

for (const [key, message] of badKeys) {
  Deno.test(`the key ${JSON.stringify(key).slice(0, 20)} is refused before any call: ${message}`, async () => {
    const { kv, server } = setUp();
    const k = key as string;
    for (
      const call of [
        () => kv.get(k),
        () => kv.getMany([k]),
        () => kv.set(k, 1),
        () => kv.setIfAbsent(k, 1),
        () => kv.delete(k),
        () => kv.update(k, () => 1),
        () => kv.compareAndSet(k, 1, 2),
        () => kv.compareAndDelete(k, 1),
      ]
    ) {
      assertStringIncludes((await assertRejects(call, TypeError)).message, message);
    }
    assertEquals(server.calls, []);
  });
}

Deno.test("a key of 150 characters is good, however many bytes they have", async () => {
  const { kv } = setUp();
  const key = "😀".repeat(150);
  await kv.set(key, 1);
  assertEquals(await kv.get(key), 1);
});

class Point {
  x = 1;
}
const unstorable: readonly (readonly [value: unknown, message: string])[] = [
  [undefined, 'key "k": value: undefined is no JSON; delete() takes a value away'],
  [() => 1, 'key "k": value: a function is no JSON'],
  [{ a: [{ b: () => 1 }] }, 'key "k": value.a[0].b: a function is no JSON'],
  [{ a: Symbol("s") }, "value.a: a symbol is no JSON"],
  [[1, undefined], "value[1]: undefined is no JSON"],
  [{ n: NaN }, "value.n: NaN is no number in JSON"],
  [{ post: { createAt: 5n } }, "value.post.createAt: 5n is a bigint"],
  [new Map([[1, 2]]), "value: a Map is no JSON; its content would be lost"],
  [{ s: new Set() }, "value.s: a Set is no JSON"],
  [{ e: new Error("x") }, "value.e: an Error is no JSON"],
  [{ b: new Uint8Array(3) }, "use kv.typed(codec.bytes)"],
];

for (const [value, message] of unstorable) {
  Deno.test(`what cannot be stored is refused: ${message}`, async () => {
    const { kv, server } = setUp();
    for (
      const call of [
        () => kv.set("k", value),
        () => kv.setIfAbsent("k", value),
        ...(value === undefined ? [] : [() => kv.update<unknown>("k", () => value)]),
      ]
    ) {
      assertStringIncludes((await assertRejects(call, TypeError)).message, message);
    }
    assertEquals(server.keys(), []);
  });
}

Deno.test("an object that contains itself is refused; one that stands twice is not", async () => {
  const { kv } = setUp();
  const ring: Record<string, unknown> = {};
  ring["self"] = ring;
  const error = await assertRejects(() => kv.set("k", ring), TypeError);
  assertStringIncludes(error.message, "value.self: the object contains itself");
  const one = { a: 1 };
  await kv.set("k", [one, one, new Point(), new Date(0)]);
  assertEquals(await kv.get("k"), [one, one, { x: 1 }, "1970-01-01T00:00:00.000Z"]);
});

Deno.test("setIfAbsent writes only where there is nothing, or nothing any more", async () => {
  const { kv, clock } = setUp();
  assertEquals(await kv.setIfAbsent("k", 1, { expiresInMs: 1000 }), true);
  assertEquals(await kv.setIfAbsent("k", 2), false);
  assertEquals(await kv.get("k"), 1);
  await clock.pass(1000);
  assertEquals(await kv.setIfAbsent("k", 3), true);
});

Deno.test("compareAndSet and compareAndDelete act only on the value that is expected", async () => {
  const { kv } = setUp();
  await kv.set("k", { a: 1 });
  assertEquals(await kv.compareAndSet("k", { a: 2 }, { a: 3 }), false);
  assertEquals(await kv.compareAndSet("k", { a: 1 }, { a: 3 }), true);
  assertEquals(await kv.compareAndDelete("k", { a: 1 }), false);
  assertEquals(await kv.compareAndDelete("k", { a: 3 }), true);
  assertEquals(await kv.get("k"), undefined);
});

Deno.test("an update makes the new value from the old one, and undefined deletes", async () => {
  const { kv, server } = setUp();
  const inc = (old = 0) => old + 1;
  assertEquals(await kv.update<number>("n", inc), 1);
  assertEquals(await kv.update<number>("n", inc), 2);
  assertEquals(await kv.get("n"), 2);
  assertEquals(await kv.update("n", () => undefined), undefined);
  assertEquals(server.keys(), []);
  assertEquals(await kv.update("n", () => undefined), undefined);
});

Deno.test("a throw of an update's function leaves the value, and those that wait go on", async () => {
  const { kv } = setUp();
  await kv.set("n", 1);
  const failing = kv.update<number>("n", () => {
    throw new RangeError("no");
  });
  const next = kv.update<number>("n", (old = 0) => old + 1);
  assertEquals((await assertRejects(() => failing, RangeError)).message, "no");
  assertEquals(await next, 2);
});

Deno.test("1,000 updates of one key from two nodes at once lose nothing", async () => {
  const clock = manualClock();
  const server = fakeKV(clock.now);
  // Calls of one node take one turn, of the other two: they interleave in all ways.
  const slow = async () => {
    await Promise.resolve();
    await Promise.resolve();
  };
  const nodes = [kvOn(server.node(), clock), kvOn(server.node(slow), clock)];
  const updates = Array.from(
    { length: 1000 },
    (_, i) => nodes[i % 2]!.update<number>("n", (old = 0) => old + 1),
  );
  const results = await withTime(clock, Promise.all(updates));
  assertEquals(server.text("n"), "1000");
  assertEquals(new Set(results).size, 1000, "every update saw the one before");
});

Deno.test("updates from two nodes all come through, whatever time calls take", async () => {
  const { seed, next: random } = seededRandom("updates from two nodes");
  const clock = manualClock();
  const server = fakeKV(clock.now);
  const slow = (most: number) => () =>
    new Promise<void>((resolve) => void clock.after(1 + random() * most, resolve));
  const nodes = [kvOn(server.node(slow(3)), clock), kvOn(server.node(slow(40)), clock)];
  const updates: Promise<unknown>[] = [];
  for (let wave = 0; wave < 40; wave++) {
    for (const kv of nodes) {
      for (let i = 0; i < 10; i++) updates.push(kv.update<number>("n", (old = 0) => old + 1));
    }
    await clock.pass(random() * 20);
  }
  const started = clock.now();
  await withTime(clock, Promise.all(updates));
  assertEquals(server.text("n"), "800", `seed ${seed}`);
  assert(clock.now() - started < 10_000, `it took ${clock.now() - started} ms, seed ${seed}`);
  assert(server.calls.length < 400, `${server.calls.length} calls, seed ${seed}`);
});

Deno.test("a read that fails fails those who wait, and the next ones begin anew", async () => {
  const { clock, server } = setUp();
  let down = true;
  const kv = kvOn(
    server.node(() => {
      if (down) throw new UnavailableError({ message: "no connection" });
    }),
    clock,
  );
  const add = (old = 0) => old + 1;
  const both = [kv.update<number>("n", add), kv.update<number>("n", add)];
  for (const update of both) await assertRejects(() => update, UnavailableError);
  down = false;
  assertEquals(await kv.update<number>("n", add), 1);
});

Deno.test("an update that hangs holds others up for two seconds, and fails or wins in the end", async () => {
  const { clock, server, kv } = setUp();
  const { promise, resolve } = Promise.withResolvers<void>();
  const hanging = kv.update<number>("n", async (old = 0) => {
    await promise;
    return old + 100;
  });
  await clock.pass(0);
  const next = kv.update<number>("n", (old = 0) => old + 1);
  await clock.pass(1999);
  assertEquals(server.text("n"), undefined);
  await clock.pass(1);
  assertEquals(await next, 1);
  resolve();
  assertEquals(await withTime(clock, hanging), 101);
});

Deno.test("an update on a stale replica tries again until it has caught up", async () => {
  const { kv, server, clock } = setUp();
  await kv.set("n", 1);
  server.freezeReplica();
  server.put("n", "5");
  assertEquals(await kv.get("n"), 1, "a plain read sees the replica");
  const seen: (number | undefined)[] = [];
  const update = kv.update<number>("n", (old) => {
    seen.push(old);
    return (old ?? 0) + 1;
  });
  await clock.pass(1500);
  server.catchUp();
  assertEquals(await withTime(clock, update), 6);
  assert(seen.length > 5 && seen.slice(0, -1).every((old) => old === 1), `${seen}`);
});

Deno.test("updates in a row do not ask a stale replica about what they have just written", async () => {
  const { kv, server, clock } = setUp();
  server.freezeReplica();
  const updates = Array.from({ length: 20 }, () => kv.update<number>("n", (old = 0) => old + 1));
  assertEquals(await withTime(clock, Promise.all(updates)), Array.from(updates, (_, i) => i + 1));
  assertEquals(server.calls.filter(({ method }) => method === "kvGet").length, 1);
});

Deno.test("an update that others are always ahead of fails, and says so", async () => {
  const { server, clock } = setUp();
  let n = 0;
  const kv = kvOn(
    server.node(({ method }) => {
      if (method === "kvSetWithOptions") server.put("k", String(n++));
    }),
    clock,
  );
  const started = clock.now();
  const error = await assertRejects(
    () => withTime(clock, kv.update<number>("k", (old = 0) => old + 1)),
    StoreConflictError,
  );
  assertEquals([error.key, error.attempts, n], ["k", 15, 15]);
  assertStringIncludes(error.message, 'update of key "k"');
  const took = clock.now() - started;
  assert(took > 2000 && took < 5000, `it waited ${took} ms`);
  await assertRejects(() => kv.update("k", () => 1, { attempts: 0 }), TypeError, "attempts");
});

Deno.test("options that do not exist are refused, updates without a function, and a text for keys", async () => {
  const { kv } = setUp();
  const option = { expireInMs: 60_000 } as never;
  const calls = {
    set: () => kv.set("k", 1, option),
    setIfAbsent: () => kv.setIfAbsent("k", 1, option),
    compareAndSet: () => kv.compareAndSet("k", 0, 1, option),
    update: () => kv.update("k", () => 1, option),
  };
  for (const [method, call] of Object.entries(calls)) {
    const { message } = await assertRejects(call, TypeError);
    const expected = 'there is no option "expireInMs"; did you mean "expiresInMs"?';
    assertEquals(message, `kv.${method}(): ${expected}`);
  }
  for (const keys of ["k", undefined]) {
    await assertRejects(() => kv.getMany(keys as never), TypeError, "expected keys, as an array");
  }
  const { message } = await assertRejects(() => kv.update("k", 2 as never), TypeError);
  assertStringIncludes(message, "expected a function that makes the new value from the old one");
  assertEquals(await kv.get("k"), undefined);
});

Deno.test("an update inside of an update of the same key ends with an error, not never", async () => {
  const { kv, clock } = setUp();
  const add = (old = 0) => old + 1;
  await assertRejects(
    () =>
      withTime(
        clock,
        kv.update<number>("k", async (old = 0) => {
          await kv.update<number>("k", add);
          return old + 1;
        }, { attempts: 3 }),
      ),
    StoreConflictError,
  );
});

Deno.test("the list holds all keys of a prefix, without it, and nobody else's", async () => {
  const { kv, server } = setUp();
  for (let i = 0; i < 2500; i++) server.put(`todo:${String(i).padStart(4, "0")}`, "1");
  for (const key of ["a", "mmi_botid", "mutex_x", "cron_x", "once_x", "_plugin/x/y", "todo:"]) {
    server.put(key, "0");
  }
  const keys = await collected(kv.sub("todo:").list());
  assertEquals(keys.length, 2500);
  assertEquals(keys[1234], "1234");
  assertEquals(await collected(kv.list("a")), ["a"]);
  assertEquals((await collected(kv.list())).length, 2502);
  assertEquals(
    await collected(kv.sub("todo:").list("001")),
    [
      ..."0123456789",
    ].map((digit) => `001${digit}`),
  );
});

Deno.test("keys that are deleted while the list is read make none slip by", async () => {
  const { kv } = setUp();
  const todos = kv.sub("t:");
  for (let i = 0; i < 1200; i++) await todos.set(String(i).padStart(4, "0"), i);
  const seen: string[] = [];
  for await (const key of todos.list()) {
    seen.push(key);
    await todos.delete(key);
  }
  assertEquals(seen.length, 1200);
  assertEquals(await collected(kv.list()), []);
});

Deno.test("entries come with their values, without those that vanish", async () => {
  const { kv } = setUp();
  const todos = kv.sub("t:");
  for (let i = 0; i < 40; i++) await todos.set(String(i).padStart(2, "0"), i);
  const seen: number[] = [];
  for await (const [key, value] of todos.entries<number>()) {
    assertEquals(Number(key), value);
    seen.push(value);
    if (value === 3) await todos.delete("39");
  }
  assertEquals(seen, Array.from({ length: 39 }, (_, i) => i));
});

Deno.test("a sub-store has its own names, and its prefix counts", async () => {
  const { kv, server } = setUp();
  const sub = kv.sub("a:").sub("b:");
  await sub.set("c", 1);
  assertEquals(server.keys(), ["a:b:c"]);
  assertEquals(await kv.sub("a:").get("b:c"), 1);
  const error = await assertRejects(() => sub.set("x".repeat(147), 1), TypeError);
  assertStringIncludes(error.message, 'got 151, the prefix "a:b:" counted');
  assertThrows(() => kv.sub("mutex_"), TypeError, 'begin with "mutex_"');
  assertThrows(() => kv.sub(""), TypeError, "expected a prefix of 1 character at least");
  assertThrows(() => kv.sub("x".repeat(150)), TypeError, "fewer than 150 characters");
  await assertRejects(() => kv.sub("mut").set("ex_a", 1), TypeError, 'begin with "mutex_"');
});

Deno.test("bytes and text are stored as they are; empty ones are refused", async () => {
  const { kv, server } = setUp();
  const bytes = kv.typed(codec.bytes);
  await bytes.set("b", new Uint8Array([0, 255]));
  assertEquals(await bytes.get("b"), new Uint8Array([0, 255]));
  await kv.typed(codec.text).set("t", "plain");
  assertEquals(server.text("t"), "plain");
  for (
    const call of [
      () => bytes.set("b", new Uint8Array()),
      () => bytes.update("b", () => new Uint8Array()),
      () => kv.typed(codec.text).set("t", ""),
    ]
  ) {
    const error = await assertRejects(call, TypeError);
    assertStringIncludes(error.message, "is empty, which Mattermost takes for a deletion");
  }
  await assertRejects(() => bytes.set("b", "x" as never), TypeError, "expected a Uint8Array");
});

Deno.test("a value of 48 MiB is good, and one byte more is refused before any call", async () => {
  const { kv, server } = setUp();
  const bytes = kv.typed(codec.bytes);
  const most = new Uint8Array(48 * 1024 * 1024).fill(1);
  const more = new Uint8Array(most.length + 1).fill(1);
  for (const call of [() => bytes.set("k", more), () => bytes.update("k", () => more)]) {
    const error = await assertRejects(call, TypeError);
    assertStringIncludes(
      error.message,
      'key "k": value: expected at most 50331648 bytes, got 50331649',
    );
  }
  assertEquals(server.keys(), []);
  await bytes.set("k", most);
  assertEquals((await bytes.get("k"))?.length, most.length);
});

Deno.test("a stored value that is no JSON is an error that names its key", async () => {
  const { kv } = setUp();
  await kv.typed(codec.bytes).set("k", new Uint8Array([0xff]));
  const error = await assertRejects(() => kv.get("k"), StoreValueError);
  assertEquals(error.key, "k");
  assertStringIncludes(error.message, 'the value of key "k" is no JSON');
  await assertRejects(() => kv.update("k", () => 1), StoreValueError);
  assertThrows(() => kv.typed({} as never), TypeError, "expected a codec");
});

Deno.test("a room's store lies below a prefix that authors cannot use", async () => {
  const { clock, server } = setUp();
  const store = roomStore({ api: server.node(), clock }, "actions");
  await store.set("key", 1);
  assertEquals(server.keys(), ["_plugin/actions/key"]);
  assertEquals(await collected(store.list()), ["key"]);
});
