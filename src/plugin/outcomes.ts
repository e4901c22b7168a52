/**
 * What a "will" hook decides: the hooks whose names say that something will be done, and that are
 * asked before it is.
 *
 * Outcomes are plain objects, so that a plugin's bundle and the program that loads it need not share
 * any code.
 *
 * @module
 */
import type { DescMessage, Message, MessageInitShape, MessageShape } from "@bufbuild/protobuf";

/** Let it happen as it is. Made by {@link allow}. */
export interface Allow {
  /** Which outcome this is. */
  readonly outcome: "allow";
}

/** Let something else happen instead. Made by {@link replace}. */
export interface Replace<Replacement> {
  /** Which outcome this is. */
  readonly outcome: "replace";
  /** What takes the place of what the hook was asked about. */
  readonly replacement: Replacement;
}

/** Do not let it happen. Made by {@link reject}. */
export interface Reject {
  /** Which outcome this is. */
  readonly outcome: "reject";
  /** Why, for the person who tried; never empty. */
  readonly reason: string;
}

/** Do not let it happen, and say nothing about it. Made by {@link dismiss}. */
export interface Dismiss {
  /** Which outcome this is. */
  readonly outcome: "dismiss";
}

/**
 * What {@link replace} takes for a message of the contract: the whole of it, since a field that is
 * left out is empty afterwards. Spread the one that the hook was given: `{ ...post, message: "…" }`;
 * nested messages may be plain objects.
 */
export type Replacement<Schema extends DescMessage> =
  & Omit<Exclude<MessageInitShape<Schema>, Message>, "$typeName">
  & Pick<MessageShape<Schema>, "$typeName">;

const allowed: Allow = Object.freeze({ outcome: "allow" });
const dismissed: Dismiss = Object.freeze({ outcome: "dismiss" });

/**
 * Lets it happen, unchanged by this plugin.
 *
 * @example
 * ```ts
 * import { allow, definePlugin, reject } from "@mattermost-deno/plugin";
 *
 * export default definePlugin({
 *   hooks: {
 *     userWillLogIn: (user) => user.isBot ? reject("Bots do not log in here.") : allow(),
 *   },
 * });
 * ```
 */
export function allow(): Allow {
  return allowed;
}

/**
 * Lets something else happen instead: the post is changed before it is stored, the notification
 * before it is sent.
 *
 * Give the whole thing: a field that is left out is empty afterwards. Spreading what the hook was
 * given, as in the example, does that.
 *
 * @param replacement what takes the place of what the hook was asked about
 *
 * @example
 * ```ts
 * import { allow, definePlugin, replace } from "@mattermost-deno/plugin";
 *
 * export default definePlugin({
 *   hooks: {
 *     messageWillBePosted: (post) =>
 *       post.message.includes("tehy")
 *         ? replace({ ...post, message: post.message.replaceAll("tehy", "they") })
 *         : allow(),
 *   },
 * });
 * ```
 */
export function replace<Replacement>(replacement: NoInfer<Replacement>): Replace<Replacement> {
  return { outcome: "replace", replacement };
}

/**
 * Does not let it happen.
 *
 * @param reason why, for the person who tried; Mattermost shows it to them
 * @throws {TypeError} when the reason is empty: Mattermost takes an empty reason for consent
 *
 * @example
 * ```ts
 * import { allow, definePlugin, reject } from "@mattermost-deno/plugin";
 *
 * export default definePlugin({
 *   hooks: {
 *     channelWillBeArchived: (channel) =>
 *       channel.name === "town-hall" ? reject("Everybody needs this channel.") : allow(),
 *   },
 * });
 * ```
 */
export function reject(reason: string): Reject {
  if (typeof reason !== "string" || reason.trim() === "") {
    throw new TypeError(
      "reject() needs a reason that is not empty: Mattermost shows it to the person who tried, and " +
        `takes an empty one for consent. Got ${Deno.inspect(reason)}.` +
        " Write why it is refused, or return dismiss() where the hook offers it.",
    );
  }
  return { outcome: "reject", reason };
}

/**
 * Does not let the message be posted, and says nothing about it: for its author it just disappears.
 * Only `messageWillBePosted` offers it.
 *
 * @example A message that is a command to this plugin, not something to be read
 * ```ts
 * import { allow, definePlugin, dismiss } from "@mattermost-deno/plugin";
 *
 * export default definePlugin({
 *   hooks: {
 *     messageWillBePosted: (post) => post.message.startsWith("!ping") ? dismiss() : allow(),
 *   },
 * });
 * ```
 */
export function dismiss(): Dismiss {
  return dismissed;
}
