/**
 * What buttons and menus do.
 *
 * @module
 */
import type { JsonObject } from "@bufbuild/protobuf";
import { shown } from "../api/mismatch.ts";
import type { ActionReference } from "../plugin/context/interactive.ts";
import type { Text } from "../plugin/context/translate.ts";
import type { UserContext } from "../plugin/context/user_context.ts";
import type { PluginConfig } from "../plugin/hook_context.ts";
import type { Awaitable } from "../plugin/hook_types.ts";
import type { Post } from "../contract/models.ts";
import { checkName } from "./check_name.ts";

/** What an action knows beside what its button carries. */
export interface ActionContext<Config extends object = PluginConfig> extends UserContext<Config> {
  /** The post with the button, as it is now; null for one that only this person sees. */
  readonly post: Post | null;
  /** The id of the post with the button, 26 characters. */
  readonly postId: string;
  /**
   * What was selected, where the action belongs to a menu: the option's value, or the id of a user or
   * a channel that this person can see. Null for buttons.
   */
  readonly selected: string | null;
  /** What opens a dialog; `openDialog` uses it. Good for 30 seconds. */
  readonly triggerId: string;
}

/** What becomes of the post with the button. */
export interface ActionUpdate {
  /**
   * The new text, in Markdown. One that `localized` names is in the server's language, since everybody
   * reads it; in a post that one person sees, it is in that person's. Default: as it was.
   */
  readonly message?: Text | undefined;
  /**
   * The new properties, all of them, attachments included; `{}` removes every button. Default: as
   * they were.
   */
  readonly props?: JsonObject | undefined;
}

/**
 * What an action leads to.
 *
 * - `update`: the post with the button is changed.
 * - `ephemeral`: this text is shown to the person who clicked, and to nobody else; a text alone
 *   does the same. One that `localized` names is in that person's language.
 * - Nothing: nothing that people see.
 */
export type ActionResult =
  | { readonly update?: ActionUpdate | undefined; readonly ephemeral?: Text | undefined }
  | Text
  | undefined
  | void;

/** Who may use an action. */
export interface ActionOptions {
  /**
   * Whether only members of the post's channel may click. Default: true. With false, people who read
   * a public channel without having joined it may, too; the plugin must see to who may do what.
   */
  readonly membersOnly?: boolean | undefined;
}

/** A declared action; it can be called as the function that it was made of. */
export interface ActionDefinition<Item, Config extends object = PluginConfig>
  extends ActionReference<Item> {
  /** Does what a click does. */
  (item: Item, context: ActionContext<Config>): Awaitable<ActionResult>;
  /** Its name, unique in the plugin. */
  readonly name: string;
  /** Who may use it. */
  readonly options: ActionOptions;
}

/**
 * Defines what the buttons or menus of one kind do. List it in the definition's `actions`, and make
 * buttons for posts with `context.button(action, …)`.
 *
 * What a button carries (the `context` given when it was made) is signed: nobody can change it, put
 * it into another post, or send it by hand from where it does not belong. Who clicked is Mattermost's
 * word. A button lives as long as its post: an older version of the plugin may have made it, so keep
 * reading what older buttons carry, or give the action a new name.
 *
 * A `UserError` that it throws is shown to the person who clicked. Any other error is logged, and that
 * person reads only that it failed.
 *
 * @param name unique in the plugin: letters, digits, `_` and `-`, beginning with a letter
 * @param run what a click does; its first argument's type is what buttons must carry
 * @param options who may use it
 * @throws {TypeError} for a name that cannot be one, and where `run` is no function
 *
 * @example
 * ```ts
 * import { defineAction, definePlugin } from "@mattermost-deno/plugin";
 *
 * const done = defineAction("done", (item: { text: string }) => ({
 *   update: { message: `~~${item.text}~~`, props: {} },
 * }));
 *
 * export default definePlugin({
 *   actions: [done],
 *   hooks: {
 *     messageHasBeenPosted: async (post, { api, bot, button }) => {
 *       if (!post.message.startsWith("todo ")) return;
 *       const text = post.message.slice(5);
 *       const actions = [button(done, { label: "Done", context: { text } })];
 *       const props = { attachments: [{ text, actions }] };
 *       await api.createPost({ post: { userId: bot.userId, channelId: post.channelId, props } });
 *     },
 *   },
 *   bot: { username: "todo", displayName: "Todo" },
 * });
 * ```
 */
export function defineAction<Config extends object = PluginConfig, Item = unknown>(
  name: string,
  run: (item: Item, context: ActionContext<Config>) => Awaitable<ActionResult>,
  options: ActionOptions = {},
): ActionDefinition<Item, Config> {
  checkName(name, "defineAction()");
  const where = `defineAction("${name}")`;
  if (typeof run !== "function") {
    throw new TypeError(`${where}: expected a function, got ${shown(run)}`);
  }
  const { membersOnly = true } = options;
  if (typeof membersOnly !== "boolean") {
    throw new TypeError(`${where}: membersOnly: expected a boolean, got ${shown(membersOnly)}`);
  }
  return createAction(name, run, { membersOnly });
}

/** An action from checked parts, also with a name that authors cannot give. */
export function createAction<Item, Config extends object>(
  name: string,
  run: (item: Item, context: ActionContext<Config>) => Awaitable<ActionResult>,
  options: ActionOptions,
): ActionDefinition<Item, Config> {
  const action = (item: Item, context: ActionContext<Config>) => run(item, context);
  return Object.freeze(Object.defineProperties(action, {
    kind: { value: "mattermost-deno.Action", enumerable: true },
    name: { value: name },
    options: { value: Object.freeze({ ...options }), enumerable: true },
  })) as ActionDefinition<Item, Config>;
}
