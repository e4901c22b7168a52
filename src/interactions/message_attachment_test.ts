import { assert, assertEquals, assertThrows } from "@std/assert";
import { definePlugin } from "../define/define_plugin.ts";
import { testPlugin } from "../testing/test_plugin.ts";
import { defineAction } from "./action.ts";
import { messageAttachment } from "./message_attachment.ts";

Deno.test("a menu and a button in a command's response work as in a post", async () => {
  const pick = defineAction("pick", (_item, { selected, post }) => `${selected} ${post}`);
  const plugin = definePlugin({
    actions: [pick],
    onActivate: ({ api }) => api.registerCommand({ command: { trigger: "pick" } }),
    hooks: {
      executeCommand: ({ userId, channelId }, { menu, button }) => {
        const place = { ephemeral: true, userId, channelId };
        const options = ["red", "blue"];
        const colour = menu(pick, { label: "Colour", options, default: "red", ...place });
        const who = menu(pick, { label: "Who", options: "users", ...place });
        const none = button(pick, { label: "None", ...place });
        return {
          messageAttachments: [
            messageAttachment({ text: "x", ts: 5, actions: [colour, who] }),
            { text: "y", actions: [none] },
          ],
        };
      },
    },
  });
  await using t = await testPlugin(plugin);
  const [post] = (await t.command("/pick")).ephemeral;
  assert(post !== undefined);
  const texts = [
    await t.select(post, "Colour", "blue"),
    await t.select(post, "Who", t.users.ben),
    await t.click(post, "None"),
  ].map(({ ephemeral }) => ephemeral.at(-1)?.message);
  assertEquals(texts, ["blue null", `${t.users.ben.id} null`, "null null"]);
});

Deno.test("what is no field of an attachment is refused", () => {
  const error = assertThrows(() => messageAttachment({ txt: "x" }), TypeError);
  assertEquals(error.message.includes('"txt"'), true, error.message);
});
