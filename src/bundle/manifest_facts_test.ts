import { assertEquals, assertThrows } from "@std/assert";
import { readManifestFacts } from "./manifest_facts.ts";

Deno.test("a plugin has the database only if its manifest says just that", async () => {
  const file = await Deno.makeTempFile({ suffix: ".json" });
  try {
    const read = (server: unknown) => {
      Deno.writeTextFileSync(file, JSON.stringify({ id: "com.example.x", server }));
      return readManifestFacts(file);
    };
    const asked = { permissions: { database: true } };
    assertEquals(read(asked), {
      pluginId: "com.example.x",
      wantsDatabase: true,
      bundleFolder: file.slice(0, file.lastIndexOf("/")),
    });
    for (
      const server of [
        undefined,
        null,
        {},
        { permissions: {} },
        { permissions: { database: false } },
        { permissions: { database: "true" } },
        { permissions: { database: 1 } },
      ]
    ) assertEquals(read(server).wantsDatabase, false, JSON.stringify(server));
    Deno.writeTextFileSync(file, "null");
    assertThrows(() => readManifestFacts(file), Error, 'has no "id"');
  } finally {
    await Deno.remove(file);
  }
});
