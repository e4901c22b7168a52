import { assert, assertEquals } from "@std/assert";
import { testPlugin, type TestPluginKitOptions } from "../../src/testing/mod.ts";
import plugin from "./plugin.ts";

const ways: Readonly<Record<string, TestPluginKitOptions>> = {
  "in the test's process": {},
  "in its sandbox": { sandbox: true },
  "in its sandbox, over net/rpc": { sandbox: true, transport: "netrpc" },
};

for (const [where, options] of Object.entries(ways)) {
  Deno.test(`texts that declarations name are in their readers' languages ${where}`, async () => {
    await using t = await testPlugin(plugin, {
      ...options,
      manifest: { id: "com.example.translations", version: "1.0.0" },
    });
    const greta = t.mattermost.createUser({ username: "greta", locale: "de" }, t.team);
    const channel = t.mattermost.createChannel({ teamId: t.team.id, name: "german" }, greta);
    const as = { as: greta, channel };

    assertEquals((await t.command("/order soup", as)).text, "Bestellt: soup");
    assertEquals((await t.command("/order pasta", as)).text, "Es gibt kein pasta.");
    assertEquals((await t.command("/order soup")).text, "Ordered: soup");
    assertEquals(
      (await t.command("/order --help", as)).text,
      "**`/order [what]`**\nBestellt etwas\n\n- `[what]`: Was",
    );

    const { dialog } = await t.command("/order", as);
    assert(dialog !== null);
    const [what] = dialog.elements;
    assertEquals(
      [dialog.title, what?.displayName, what?.options[0]?.text],
      ["Bestellung für den M…", "Was", "Eine Pizza"],
    );
    const submit = async (value: string) =>
      (await t.submit(dialog, { what: value }, { channel })).error;
    assertEquals(await submit("pizza"), "Bestellt: pizza");
    assertEquals(await submit("pasta"), "Es gibt kein pasta.");

    await t.command("/menu", as);
    const post = t.posts(channel).at(-1);
    assert(post !== undefined);
    const { ephemeral } = await t.click(post, "Orders something", { as: greta });
    assertEquals(ephemeral.at(-1)?.message, "Bestellt: pizza");
    await t.click(post, "Eine Pizza", { as: greta });

    const all = await t.api.listPluginCommands({ teamId: t.team.id });
    assertEquals(all.map(({ autoCompleteDesc }) => autoCompleteDesc), [
      "Orders something",
      "Orders something",
    ]);
  });
}
