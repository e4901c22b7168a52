/**
 * A plugin with every way of asking people something.
 *
 * @module
 */
import {
  defineAction,
  defineDialog,
  definePlugin,
  element,
  messageAttachment,
  nextStep,
  subcommand,
} from "../../mod.ts";

const acknowledge = defineAction("ack", ({ text }: { text: string }, { post }) => ({
  update: { message: `${text}, ${post === null ? "unseen" : "seen"}` },
  ephemeral: "Thank you.",
}));

const choose = defineAction("choose", (_item, { selected }) => ({
  update: { message: `chosen: ${selected}` },
}));

const second = defineDialog("second", {
  title: "2 of 2",
  introduction: "How many?",
  elements: { count: element.number({ label: "How many", min: 1 }) },
  submit: async ({ count }, { api, bot, channelId }, { what }: { what: string }) => {
    const message = `ordered: ${count} ${what}`;
    await api.createPost({ post: { userId: bot.userId, channelId, message } });
  },
});

const first = defineDialog("first", {
  title: "1 of 2",
  elements: {
    what: element.select({ label: "What", options: ["pizza", "pasta"] }),
    who: element.user({ label: "Who", optional: true }),
    where: element.channel({ label: "Where", optional: true }),
  },
  submit: ({ what }) => nextStep(second, { what }),
  cancel: async ({ api, bot, channelId }) => {
    await api.createPost({ post: { userId: bot.userId, channelId, message: "ordered: nothing" } });
  },
});

export default definePlugin({
  bot: { username: "asker", displayName: "Asker" },
  actions: [acknowledge, choose],
  dialogs: [first, second],
  commands: {
    ask: {
      description: "Asks",
      subcommands: {
        whisper: subcommand({
          description: "In a post that one person sees",
          run: async (_, { api, bot, button, channelId, userId }) => {
            const context = { text: "whispered" };
            const actions = [button(acknowledge, { label: "Ack", context, ephemeral: true })];
            const props = { attachments: [{ actions }] };
            await api.sendEphemeralPost({ userId, post: { userId: bot.userId, channelId, props } });
          },
        }),
        answer: subcommand({
          description: "In the command's own answer",
          run: (_, { menu }) => {
            const options = ["red", { text: "Blue", value: "b" }];
            const actions = [menu(choose, { label: "Colour", options, ephemeral: true })];
            return { messageAttachments: [messageAttachment({ actions })] };
          },
        }),
        choose: subcommand({
          description: "By menus",
          run: async (_, { api, bot, channelId, menu }) => {
            const actions = [
              menu(choose, { label: "Colour", options: ["red", { text: "Blue", value: "b" }] }),
              menu(choose, { label: "Who", options: "users" }),
              menu(choose, { label: "Where", options: "channels" }),
            ];
            const props = { attachments: [{ actions }] };
            const message = "choose";
            await api.createPost({ post: { userId: bot.userId, channelId, message, props } });
          },
        }),
        wrong: subcommand({
          description: "In a dialog that cannot be opened",
          run: async (_, { openDialog }) => {
            try {
              await openDialog(second, { what: "" }, { values: { count: 0 } });
              return "opened";
            } catch (error) {
              return `${error}`;
            }
          },
        }),
        order: subcommand({
          description: "In two dialogs",
          run: (_, { openDialog }) => openDialog(first),
        }),
      },
    },
  },
});
