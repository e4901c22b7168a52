/**
 * A plugin with a list of todos for each channel: a command with subcommands, a button that ticks one
 * off, a dialog, a reminder, and a digest every day. Everything is declared in one object.
 */
import {
  allow,
  arg,
  definePlugin,
  ephemeral,
  type HookContext,
  reject,
  requireChannelPermission,
  setting,
  subcommand,
} from "@mattermost-deno/plugin";
import { addTodo, done, form } from "./interactive.ts";
import { remind } from "./remind.ts";
import { openTodos, type Todo, todosOf } from "./todos.ts";

export default definePlugin({
  settings: {
    banned: setting.text({ label: "Banned", help: "No message may have it.", default: "hunter2" }),
    token: setting.secret({ label: "Token", help: "For requests of other services." }),
    digest: setting.bool({ label: "Post a digest every day", default: true }),
  },

  bot: { username: "todo", displayName: "Todo", description: "Keeps the lists of todos." },
  actions: [done],
  dialogs: [form],

  commands: {
    todo: {
      description: "The channel's todos",
      subcommands: {
        add: subcommand({
          description: "Add one",
          args: { text: arg.rest({ hint: "[what]", maxLength: 100 }) },
          async run({ text }, context) {
            const { number } = await addTodo(text, context);
            return ephemeral(`Added as #${number}.`);
          },
        }),
        list: subcommand({
          description: "Show those that are open",
          async run(_, { kv, channelId }) {
            const open = await openTodos(kv, channelId);
            if (open.length === 0) return ephemeral("Nothing is to be done here.");
            return ephemeral(open.map(({ number, text }) => `- #${number} ${text}`).join("\n"));
          },
        }),
        form: subcommand({
          description: "Add one in a window",
          run: (_, { openDialog }) => openDialog(form),
        }),
        remind: subcommand({
          description: "Be reminded of one",
          args: {
            number: arg.number({ hint: "[number]", min: 1 }),
            minutes: arg.number({ hint: "[minutes]", min: 1, max: 10_000, default: 60 }),
          },
          async run({ number, minutes }, { jobs, channelId, userId }) {
            await jobs.schedule(remind, { channelId, number, userId }, { in: minutes * 60_000 });
            return ephemeral(`I will remind you of #${number} in ${minutes} minutes.`);
          },
        }),
      },
    },
  },

  hooks: {
    messageWillBePosted: (post, { config }) =>
      config.banned !== "" && post.message.includes(config.banned) ? reject("Password?") : allow(),

    serveHTTP: requireChannelPermission(
      "read_channel",
      (request) => new URL(request.url).searchParams.get("channel"),
      async (_request, { kv, channelId }) => Response.json(await openTodos(kv, channelId)),
    ),
  },
  failClosed: ["messageWillBePosted"],

  jobs: {
    digest: { every: "24h", run: (_, context) => postDigest(context) },
    remind,
  },
});

/** Posts into each channel what is to be done there. */
async function postDigest(
  { api, bot, config, kv, log }: HookContext<{ readonly digest: boolean }>,
): Promise<void> {
  if (!config.digest) return;
  let channels = 0;
  for await (const [channelId, todos] of todosOf(kv).entries<Todo[]>()) {
    const open = todos.filter((todo) => !todo.done);
    if (open.length === 0) continue;
    const lines = open.map(({ number, text }) => `- #${number} ${text}`);
    const message = [`**To be done here: ${open.length}**`, ...lines].join("\n");
    await api.createPost({ post: { userId: bot.userId, channelId, message } });
    channels++;
  }
  log.info("the digest is posted", { channels });
}
