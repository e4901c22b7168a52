import { assert, assertEquals } from "@std/assert";
import { subcommand } from "../commands/subcommand.ts";
import { definePlugin } from "../define/define_plugin.ts";
import { localized } from "../plugin/context/translate.ts";
import { UserError } from "../plugin/user_error.ts";
import { testPlugin } from "../testing/test_plugin.ts";
import { defineAction } from "./action.ts";
import { defineDialog } from "./dialog.ts";
import { element } from "./elements/mod.ts";

const late = () => {
  throw new UserError(localized("late", { day: 3 }));
};
const sorry = defineAction("sorry", late);
const form = defineDialog("form", {
  title: "Form",
  elements: { what: element.text({ label: "What" }) },
  submit: late,
});

const plugin = definePlugin({
  translations: {
    en: { late: "Too late by {day} days." },
    de: { late: "{day} Tage zu spät." },
  },
  bot: { username: "waiter" },
  actions: [sorry],
  dialogs: [form],
  commands: {
    open: subcommand({ description: "d", run: (_, { openDialog }) => openDialog(form) }),
    post: subcommand({
      description: "d",
      run: async (_, { api, bot, button, channelId }) => {
        const props = { attachments: [{ actions: [button(sorry, { label: "Sorry" })] }] };
        await api.createPost({ post: { userId: bot.userId, channelId, props } });
      },
    }),
  },
});

Deno.test("what a click or a submission is refused with is in that person's language", async () => {
  await using t = await testPlugin(plugin);
  const greta = t.mattermost.createUser({ username: "greta", locale: "de" }, t.team);
  const channel = t.mattermost.createChannel(
    { teamId: t.team.id, name: "both" },
    greta,
    t.users.ada,
  );
  await t.command("/post", { channel, as: t.users.ada });
  const post = t.posts(channel).at(-1);
  assert(post !== undefined);
  for (
    const [as, text] of [[greta, "3 Tage zu spät."], [t.users.ada, "Too late by 3 days."]] as const
  ) {
    const { ephemeral } = await t.click(post, "Sorry", { as });
    assertEquals(ephemeral.map(({ message }) => message), [text]);
    const { dialog } = await t.command("/open", { as, channel });
    assert(dialog !== null);
    assertEquals((await t.submit(dialog, { what: "x" }, { channel })).error, text);
  }
});
