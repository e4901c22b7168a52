import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { JsonObject } from "@bufbuild/protobuf";
import { subcommand } from "../commands/subcommand.ts";
import { definePlugin } from "../define/define_plugin.ts";
import { localized } from "../plugin/context/translate.ts";
import type { UserContext } from "../plugin/context/user_context.ts";
import { type TestKit, testPlugin } from "../testing/test_plugin.ts";
import { defineAction } from "./action.ts";
import { defineDialog } from "./dialog.ts";
import { element } from "./elements/mod.ts";

const greet = defineAction("greet", ({ who }: { who: string }) => ({
  update: { message: localized("hello", { who }) },
}));
const choose = defineAction("choose", (_item, { selected }) => selected ?? "");
const wrong = defineAction("wrong", () => ({ update: { message: 5 as never } }));
const find = defineDialog("find", {
  title: "Find",
  elements: {
    what: element.dynamic({
      label: "What",
      search: () => [{ text: localized("small"), value: "s" }],
    }),
  },
  submit: () => {},
});

let act: (context: UserContext) => unknown = () => {};

const plugin = definePlugin({
  translations: {
    en: { hello: "Hello, {who}", greet: "Greet", tip: "A tip", small: "Small", size: "Size" },
    de: { hello: "Hallo, {who}", greet: "Grüßen", tip: "Ein Tipp", small: "Klein", size: "Größe" },
  },
  bot: { username: "waiter" },
  actions: [greet, choose, wrong],
  dialogs: [find],
  commands: {
    act: subcommand({ description: "d", run: async (_, context) => void await act(context) }),
  },
});

function withGreta(t: TestKit) {
  const greta = t.mattermost.createUser({ username: "greta", locale: "de" }, t.team);
  const channel = t.mattermost.createChannel(
    { teamId: t.team.id, name: "both" },
    greta,
    t.users.ada,
  );
  return { greta, channel };
}

const options = { label: localized("greet"), tooltip: localized("tip"), context: { who: "x" } };
const sizes = [{ text: localized("small"), value: "s" }, "large"];

Deno.test("a button is in the server's language, or in that of the one who may click", async () => {
  await using t = await testPlugin(plugin);
  const { greta, channel } = withGreta(t);
  let made: unknown[] = [];
  act = async ({ button, menu, userId }) => {
    const elements: readonly JsonObject[] = [
      await button(greet, options),
      await button(greet, { ...options, userId }),
      await button(greet, { ...options, ephemeral: true }),
      await menu(choose, { label: localized("size"), options: sizes }),
      await menu(choose, { label: localized("size"), options: sizes, userId, default: "s" }),
      await menu(choose, { label: localized("size"), options: "users", userId }),
    ];
    made = elements.map(({ name, tooltip, options = null }) => [name, tooltip, options]);
  };
  await t.command("/act", { as: greta, channel });
  const large = { text: "large", value: "large" };
  assertEquals(made, [
    ["Greet", "A tip", null],
    ["Grüßen", "Ein Tipp", null],
    ["Grüßen", "Ein Tipp", null],
    ["Size", undefined, [{ text: "Small", value: "s" }, large]],
    ["Größe", undefined, [{ text: "Klein", value: "s" }, large]],
    ["Größe", undefined, null],
  ]);
});

Deno.test("a button with plain texts is there at once", async () => {
  await using t = await testPlugin(plugin);
  let made: unknown;
  act = ({ button }) => made = button(choose, { label: "Plain" });
  await t.command("/act");
  assert(!(made instanceof Promise));
});

Deno.test("what a click writes into a post is in the server's language", async () => {
  await using t = await testPlugin(plugin);
  const { greta, channel } = withGreta(t);
  act = async ({ button, api, bot, channelId }) => {
    const actions = [await button(greet, options), button(wrong, { label: "Wrong" })];
    const props = { attachments: [{ actions }] };
    await api.createPost({ post: { userId: bot.userId, channelId, props } });
  };
  await t.command("/act", { as: greta, channel });
  const post = t.posts(channel).at(-1);
  assert(post !== undefined);
  await t.click(post, "Wrong", { as: greta });
  assertStringIncludes(
    t.takeErrors()[0]?.message ?? "",
    'the action "wrong": update.message: expected a string or localized(…), got the number 5',
  );
  await t.click(post, "Greet", { as: greta });
  assertEquals(t.posts(channel).at(-1)?.message, "Hello, x");
});

Deno.test("in a post that one person sees, it is in that person's language", async () => {
  await using t = await testPlugin(plugin);
  const { greta, channel } = withGreta(t);
  act = async ({ button, api, bot, channelId, userId }) => {
    const actions = [await button(greet, { ...options, ephemeral: true })];
    const props = { attachments: [{ actions }] };
    await api.sendEphemeralPost({ userId, post: { userId: bot.userId, channelId, props } });
  };
  const { ephemeral } = await t.command("/act", { as: greta, channel });
  const [post] = ephemeral;
  assert(post !== undefined);
  await t.click(post, "Grüßen", { as: greta });
  assertEquals(t.ephemeralPosts(greta).at(-1)?.message, "Hallo, x");
});

Deno.test("choices found while people type are in their language", async () => {
  await using t = await testPlugin(plugin);
  const { greta, channel } = withGreta(t);
  act = ({ openDialog }) => openDialog(find);
  const { dialog } = await t.command("/act", { as: greta, channel });
  assert(dialog !== null);
  const found = await t.lookup(dialog, "what", "", { channel });
  assertEquals(found.map(({ text }) => text), ["Klein"]);
});
