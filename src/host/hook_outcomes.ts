/** What follows from the answer of a "will" hook. @module */

/**
 * The rejection reason of `messageWillBePosted` with which a plugin takes a post away without telling
 * the user: the server drops the post and shows nothing.
 */
export const DISMISS_POST_REASON = "plugin.message_will_be_posted.dismiss_post";

/**
 * What a plugin said about something that is about to happen: it happens, with the value as it is or
 * as the plugin changed it; it is refused with a reason; or it is dropped without a word.
 */
export type WillHookOutcome<T> =
  | { readonly kind: "go-on"; readonly value: T }
  | { readonly kind: "rejected"; readonly reason: string }
  | { readonly kind: "dismissed" };

/**
 * Reads the answer of a "will" hook as a Mattermost server does: a reason wins over a changed value,
 * a changed value over the original. Use it with any hook whose answer has a `rejectionReason`.
 *
 * @param original the value that the hook was asked about
 * @param modified what the plugin made of it; null where it left it as it is
 * @param rejectionReason why it must not happen; empty where it may
 *
 * @example
 * ```ts
 * import { type RunningPlugin, willHookOutcome } from "@mattermost-deno/plugin/host";
 * import type { Post } from "@mattermost-deno/plugin";
 *
 * export async function mayPost(plugin: RunningPlugin, post: Post): Promise<Post | string> {
 *   const answer = await plugin.hooks.messageWillBePosted({ post });
 *   const outcome = willHookOutcome(post, answer.modifiedPost, answer.rejectionReason);
 *   switch (outcome.kind) {
 *     case "go-on":
 *       return outcome.value;
 *     case "rejected":
 *       return outcome.reason;
 *     case "dismissed":
 *       return "";
 *   }
 * }
 * ```
 */
export function willHookOutcome<T>(
  original: T,
  modified: NoInfer<T> | null,
  rejectionReason: string,
): WillHookOutcome<T> {
  if (rejectionReason === DISMISS_POST_REASON) return { kind: "dismissed" };
  if (rejectionReason !== "") return { kind: "rejected", reason: rejectionReason };
  return { kind: "go-on", value: modified ?? original };
}

/**
 * The posts that a user gets after `messagesWillBeConsumed`. A plugin that knows `postsReplaced` can
 * take all of them away; an empty list of one that does not means the original.
 *
 * @param original the posts that the hook was asked about
 * @param answer the hook's answer
 *
 * @example
 * ```ts
 * import { consumedPosts, type RunningPlugin } from "@mattermost-deno/plugin/host";
 * import type { Post } from "@mattermost-deno/plugin";
 *
 * export async function visible(plugin: RunningPlugin, posts: Post[]): Promise<readonly Post[]> {
 *   return consumedPosts(posts, await plugin.hooks.messagesWillBeConsumed({ posts }));
 * }
 * ```
 */
export function consumedPosts<T>(
  original: readonly T[],
  answer: { readonly posts: readonly T[]; readonly postsReplaced: boolean },
): readonly T[] {
  return answer.postsReplaced || answer.posts.length > 0 ? answer.posts : original;
}
