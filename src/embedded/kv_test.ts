import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { PluginAPIError, ValidationError } from "../api/errors.ts";
import { createEmbeddedMattermost, type EmbeddedMattermost } from "./mod.ts";
import { apiOf, setUp } from "./setup_test.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (value: Uint8Array | null) => value && new TextDecoder().decode(value);

Deno.test("a value is kept for its plugin alone", async () => {
  await using s = setUp();
  const other = apiOf(s.mattermost, "com.example.second");
  await s.api.kvSet({ key: "colour", value: bytes("red") });
  await other.kvSet({ key: "colour", value: bytes("blue") });
  assertEquals(text(await s.api.kvGet({ key: "colour" })), "red");
  assertEquals(text(await other.kvGet({ key: "colour" })), "blue");
  await s.api.kvDeleteAll();
  assertEquals(await s.api.kvGet({ key: "colour" }), null);
  assertEquals(text(await other.kvGet({ key: "colour" })), "blue");
});

Deno.test("a key that is not there has the value null, and deleting it is no error", async () => {
  await using s = setUp();
  assertEquals(await s.api.kvGet({ key: "none" }), null);
  await s.api.kvDelete({ key: "none" });
});

Deno.test("setting an empty value deletes", async () => {
  await using s = setUp();
  await s.api.kvSet({ key: "k", value: bytes("v") });
  assertEquals(
    await s.api.kvSetWithOptions({ key: "k", value: new Uint8Array(), options: {} }),
    true,
  );
  assertEquals(await s.api.kvGet({ key: "k" }), null);
  assertEquals(await s.api.kvList({ page: 0, perPage: 10 }), []);
});

Deno.test("values of any bytes and of a mebibyte come back as they were", async () => {
  await using s = setUp();
  const value = new Uint8Array(1 << 20).map((_, i) => i * 31);
  await s.api.kvSet({ key: "big", value });
  assertEquals(await s.api.kvGet({ key: "big" }), value);
});

Deno.test("a value with an expiry is gone when its seconds are over", async () => {
  await using s = setUp();
  await s.api.kvSetWithExpiry({ key: "k", value: bytes("v"), expireInSeconds: 2n });
  s.pass(1999);
  assertEquals(text(await s.api.kvGet({ key: "k" })), "v");
  assertEquals(await s.api.kvList({ page: 0, perPage: 10 }), ["k"]);
  s.pass(1);
  assertEquals(await s.api.kvGet({ key: "k" }), null);
  assertEquals(await s.api.kvList({ page: 0, perPage: 10 }), []);
});

Deno.test("every set writes the expiry anew, so a plain set keeps the value for good", async () => {
  await using s = setUp();
  await s.api.kvSetWithExpiry({ key: "k", value: bytes("a"), expireInSeconds: 1n });
  await s.api.kvSet({ key: "k", value: bytes("b") });
  s.pass(60_000);
  assertEquals(text(await s.api.kvGet({ key: "k" })), "b");
});

Deno.test("a negative expiry stores what has expired already", async () => {
  await using s = setUp();
  await s.api.kvSetWithExpiry({ key: "k", value: bytes("v"), expireInSeconds: -5n });
  assertEquals(await s.api.kvGet({ key: "k" }), null);
});

Deno.test("compare and set sets only over the value that is expected", async () => {
  await using s = setUp();
  const set = (oldValue: string, newValue: string) =>
    s.api.kvCompareAndSet({ key: "k", oldValue: bytes(oldValue), newValue: bytes(newValue) });
  assertEquals(await set("a", "b"), false, "there is no value yet");
  assertEquals(await set("", "a"), true, "no old value means: insert");
  assertEquals(await set("", "b"), false, "there is one now");
  assertEquals(await set("x", "b"), false, "it is another one");
  assertEquals(await set("a", "a"), true, "the same value over itself");
  assertEquals(await set("a", "b"), true);
  assertEquals(text(await s.api.kvGet({ key: "k" })), "b");
  assertEquals(await set("b", ""), true, "no new value means: delete");
  assertEquals(await s.api.kvGet({ key: "k" }), null);
  assertEquals(await set("", ""), false, "neither old nor new");
});

Deno.test("an expired value counts as none when comparing", async () => {
  await using s = setUp();
  await s.api.kvSetWithExpiry({ key: "k", value: bytes("a"), expireInSeconds: 1n });
  s.pass(1000);
  const set = (oldValue: string) =>
    s.api.kvCompareAndSet({ key: "k", oldValue: bytes(oldValue), newValue: bytes("b") });
  assertEquals(await set("a"), false);
  assertEquals(await s.api.kvCompareAndDelete({ key: "k", oldValue: bytes("a") }), false);
  assertEquals(await set(""), true);
  assertEquals(text(await s.api.kvGet({ key: "k" })), "b");
});

Deno.test("compare and delete deletes only the value that is expected", async () => {
  await using s = setUp();
  await s.api.kvSet({ key: "k", value: bytes("a") });
  assertEquals(await s.api.kvCompareAndDelete({ key: "k", oldValue: bytes("x") }), false);
  assertEquals(await s.api.kvCompareAndDelete({ key: "k", oldValue: new Uint8Array() }), false);
  assertEquals(await s.api.kvCompareAndDelete({ key: "k", oldValue: bytes("a") }), true);
  assertEquals(await s.api.kvGet({ key: "k" }), null);
});

Deno.test("of a hundred calls that insert one key together, exactly one succeeds", async () => {
  await using s = setUp();
  const won = await Promise.all(Array.from({ length: 100 }, (_, i) =>
    s.api.kvSetWithOptions({
      key: "lock",
      value: bytes(`holder ${i}`),
      options: { atomic: true, expireInSeconds: 15n },
    })));
  assertEquals(won.filter(Boolean).length, 1);
  assertEquals(text(await s.api.kvGet({ key: "lock" })), `holder ${won.indexOf(true)}`);
});

Deno.test("counters that are raised together by compare and set lose no step", async () => {
  await using s = setUp();
  const raise = async () => {
    while (true) {
      const oldValue = await s.api.kvGet({ key: "n" }) ?? new Uint8Array();
      const newValue = bytes(String(Number(text(oldValue) || "0") + 1));
      if (await s.api.kvCompareAndSet({ key: "n", oldValue, newValue })) return;
    }
  };
  await Promise.all(Array.from({ length: 50 }, raise));
  assertEquals(text(await s.api.kvGet({ key: "n" })), "50");
});

Deno.test("keys are listed by page, in order, ten where no size is named", async () => {
  await using s = setUp();
  const keys = Array.from({ length: 25 }, (_, i) => `key${String(i).padStart(2, "0")}`);
  for (const key of keys.toReversed()) await s.api.kvSet({ key, value: bytes("v") });
  assertEquals(await s.api.kvList({ page: 0, perPage: 0 }), keys.slice(0, 10));
  assertEquals(await s.api.kvList({ page: 0, perPage: -1 }), keys.slice(0, 10));
  assertEquals(await s.api.kvList({ page: 1, perPage: 10 }), keys.slice(10, 20));
  assertEquals(await s.api.kvList({ page: 2, perPage: 10 }), keys.slice(20));
  assertEquals(await s.api.kvList({ page: 3, perPage: 10 }), []);
});

Deno.test("a key has 1 to 150 characters, counted as Unicode code points", async () => {
  await using s = setUp();
  const value = bytes("v");
  await s.api.kvSet({ key: "é".repeat(150), value });
  await s.api.kvSet({ key: "🦕".repeat(150), value });
  for (const key of ["", "k".repeat(151)]) {
    const error = await assertRejects(() => s.api.kvSet({ key, value }), ValidationError);
    assertEquals(error.id, "model.plugin_key_value.is_valid.key.app_error");
    assertEquals(error.statusCode, 400);
    assertStringIncludes(error.message, `1 to 150 characters; this one has ${key.length}`);
  }
});

Deno.test("a key with a NUL is refused with status 500, as by PostgreSQL", async () => {
  await using s = setUp();
  const error = await assertRejects(
    () => s.api.kvSet({ key: "a\0b", value: bytes("v") }),
    PluginAPIError,
  );
  assertEquals([error.id, error.statusCode], ["app.plugin_store.save.app_error", 500]);
});

Deno.test("an old value without atomic is refused", async () => {
  await using s = setUp();
  const error = await assertRejects(
    () =>
      s.api.kvSetWithOptions({ key: "k", value: bytes("v"), options: { oldValue: bytes("o") } }),
    ValidationError,
  );
  assertEquals(error.id, "model.plugin_kvset_options.is_valid.old_value.app_error");
  assertStringIncludes(error.message, "`atomic`");
});

Deno.test("two servers on one file do not both insert a key", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const database = `${folder}/mattermost.db`;
    await using first = createEmbeddedMattermost({ database });
    await using second = createEmbeddedMattermost({ database });
    const insert = (mattermost: EmbeddedMattermost, key: string) =>
      apiOf(mattermost, "p").kvCompareAndSet({
        key,
        oldValue: new Uint8Array(),
        newValue: bytes("mine"),
      });
    for (let i = 0; i < 20; i++) {
      const won = await Promise.all([insert(first, `k${i}`), insert(second, `k${i}`)]);
      assertEquals(won.filter(Boolean).length, 1);
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
