import { assert, assertEquals, assertNotEquals, assertThrows } from "@std/assert";
import type { PluginAPI } from "../../gen/plugin_api.ts";
import type { LogFields } from "../plugin/logger.ts";
import { loggerTo } from "../plugin/logger.ts";
import { manualClock } from "../../tests/support/manual_clock.ts";
import { seals } from "./seal.ts";
import { keptKeys, signingKeys, signingKeysKey, signingPeriodMs } from "./signing_keys.ts";

/** A KV store with one key, as nodes see it. */
function store() {
  let value = new Uint8Array();
  const calls: string[] = [];
  const api = {
    kvGet: ({ key }: { key: string }) => {
      calls.push("get");
      assertEquals(key, signingKeysKey);
      return Promise.resolve(value.length === 0 ? null : value);
    },
    kvCompareAndSet: (
      { oldValue, newValue }: { oldValue: Uint8Array; newValue: Uint8Array<ArrayBuffer> },
    ) => {
      calls.push("set");
      const same = text(oldValue) === text(value);
      if (same) value = newValue;
      return Promise.resolve(same);
    },
  } as unknown as PluginAPI;
  return {
    api,
    calls,
    get text() {
      return text(value);
    },
    put(text: string) {
      value = new TextEncoder().encode(text);
    },
  };
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

function node({ api }: ReturnType<typeof store>, clock = manualClock()) {
  const lines: { level: string; message: string; fields: LogFields }[] = [];
  const log = loggerTo((level, message, fields) => lines.push({ level, message, fields }));
  const keys = signingKeys(api, log, clock);
  return { keys, seals: seals("com.example.test", keys), clock, lines, load: () => keys.load(api) };
}

Deno.test("two nodes that start at once agree on one key, and know what the other signed", async () => {
  const shared = store();
  const one = node(shared);
  const two = node(shared);
  await Promise.all([one.load(), two.load()]);
  assertEquals(one.keys.current().id, two.keys.current().id);
  const sealed = one.seals.seal("action", { n: 1 });
  assertEquals(await two.seals.open("action", sealed), { n: 1 });
  assertEquals(JSON.parse(shared.text).keys.length, 1);
});

Deno.test("a node whose replica is behind waits for what the other has written", async () => {
  const shared = store();
  await node(shared).load();
  const late = node(store());
  const lagging = { ...shared, api: lag(shared.api, 2) };
  const other = node(lagging as typeof shared, late.clock);
  const loading = other.load();
  await late.clock.pass(200);
  await loading;
  assertEquals(JSON.parse(shared.text).keys.length, 1);
});

/** The API, whose first reads see nothing. */
function lag(api: PluginAPI, reads: number): PluginAPI {
  let left = reads;
  return {
    ...api,
    kvGet: (request, options) => left-- > 0 ? Promise.resolve(null) : api.kvGet(request, options),
  };
}

Deno.test("after its period a key signs no more, but what it has signed is still known", async () => {
  const shared = store();
  const clock = manualClock();
  const { keys, seals, load } = node(shared, clock);
  await load();
  const old = seals.seal("action", { n: 1 });
  const first = keys.current().id;
  const end = keys.keepFresh();
  await clock.pass(signingPeriodMs - 1);
  assertEquals(keys.current().id, first);
  await clock.pass(24 * 60 * 60 * 1000 + 1);
  assertNotEquals(keys.current().id, first);
  assertEquals(await seals.open("action", old), { n: 1 });
  for (let period = 1; period < keptKeys; period++) {
    assertEquals(await seals.open("action", old), { n: 1 }, `after ${period} periods`);
    await clock.pass(signingPeriodMs + 24 * 60 * 60 * 1000);
  }
  assertEquals(await seals.open("action", old), undefined);
  assertEquals(JSON.parse(shared.text).keys.length, keptKeys);
  end();
  assertEquals(clock.waiting, 0);
});

Deno.test("a key that another node has made is found; ids that do not exist cost one question", async () => {
  const shared = store();
  const clock = manualClock();
  const one = node(shared, clock);
  const two = node(shared, clock);
  await one.load();
  await two.load();
  await clock.pass(signingPeriodMs);
  await one.load();
  assertNotEquals(one.keys.current().id, two.keys.current().id);
  assertEquals(await two.seals.open("action", one.seals.seal("action", { n: 2 })), { n: 2 });
  shared.calls.length = 0;
  const forged = await Promise.all(
    Array.from({ length: 50 }, (_, n) => two.seals.open("action", `forged${n}.e30.AAAA`)),
  );
  assert(forged.every((each) => each === undefined));
  assertEquals(shared.calls, ["get"]);
});

Deno.test("what is no list of keys is replaced, and said", async () => {
  for (const garbage of ["{", "[]", '{"keys":[]}', '{"keys":[{"id":"a","secret":"aa"}]}']) {
    const shared = store();
    shared.put(garbage);
    const { lines, load, keys } = node(shared);
    await load();
    assertEquals(JSON.parse(shared.text).keys[0].id, keys.current().id);
    assertEquals(lines.map(({ level }) => level), ["error"], garbage);
  }
});

Deno.test("before the plugin is activated nothing can be signed", () => {
  const { seals } = node(store());
  assertThrows(
    () => seals.seal("action", {}),
    TypeError,
    "buttons, menus and dialogs can be made from onActivate on",
  );
});

Deno.test("what is signed for one purpose or one plugin is refused for every other", async () => {
  const shared = store();
  const { seals: mine, keys, load } = node(shared);
  await load();
  const sealed = mine.seal("action", { n: 1 });
  assertEquals(await mine.open("action", sealed), { n: 1 });
  assertEquals(await mine.open("dialog", sealed), undefined);
  assertEquals(await seals("com.example.other", keys).open("action", sealed), undefined);
});

Deno.test("any changed character of a sealed text is noticed", async () => {
  const { seals: mine, load } = node(store());
  await load();
  const sealed = mine.seal("dialog", { text: "é\n", n: [1, null] });
  assertEquals(await mine.open("dialog", sealed), { text: "é\n", n: [1, null] });
  for (let at = 0; at < sealed.length; at++) {
    const other = sealed[at] === "A" ? "B" : "A";
    const changed = sealed.slice(0, at) + other + sealed.slice(at + 1);
    assertEquals(await mine.open("dialog", changed), undefined, `at ${at}`);
  }
});
