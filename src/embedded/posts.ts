import { clone, create } from "@bufbuild/protobuf";
import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import { type Post, PostSchema } from "../contract/mod.ts";
import { internal, invalid } from "./app_error.ts";
import { nameActions } from "./attachments.ts";
import { attachFiles } from "./files.ts";
import { getChannel } from "./find_channel.ts";
import { findPost, getPost, withReplyCount } from "./find_post.ts";
import { askPlugins, tellPlugins } from "./hooks.ts";
import { sameJson } from "./json_values.ts";
import { fillChannelMentions } from "./post_props.ts";
import { checkPost, hashtags } from "./post_rules.ts";
import type { Server } from "./server.ts";
import { getUser } from "./users.ts";

/** The reason by which a plugin makes a post vanish without telling its author. */
export const dismissPost = "plugin.message_will_be_posted.dismiss_post";

/** The API methods that write posts, and the one that reads a single one. */
export function postMethods(server: Server, pluginId: string): PluginAPIHandlers {
  return {
    createPost: ({ post }) => {
      const draft = clone(PostSchema, post ?? create(PostSchema));
      draft.props = { ...draft.props, from_plugin: "true" };
      return createPost(server, draft);
    },
    updatePost: ({ post }) => updatePost(server, post ?? create(PostSchema)),
    deletePost: ({ postId }) => deletePost(server, postId, pluginId),
    getPost: ({ postId }) => getPost(server, postId),
  };
}

/**
 * Creates a post: asks every plugin's `messageWillBePosted` in the order of installation, each
 * seeing what those before it made of the post, then tells every `messageHasBeenPosted`.
 *
 * @returns The post as it was saved.
 * @throws {NotFoundError} When there is no such channel or author.
 * @throws {ValidationError} When the post is not allowed, or a plugin rejected it: its id then is
 * `Post rejected by plugin. <reason>`, or {@link dismissPost}.
 */
export async function createPost(server: Server, draft: Post): Promise<Post> {
  const channel = getChannel(server, draft.channelId);
  const author = getUser(server, draft.userId);
  let post = clone(PostSchema, draft);
  post.props = { ...post.props, ...author.isBot && { from_bot: "true" } };
  checkRoot(server, post);
  nameActions(post, server.newId);
  post.hashtags = hashtags(post.message);
  fillChannelMentions(server, post, channel);

  post = await askBeforePosting(server, post);

  const now = BigInt(server.now());
  if (post.id !== "") {
    throw invalid(
      "CreatePost",
      "app.post.save.existing.app_error",
      `A new post gets its id from the server; it was given "${post.id}".`,
    );
  }
  post.id = server.newId();
  if (post.createAt === 0n) post.createAt = now;
  post.updateAt = post.createAt;
  post.editAt = 0n;
  post.deleteAt = 0n;
  post.replyCount = 0n;
  checkPost(post);
  server.database.transaction(() => {
    attachFiles(server, post);
    server.tables.posts.insert(post);
    const counted = getChannel(server, channel.id);
    counted.lastPostAt = post.createAt;
    counted.totalMsgCount++;
    if (post.rootId === "") {
      counted.lastRootPostAt = post.createAt;
      counted.totalMsgCountRoot++;
    } else touchRoot(server, post.rootId, post.createAt);
    server.tables.channels.put(counted);
  });
  withReplyCount(server, post);
  server.events.emit({ type: "posted", post });
  tellPlugins(
    server,
    "messageHasBeenPosted",
    (hooks, pluginContext) => hooks.messageHasBeenPosted({ pluginContext, post }),
  );
  return clone(PostSchema, post);
}

/**
 * Changes a post's message, props, files, pin: asks `messageWillBeUpdated`, tells
 * `messageHasBeenUpdated`. Who wrote it, where and when stays.
 *
 * @throws {NotFoundError} When there is no such post.
 * @throws {ValidationError} When the change is not allowed, or a plugin rejected it.
 */
export async function updatePost(server: Server, changed: Post): Promise<Post> {
  const oldPost = getPost(server, changed.id, "UpdatePost");
  const refuse = (reason: string, message: string) =>
    invalid("UpdatePost", `api.post.update_post.${reason}`, message, {
      detailedError: `id=${changed.id}`,
    });
  if (oldPost.type.startsWith("system_")) {
    throw refuse("system_message.app_error", "A message of the system cannot be changed.");
  }
  const channel = getChannel(server, oldPost.channelId);
  if (channel.deleteAt > 0n) {
    throw refuse(
      "can_not_update_post_in_deleted.error",
      "A post of an archived channel cannot be changed.",
    );
  }
  const now = BigInt(server.now());
  let newPost = clone(PostSchema, oldPost);
  if (newPost.message !== changed.message) {
    newPost.message = changed.message;
    newPost.editAt = now;
    newPost.hashtags = hashtags(changed.message);
  }
  newPost.isPinned = changed.isPinned;
  newPost.hasReactions = changed.hasReactions;
  newPost.fileIds = [...changed.fileIds];
  newPost.props = changed.props ?? {};
  nameActions(newPost, server.newId);
  const attached = (post: Post) => [post.fileIds, post.props?.["attachments"]];
  if (!sameJson(attached(newPost), attached(oldPost))) newPost.editAt = now;

  fillChannelMentions(server, newPost, channel);

  newPost = await askBeforeUpdating(server, newPost, oldPost);
  newPost.id = oldPost.id;
  newPost.updateAt = now;
  checkPost(newPost);
  // What it was is kept as a deleted post of its own, and plugins are told of that one.
  const kept = clone(PostSchema, oldPost);
  kept.id = server.newId();
  kept.originalId = oldPost.id;
  kept.deleteAt = kept.updateAt = now;
  server.database.transaction(() => {
    server.tables.posts.put(newPost);
    server.tables.posts.insert(kept);
  });
  withReplyCount(server, newPost);
  server.events.emit({ type: "post_edited", post: newPost, oldPost });
  tellPlugins(
    server,
    "messageHasBeenUpdated",
    (hooks, pluginContext) =>
      hooks.messageHasBeenUpdated({ pluginContext, newPost, oldPost: kept }),
  );
  return clone(PostSchema, newPost);
}

/**
 * Deletes a post, and with the first post of a thread the whole thread. Deleted posts stay in the
 * database, with the time of their deletion.
 *
 * @param deletedBy The id of the user or the plugin that does it.
 * @throws {ValidationError} When there is no such post.
 */
export function deletePost(server: Server, postId: string, deletedBy: string): void {
  const post = findPost(server, postId);
  if (post?.deleteAt !== 0n) {
    throw invalid(
      "DeletePost",
      "app.post.get.app_error",
      `There is no post with the id "${postId}" to delete.`,
    );
  }
  if (getChannel(server, post.channelId).deleteAt > 0n) {
    throw invalid(
      "DeletePost",
      "api.post.delete_post.can_not_delete_post_in_deleted.error",
      "A post of an archived channel cannot be deleted.",
    );
  }
  const now = BigInt(server.now());
  server.database.transaction(() => {
    const thread = server.tables.posts.all(
      "WHERE (id = ?1 OR root_id = ?1) AND delete_at = 0",
      postId,
    );
    for (const each of thread) {
      each.deleteAt = each.updateAt = now;
      each.props = { ...each.props, deleteBy: deletedBy };
      server.tables.posts.put(each);
    }
    if (post.rootId !== "") touchRoot(server, post.rootId, now);
  });
  server.events.emit({ type: "post_deleted", post, deletedBy });
  tellPlugins(
    server,
    "messageHasBeenDeleted",
    (hooks, pluginContext) => hooks.messageHasBeenDeleted({ pluginContext, post }),
  );
}

async function askBeforePosting(server: Server, draft: Post): Promise<Post> {
  let post = draft;
  let rejection = "";
  await askPlugins(server, "messageWillBePosted", async (hooks, pluginContext) => {
    const { modifiedPost, rejectionReason } = await hooks.messageWillBePosted({
      pluginContext,
      post,
    });
    rejection = rejectionReason;
    if (rejection !== "") return false;
    if (modifiedPost) post = modifiedPost;
    return true;
  });
  if (rejection === "") return post;
  throw invalid(
    "createPost",
    rejection === dismissPost ? dismissPost : `Post rejected by plugin. ${rejection}`,
    rejection === dismissPost
      ? "A plugin dismissed the post."
      : `Post rejected by plugin. ${rejection}`,
  );
}

async function askBeforeUpdating(server: Server, draft: Post, oldPost: Post): Promise<Post> {
  let newPost = draft;
  let rejection = "";
  await askPlugins(server, "messageWillBeUpdated", async (hooks, pluginContext) => {
    const { modifiedPost, rejectionReason } = await hooks.messageWillBeUpdated({
      pluginContext,
      newPost,
      oldPost,
    });
    rejection = rejectionReason;
    if (rejection !== "") return false;
    if (modifiedPost) newPost = modifiedPost;
    return true;
  });
  if (rejection === "") return newPost;
  const message = `Post rejected by plugin. ${rejection}`;
  throw invalid("UpdatePost", message, message);
}

function checkRoot(server: Server, post: Post): void {
  if (post.rootId === "") return;
  const root = findPost(server, post.rootId);
  if (root?.deleteAt !== 0n || root.rootId !== "") {
    throw invalid(
      "createPost",
      "api.post.create_post.root_id.app_error",
      `The post's rootId "${post.rootId}" must name the first post of a thread` +
        (root?.rootId ? `, which is "${root.rootId}".` : "; there is no such post."),
    );
  }
  if (root.channelId !== post.channelId) {
    throw internal(
      "createPost",
      "api.post.create_post.channel_root_id.app_error",
      "A reply must be in the channel of the post that it replies to.",
    );
  }
}

/** A reply that comes or goes is a change of the thread's first post. */
function touchRoot(server: Server, rootId: string, at: bigint): void {
  const root = server.tables.posts.get(rootId);
  if (!root) return;
  root.updateAt = at;
  server.tables.posts.put(root);
}
