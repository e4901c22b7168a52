import { clone, create } from "@bufbuild/protobuf";
import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import { type Reaction, ReactionSchema } from "../contract/mod.ts";
import { denied, invalid, notFound } from "./app_error.ts";
import { getChannel } from "./find_channel.ts";
import { getPost } from "./find_post.ts";
import { tellPlugins } from "./hooks.ts";
import type { Server } from "./server.ts";
import { isId } from "./store/ids.ts";

const emojiNamePattern = /^[a-zA-Z0-9+_-]{1,64}$/;

/** The API methods about reactions to posts. */
export function reactionMethods(server: Server): PluginAPIHandlers {
  return {
    addReaction: ({ reaction }) => addReaction(server, reaction ?? create(ReactionSchema)),
    removeReaction: ({ reaction }) => removeReaction(server, reaction ?? create(ReactionSchema)),
    getReactions: ({ postId }) =>
      server.tables.reactions.all("WHERE post_id = ? ORDER BY create_at, seq", postId),
  };
}

/** Adds a reaction; the same again changes nothing. Any name of an emoji is taken. */
export function addReaction(server: Server, draft: Reaction): Reaction {
  const post = getPost(server, draft.postId);
  if (!emojiNamePattern.test(draft.emojiName)) {
    throw notFound(
      "GetEmojiByName",
      "app.emoji.get_by_name.no_result",
      `An emoji's name has 1 to 64 of a-z, 0-9, "+", "-" and "_"; this is "${draft.emojiName}".`,
      { detailedError: `emoji_name=${draft.emojiName}` },
    );
  }
  if (getChannel(server, post.channelId).deleteAt > 0n) {
    throw denied(
      "SaveReactionForPost",
      "api.reaction.save.archived_channel.app_error",
      "Nobody can react to a post of an archived channel.",
    );
  }
  if (!isId(draft.userId)) {
    throw invalid(
      "Reaction.IsValid",
      "model.reaction.is_valid.user_id.app_error",
      `The reaction's userId is "${draft.userId}"; an id of 26 characters is expected.`,
      { detailedError: `user_id=${draft.userId}` },
    );
  }
  const now = BigInt(server.now());
  const reaction = clone(ReactionSchema, draft);
  reaction.channelId = post.channelId;
  reaction.createAt ||= now;
  reaction.updateAt = now;
  reaction.deleteAt = 0n;
  server.database.transaction(() => {
    server.tables.reactions.put(reaction);
    post.hasReactions = true;
    post.updateAt = now;
    server.tables.posts.put(post);
  });
  server.events.emit({ type: "reaction_added", reaction });
  tellPlugins(
    server,
    "reactionHasBeenAdded",
    (hooks, pluginContext) => hooks.reactionHasBeenAdded({ pluginContext, reaction }),
  );
  return reaction;
}

/** Takes a reaction away; taking away what is not there is no error. */
export function removeReaction(server: Server, draft: Reaction): void {
  const post = getPost(server, draft.postId);
  if (getChannel(server, post.channelId).deleteAt > 0n) {
    throw denied(
      "DeleteReactionForPost",
      "api.reaction.delete.archived_channel.app_error",
      "Nobody can take back a reaction to a post of an archived channel.",
    );
  }
  const { reactions, posts } = server.tables;
  const reaction = reactions.get(draft.postId, draft.userId, draft.emojiName) ?? draft;
  server.database.transaction(() => {
    reactions.remove(draft.postId, draft.userId, draft.emojiName);
    post.hasReactions = reactions.count("WHERE post_id = ?", post.id) > 0;
    post.updateAt = BigInt(server.now());
    posts.put(post);
  });
  server.events.emit({ type: "reaction_removed", reaction });
  tellPlugins(
    server,
    "reactionHasBeenRemoved",
    // What was asked for, and not what was stored, as on a real server: it may have no channelId.
    (hooks, pluginContext) => hooks.reactionHasBeenRemoved({ pluginContext, reaction: draft }),
  );
}
