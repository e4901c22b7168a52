import { assert, assertEquals, assertThrows } from "@std/assert";
import { create, type JsonObject } from "@bufbuild/protobuf";
import { MessageAttachmentSchema } from "../../gen/mattermost/pluginapi/v1/api_remaining_pb.ts";
import { json } from "../contract/json.ts";
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

Deno.test("every field of an attachment has its place", () => {
  const attachment = {
    id: 1,
    fallback: "a",
    color: "b",
    pretext: "c",
    author_name: "d",
    author_link: "e",
    author_icon: "f",
    title: "g",
    title_link: "h",
    text: "i",
    fields: [{ title: "j", value: "k", short: true }],
    image_url: "l",
    thumb_url: "m",
    footer: "n",
    footer_icon: "o",
    ts: 5,
    actions: [{
      id: "p",
      type: "select",
      name: "q",
      disabled: true,
      style: "good",
      data_source: "users",
      options: [{ text: "r", value: "s" }],
      default_option: "s",
      integration: { url: "/t", context: { u: 1 } },
    }],
  };
  const message = create(MessageAttachmentSchema, messageAttachment(attachment));
  assertEquals(json(message), attachment);
});

Deno.test("what is no field of an attachment is refused", () => {
  const text = (json: JsonObject) => assertThrows(() => messageAttachment(json), TypeError).message;
  assertEquals(
    text({ txt: "x" }),
    'messageAttachment(): there is no "txt"; did you mean "text"?',
  );
  assertEquals(
    text({ actions: [{ datasource: "users" }] }),
    'messageAttachment().actions[0]: there is no "datasource"; did you mean "data_source"?',
  );
  assertEquals(text({ fields: "x" }), 'messageAttachment().fields: expected an array, got "x"');
});
