import { assertEquals, assertRejects } from "@std/assert";
import { readDeclaredManifest } from "./declared_manifest.ts";
import { BundleError } from "./deno_bundle.ts";

/** A plugin that does something as it is loaded. */
function loading(code: string): Promise<unknown> {
  const plugin =
    `export default { kind: "mattermost-deno.PluginDefinition", hooks: { [secret]() {} } };`;
  return readDeclaredManifest(`let secret = "none"; ${code}\n${plugin}\n`, "plugin.ts");
}

Deno.test("a foreign plugin that is loaded for what it declares reads no file of whoever loads it", async () => {
  const secret = await Deno.makeTempFile({ prefix: "secret-" });
  try {
    const file = JSON.stringify(`file://${secret}`);
    const text = '{ type: "text" }';
    const refused = `Requires read access to "${secret}"`;
    for (
      const code of [
        `import text from ${file} with ${text}; secret = text;`,
        `secret = (await import(${file}, { with: ${text} })).default;`,
      ]
    ) {
      const { message } = await assertRejects(() => loading(code), BundleError);
      assertEquals(message.includes(refused), true, message);
      assertEquals(/ask\.js|import\(file\)/.test(message), false, message);
    }
    assertEquals(await loading(""), { parts: {}, hooks: ["none"], texts: undefined });
  } finally {
    await Deno.remove(secret);
  }
});

Deno.test("nor does it keep anything there", async () => {
  await assertRejects(() => loading('localStorage.setItem("a", "b");'), BundleError, "os error");
  await assertRejects(() => loading('await caches.open("a");'), BundleError, "cache storage");
});

Deno.test("a plugin that never ends loading is told from one that fails", async () => {
  const { message } = await assertRejects(
    () => loading("await new Promise(() => {});"),
    BundleError,
  );
  assertEquals(
    message,
    "plugin.ts cannot be loaded, so no server could start it:\nTop-level await promise never resolved",
  );
});
