/**
 * @module
 */
import { PluginHooks } from "../../../gen/mattermost/pluginapi/v1/hooks_pb.ts";
import {
  DraftSchema,
  PostSchema,
  ReactionSchema,
  ScheduledPostSchema,
} from "../../../gen/mattermost/pluginapi/v1/post_pb.ts";
import { messageFrom } from "../../api/message_from_init.ts";
import { shown } from "../../api/mismatch.ts";
import type { MessageHooks } from "../message_hooks.ts";
import { answering, given, type HookAdapter, told } from "./hook_adapter.ts";
import { replaces, will } from "./will_hook.ts";

const { method } = PluginHooks;

/** The reason by which Mattermost knows that a post shall vanish without a word. */
export const dismissal = "plugin.message_will_be_posted.dismiss_post";

/** The hooks about posts, drafts and reactions. */
export const messageAdapters: Readonly<Record<keyof MessageHooks, HookAdapter>> = {
  messageWillBePosted: will(
    "messageWillBePosted",
    method.messageWillBePosted,
    ({ post }) => [given(post, PostSchema)],
    { replaced: replaces("messageWillBePosted", PostSchema, "post", "modifiedPost"), dismissal },
  ),
  messageWillBeUpdated: will(
    "messageWillBeUpdated",
    method.messageWillBeUpdated,
    ({ newPost, oldPost }) => [given(newPost, PostSchema), given(oldPost, PostSchema)],
    { replaced: replaces("messageWillBeUpdated", PostSchema, "newPost", "modifiedPost") },
  ),
  messageHasBeenPosted: told(
    "messageHasBeenPosted",
    method.messageHasBeenPosted,
    ({ post }) => [given(post, PostSchema)],
  ),
  messageHasBeenUpdated: told(
    "messageHasBeenUpdated",
    method.messageHasBeenUpdated,
    ({ newPost, oldPost }) => [given(newPost, PostSchema), given(oldPost, PostSchema)],
  ),
  messagesWillBeConsumed: answering(
    "messagesWillBeConsumed",
    method.messagesWillBeConsumed,
    ({ posts }) => [posts],
    (posts) => {
      if (!Array.isArray(posts)) {
        throw new TypeError(
          "messagesWillBeConsumed must return the posts that the client gets, as an array, but it " +
            `returned ${posts === undefined ? "nothing" : shown(posts)}`,
        );
      }
      return {
        posts: posts.map((post, index) =>
          messageFrom(PostSchema, post, `messagesWillBeConsumed: posts[${index}]`)
        ),
        postsReplaced: true,
      };
    },
  ),
  messageHasBeenDeleted: told(
    "messageHasBeenDeleted",
    method.messageHasBeenDeleted,
    ({ post }) => [given(post, PostSchema)],
  ),
  reactionHasBeenAdded: told(
    "reactionHasBeenAdded",
    method.reactionHasBeenAdded,
    ({ reaction }) => [given(reaction, ReactionSchema)],
  ),
  reactionHasBeenRemoved: told(
    "reactionHasBeenRemoved",
    method.reactionHasBeenRemoved,
    ({ reaction }) => [given(reaction, ReactionSchema)],
  ),
  scheduledPostWillBeCreated: will(
    "scheduledPostWillBeCreated",
    method.scheduledPostWillBeCreated,
    ({ scheduledPost }) => [given(scheduledPost, ScheduledPostSchema)],
    {
      replaced: replaces(
        "scheduledPostWillBeCreated",
        ScheduledPostSchema,
        "scheduledPost",
        "modifiedScheduledPost",
      ),
    },
  ),
  draftWillBeUpserted: will(
    "draftWillBeUpserted",
    method.draftWillBeUpserted,
    ({ draft }) => [given(draft, DraftSchema)],
    { replaced: replaces("draftWillBeUpserted", DraftSchema, "draft", "modifiedDraft") },
  ),
};
