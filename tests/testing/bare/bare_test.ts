/** Run by the test beside this folder, without any permission. */
import { assertEquals } from "@std/assert";
import { definePlugin } from "../../../mod.ts";
import { testPlugin } from "../../../src/testing/mod.ts";

const plugin = definePlugin({
  onActivate: ({ api }) => api.registerCommand({ command: { trigger: "hi" } }),
  hooks: { executeCommand: () => "hello" },
});

for (const transport of ["memory", "netrpc"] as const) {
  Deno.test(`a test of a plugin, over ${transport}`, async () => {
    await using t = await testPlugin(plugin, { transport });
    assertEquals((await t.command("/hi")).text, "hello");
    await t.clock.advance(1000);
  });
}
