/** Hooks that say in the log what they were told, and some that decide. @module */
import { allow, type HookContext, type Hooks, reject, replace } from "@mattermost-deno/plugin";

function saw({ hook, log }: HookContext, ...facts: readonly string[]): void {
  log.info(["saw", hook, ...facts].join(" "));
}

/** The hooks. */
export const observed = {
  messageHasBeenPosted(post, context) {
    if (post.message.startsWith("watched")) saw(context, post.message);
  },

  messageWillBeUpdated(post, old) {
    if (post.message.includes("forbidden")) {
      return reject(`That word is forbidden, ${old.message} was better.`);
    }
    if (!post.message.startsWith("watched")) return allow();
    return replace({ ...post, message: `${post.message} (edited)` });
  },

  messageHasBeenUpdated(post, old, context) {
    if (post.message.startsWith("watched")) saw(context, post.message, "was", old.message);
  },

  messageHasBeenDeleted: (post, context) => saw(context, post.id),
  reactionHasBeenAdded: ({ emojiName, userId }, context) => saw(context, emojiName, userId),
  reactionHasBeenRemoved: ({ emojiName, userId }, context) => saw(context, emojiName, userId),
  channelHasBeenCreated: (channel, context) => saw(context, channel.name),

  userHasJoinedChannel: ({ channelId, userId }, actor, context) =>
    saw(context, channelId, userId, actor?.username ?? "nobody"),
  userHasLeftChannel: ({ channelId, userId }, actor, context) =>
    saw(context, channelId, userId, actor?.username ?? "nobody"),
  userHasJoinedTeam: ({ teamId, userId }, actor, context) =>
    saw(context, teamId, userId, actor?.username ?? "nobody"),
  userHasLeftTeam: ({ teamId, userId }, actor, context) =>
    saw(context, teamId, userId, actor?.username ?? "nobody"),
  userHasBeenDeactivated: (user, context) => saw(context, user.username),
  onWebSocketConnect: ({ userId }, context) => saw(context, userId),
  onWebSocketDisconnect: ({ userId }, context) => saw(context, userId),

  configurationWillBeSaved(config) {
    switch (config.TeamSettings?.SiteName) {
      case "forbidden":
        return reject("That name is taken.");
      case "quiet":
        return replace({
          ...config,
          TeamSettings: { ...config.TeamSettings, SiteName: "quiet (edited)" },
        });
      default:
        return allow();
    }
  },

  userHasBeenCreated: (user, context) => saw(context, user.username),
  userWillLogIn: (user) => user.username === "mallory" ? reject("Mallory stays outside.") : allow(),
  userHasLoggedIn: (user, context) => saw(context, user.username),

  preferencesHaveChanged(preferences, context) {
    for (const { category, name, value } of preferences) saw(context, category, name, value);
  },

  async webSocketMessageHasBeenPosted(request, { userId }, { api }) {
    if (request.action !== "custom_com.example.exerciser_ping") return;
    await api.publishWebSocketEvent({
      event: "pong",
      payload: { said: request.data?.["said"] ?? null, count: 2 },
      broadcast: { userId },
    });
  },
} satisfies Hooks;
