import {
  assert,
  assertEquals,
  assertNotEquals,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import { definePlugin, NotFoundError } from "../../mod.ts";
import { testPlugin } from "../../src/testing/mod.ts";
import plugin from "./sandboxed/plugin.ts";

const ways = [
  { sandbox: false },
  { sandbox: false, transport: "netrpc" },
  { sandbox: true },
  { sandbox: true, transport: "netrpc" },
] as const;

for (const way of ways) {
  const { sandbox } = way;
  Deno.test(`one test, ${JSON.stringify(way)}`, async () => {
    await using t = await testPlugin(plugin, { ...way, settings: { Word: "x" } });
    const { text, ephemeral } = await t.command("/where", { as: "ben" });
    assertEquals(Number(text) === Deno.pid, !sandbox);
    assertEquals(ephemeral.length, 1);
    assertEquals(await t.api.kvGet({ key: "asked" }), new Uint8Array([1]));
    assert(t.log.some(({ message, level }) => message === "asked" && level === "info"));
    assertEquals((await t.fetch("/")).status, sandbox ? 403 : 200);
    t.fail("kvSet", { error: new NotFoundError({ message: "Gone." }) });
    await assertRejects(() => t.command("/where"), Error, "Gone.");
    await t.restart();
    assertNotEquals((await t.command("/where")).text, sandbox ? text : "");
  });
}

for (const transport of ["memory", "netrpc"] as const) {
  const over = transport === "memory" ? "gRPC" : "net/rpc";
  Deno.test(`what is thrown in the sandbox fails the test, over ${over}, promises that nobody awaits included`, async () => {
    const t = await testPlugin(plugin, { sandbox: true, transport });
    assertEquals((await t.fetch("/forgotten")).status, 500);
    const error = await assertRejects(() => t.stop(), Error);
    assertStringIncludes(error.message, "serveHTTP (GET /forgotten):\n  Error: a defect");
    assertStringIncludes(
      error.message,
      "unhandled rejection:\n  Error: nobody waits for this",
    );
    assertStringIncludes(error.message, "plugin.ts:");
  });
}

Deno.test("a process that ends by itself fails the test", async () => {
  const t = await testPlugin(plugin, { sandbox: true });
  assert((await t.fetch("/exit")).status >= 500);
  await t.until(() => t.log.some(({ fields }) => fields["uncaught"] !== undefined));
  const error = await assertRejects(() => t.stop(), Error);
  assertStringIncludes(error.message, "caught this: the plugin's process: ");
  assertStringIncludes(error.message, "exit code 3");
});

Deno.test("in the sandbox the clock cannot be moved", async () => {
  await using t = await testPlugin(plugin, { sandbox: true });
  assertEquals(t.pluginId, "com.example.sandboxed");
  await assertRejects(() => t.clock.advance(1), TypeError, "the computer's clock");
});

Deno.test("a plugin that no file exports cannot be run in a sandbox, and the error says how", async () => {
  const inline = definePlugin({});
  await assertRejects(
    () => testPlugin(inline, { sandbox: true }),
    TypeError,
    "does not export this plugin",
  );
});

Deno.test("a plugin from the network is not run in a sandbox", async () => {
  await assertRejects(
    () => testPlugin(plugin, { sandbox: { entry: "https://example.com/plugin.ts" } }),
    TypeError,
    "and https://example.com/plugin.ts is none: Export the plugin from a file of its own",
  );
});

Deno.test("without permissions the sandbox says that it needs them", {
  permissions: "none",
}, async () => {
  const manifest = { id: "com.example.refused", name: "Refused", version: "1.0.0" };
  await assertRejects(
    () => testPlugin(plugin, { sandbox: true, manifest }),
    TypeError,
    "needs all permissions: deno test -A",
  );
});
