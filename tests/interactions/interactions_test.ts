import { assert, assertEquals } from "@std/assert";
import { testPlugin, type TestPluginKitOptions } from "../../src/testing/mod.ts";
import plugin from "./plugin.ts";

const ways: Readonly<Record<string, TestPluginKitOptions>> = {
  "in the test's process": {},
  "in its sandbox": { sandbox: true },
  "in its sandbox, over net/rpc": { sandbox: true, transport: "netrpc" },
};

for (const [where, options] of Object.entries(ways)) {
  Deno.test(`buttons, menus and dialogs work ${where}`, async () => {
    await using t = await testPlugin(plugin, {
      ...options,
      manifest: { id: "com.example.interactions", version: "1.0.0" },
    });

    await t.command("/ask whisper");
    const whispered = t.ephemeralPosts().find(({ props }) => props?.["attachments"]);
    assert(whispered !== undefined);
    const acknowledged = await t.click(whispered, "Ack");
    assertEquals(acknowledged.post?.message, "whispered, unseen");
    assertEquals(acknowledged.ephemeral.at(-1)?.message, "Thank you.");

    await t.command("/ask choose");
    const menus = t.posts().at(-1);
    assert(menus !== undefined);
    assertEquals((await t.select(menus, "Colour", "Blue")).post?.message, "chosen: b");
    const { ben } = t.users;
    assertEquals((await t.select(menus, "Who", ben)).post?.message, `chosen: ${ben.id}`);
    const nobody = await t.select(menus, "Who", "z".repeat(26));
    assertEquals(nobody.ephemeral.at(-1)?.message, "That cannot be chosen here.");

    assertEquals(
      (await t.command("/ask wrong")).text,
      'TypeError: openDialog("second"): values.count: the number 0 does not fit: This must be at ' +
        "least 1.",
    );

    const { dialog } = await t.command("/ask order");
    assert(dialog !== null);
    const wrong = await t.submit(dialog, { what: "soup" }, { unchecked: true });
    assertEquals(wrong.errors, { what: "This is none of the choices." });
    const { next } = await t.submit(dialog, { what: "pizza" });
    const [bridge] = t.ephemeralPosts().filter(({ props }) =>
      JSON.stringify(props ?? {}).includes("Continue")
    );
    const second = next ?? (bridge && (await t.click(bridge, "Continue")).dialog);
    assert(second, "the second dialog is there, the one or the other way");
    await t.submit(second, { count: "2" });
    assertEquals(t.posts().at(-1)?.message, "ordered: 2 pizza");
    await t.cancel(dialog);
    assertEquals(t.posts().at(-1)?.message, "ordered: nothing");
  });
}
