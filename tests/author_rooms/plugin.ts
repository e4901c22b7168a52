/**
 * A plugin that has a bot with an image, texts in files, migrations, events and assets.
 *
 * @module
 */
import { definePlugin, event } from "../../mod.ts";

export default definePlugin({
  bot: { username: "rooms", displayName: "Rooms", image: "bot.png" },
  translations: "i18n",
  events: { greeted: event<{ text: string }>() },
  migrations: {
    "2026-01-first": async ({ kv, bot }) => {
      await kv.update<number>("migrated", (old = 0) => old + 1);
      await kv.set("migrated by", bot.username);
    },
  },
  onActivate: async ({ api, kv, log, assets }) => {
    await api.registerCommand({ command: { trigger: "greet" } });
    log.with({ migrated: await kv.get<number>("migrated") }).info("ready", {
      assets: (await assets.list()).join(", "),
    });
  },
  hooks: {
    executeCommand: async ({ userId, channelId }, { api, bot, t, publish, assets }) => {
      const { username } = await api.getUser({ userId });
      const text = await t("greeting", { username, count: 2 });
      await api.createPost({ post: { userId: bot.userId, channelId, message: text } });
      await publish("greeted", { text }, { channelId }, { omitUserIds: [userId] });
      return await assets.text("closing.txt");
    },
  },
});
