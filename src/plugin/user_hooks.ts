/**
 * Hooks about people: their accounts, their settings, and what is sent to them.
 *
 * @module
 */
import type { EmailNotification, SAMLAssertionInfo } from "../../gen/go_json.ts";
import type {
  Preference,
  PushNotification,
  PushNotificationSchema,
} from "../../gen/mattermost/pluginapi/v1/api_remaining_pb.ts";
import type { User } from "../../gen/mattermost/pluginapi/v1/user_pb.ts";
import type { HookContext, PluginConfig } from "./hook_context.ts";
import type { Awaitable, Ignored } from "./hook_types.ts";
import type { Allow, Reject, Replace, Replacement } from "./outcomes.ts";

/** The texts of a mail. Those that are left out of a replacement stay as they were. */
export type EmailTexts = Pick<
  EmailNotification,
  | "subject"
  | "title"
  | "subtitle"
  | "message_html"
  | "message_text"
  | "button_text"
  | "button_url"
  | "footer_text"
>;

/** Hooks about people: their accounts, their settings, and what is sent to them. */
export interface UserHooks<Config extends object = PluginConfig> {
  /**
   * Told after an account was created. If it throws, that is logged. Mattermost 5.10.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.UserHasBeenCreated
   */
  readonly userHasBeenCreated?: (user: User, context: HookContext<Config>) => Ignored;

  /**
   * Asked when somebody has given the right password (or whatever proves who they are), before they
   * are logged in. `allow()` or `reject(reason)`. If the hook throws, they are logged in, unless
   * `failClosed` names the hook. Mattermost 5.2.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.UserWillLogIn
   */
  readonly userWillLogIn?: (user: User, context: HookContext<Config>) => Awaitable<Allow | Reject>;

  /**
   * Told after somebody logged in. If it throws, that is logged. Mattermost 5.2.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.UserHasLoggedIn
   */
  readonly userHasLoggedIn?: (user: User, context: HookContext<Config>) => Ignored;

  /**
   * Told after an account was deactivated. If it throws, that is logged. Mattermost 9.1.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.UserHasBeenDeactivated
   */
  readonly userHasBeenDeactivated?: (user: User, context: HookContext<Config>) => Ignored;

  /**
   * Called when somebody logs in by SAML, after the assertion was checked. Returning lets them in;
   * throwing refuses them, and the error's message is why. Mattermost 10.7.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.OnSAMLLogin
   */
  readonly onSAMLLogin?: (
    user: User,
    assertion: SAMLAssertionInfo,
    context: HookContext<Config>,
  ) => Ignored;

  /**
   * Told after somebody's preferences changed. If it throws, that is logged. Mattermost 9.5.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.PreferencesHaveChanged
   */
  readonly preferencesHaveChanged?: (
    preferences: readonly Preference[],
    context: HookContext<Config>,
  ) => Ignored;

  /**
   * Asked before a notification is sent to somebody's phone. `userId` is who gets it.
   *
   * `allow()` sends it, `replace({ ...notification, … })` another, `reject(reason)` none (the reason
   * is logged). If the hook throws, it is sent unchanged, unless `failClosed` names the hook.
   * Mattermost 9.0.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.NotificationWillBePushed
   */
  readonly notificationWillBePushed?: (
    notification: PushNotification,
    userId: string,
    context: HookContext<Config>,
  ) => Awaitable<Allow | Replace<Replacement<typeof PushNotificationSchema>> | Reject>;

  /**
   * Asked before a notification is sent by mail. What it is about stands beside its texts; only the
   * texts can be replaced.
   *
   * `allow()` sends it, `replace({ subject: "…" })` another, `reject(reason)` none
   * (the reason is logged). If the hook throws, it is sent unchanged, unless `failClosed` names the
   * hook. Mattermost 11.0.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.EmailNotificationWillBeSent
   */
  readonly emailNotificationWillBeSent?: (
    notification: EmailNotification,
    context: HookContext<Config>,
  ) => Awaitable<Allow | Replace<EmailTexts> | Reject>;
}
