/**
 * Hooks about posts, drafts and reactions.
 *
 * @module
 */
import type {
  Draft,
  DraftSchema,
  Post,
  PostSchema,
  Reaction,
  ScheduledPost,
  ScheduledPostSchema,
} from "../../gen/mattermost/pluginapi/v1/post_pb.ts";
import type { HookContext, PluginConfig } from "./hook_context.ts";
import type { Awaitable, Ignored } from "./hook_types.ts";
import type { Allow, Dismiss, Reject, Replace, Replacement } from "./outcomes.ts";

/**
 * What a function decides about a post that both `messageWillBePosted` and `messageWillBeUpdated`
 * call: store it, store another one, or refuse it.
 */
export type PostOutcome = Allow | Replace<Replacement<typeof PostSchema>> | Reject;

/** Hooks about posts, drafts and reactions. */
export interface MessageHooks<Config extends object = PluginConfig> {
  /**
   * Asked before a post is stored, whoever or whatever posts it: people, bots, and other plugins
   * (and this one: beware of loops).
   *
   * `allow()` stores it, `replace({ ...post, … })` stores another, `reject(reason)` shows the reason
   * to its author, `dismiss()` lets it vanish without a word. If the hook throws, the post is stored
   * unchanged, unless `failClosed` names the hook.
   *
   * Mattermost 5.2. Posts of incoming webhooks and of slash commands come here too.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.MessageWillBePosted
   */
  readonly messageWillBePosted?: (
    post: Post,
    context: HookContext<Config>,
  ) => Awaitable<PostOutcome | Dismiss>;

  /**
   * Asked before an edited post is stored. `newPost` is what its author wants, `oldPost` what it was.
   *
   * `allow()` stores the edit, `replace({ ...newPost, … })` another, `reject(reason)` refuses it and
   * leaves the post as it was. If the hook throws, the edit is stored, unless `failClosed` names the
   * hook.
   *
   * Mattermost 5.2.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.MessageWillBeUpdated
   */
  readonly messageWillBeUpdated?: (
    newPost: Post,
    oldPost: Post,
    context: HookContext<Config>,
  ) => Awaitable<PostOutcome>;

  /**
   * Told after a post was stored and sent to those who see it. Posting here leads to this hook
   * again: skip what your own bot posted.
   *
   * If it throws, that is logged. Mattermost 5.2.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.MessageHasBeenPosted
   */
  readonly messageHasBeenPosted?: (post: Post, context: HookContext<Config>) => Ignored;

  /**
   * Told after an edited post was stored. If it throws, that is logged. Mattermost 5.2.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.MessageHasBeenUpdated
   */
  readonly messageHasBeenUpdated?: (
    newPost: Post,
    oldPost: Post,
    context: HookContext<Config>,
  ) => Ignored;

  /**
   * Asked before posts are given to a client. Returns the posts that the client gets instead: the
   * same list, changed ones (what is stored does not change), or fewer. It runs for every page that
   * anybody reads, so it must be quick.
   *
   * If it throws, the client gets the posts as they are. An empty list hides them all; hosts that
   * follow the gRPC contract's older version take it for "unchanged". Mattermost 9.3.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.MessagesWillBeConsumed
   */
  readonly messagesWillBeConsumed?: (
    posts: readonly Post[],
    context: HookContext<Config>,
  ) => Awaitable<readonly Replacement<typeof PostSchema>[]>;

  /**
   * Told after a post was deleted. If it throws, that is logged. Mattermost 9.1.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.MessageHasBeenDeleted
   */
  readonly messageHasBeenDeleted?: (post: Post, context: HookContext<Config>) => Ignored;

  /**
   * Told after somebody reacted to a post. If it throws, that is logged. Mattermost 5.30.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.ReactionHasBeenAdded
   */
  readonly reactionHasBeenAdded?: (reaction: Reaction, context: HookContext<Config>) => Ignored;

  /**
   * Told after somebody took a reaction back. If it throws, that is logged. Mattermost 5.30.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.ReactionHasBeenRemoved
   */
  readonly reactionHasBeenRemoved?: (reaction: Reaction, context: HookContext<Config>) => Ignored;

  /**
   * Asked before a post that is to be sent later is stored. When its time comes, it goes through
   * `messageWillBePosted` like any other.
   *
   * `allow()`, `replace({ ...scheduledPost, … })` or `reject(reason)`. If the hook throws, it is
   * stored unchanged, unless `failClosed` names the hook. Mattermost 11.8.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.ScheduledPostWillBeCreated
   */
  readonly scheduledPostWillBeCreated?: (
    scheduledPost: ScheduledPost,
    context: HookContext<Config>,
  ) => Awaitable<Allow | Replace<Replacement<typeof ScheduledPostSchema>> | Reject>;

  /**
   * Asked before a draft is stored or changed: while somebody types, so it must be quick.
   *
   * `allow()`, `replace({ ...draft, … })` or `reject(reason)`. If the hook throws, it is stored
   * unchanged, unless `failClosed` names the hook. Mattermost 11.8.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.DraftWillBeUpserted
   */
  readonly draftWillBeUpserted?: (
    draft: Draft,
    context: HookContext<Config>,
  ) => Awaitable<Allow | Replace<Replacement<typeof DraftSchema>> | Reject>;
}
