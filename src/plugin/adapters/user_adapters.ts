/**
 * @module
 */
import type { EmailNotification, SAMLAssertionInfo } from "../../../gen/go_json.ts";
import { PushNotificationSchema } from "../../../gen/mattermost/pluginapi/v1/api_remaining_pb.ts";
import type { EmailNotificationJson } from "../../../gen/mattermost/pluginapi/v1/hooks_message_pb.ts";
import { PluginHooks } from "../../../gen/mattermost/pluginapi/v1/hooks_pb.ts";
import { UserSchema } from "../../../gen/mattermost/pluginapi/v1/user_pb.ts";
import { ValidationError } from "../../api/errors.ts";
import { shown } from "../../api/mismatch.ts";
import { nearestName } from "../../api/nearest_name.ts";
import type { EmailTexts, UserHooks } from "../user_hooks.ts";
import { failing, given, type HookAdapter, told } from "./hook_adapter.ts";
import { jsonPayload } from "./json_payload.ts";
import { replaces, will } from "./will_hook.ts";

const { method } = PluginHooks;

/** The hooks about people. */
export const userAdapters: Readonly<Record<keyof UserHooks, HookAdapter>> = {
  userHasBeenCreated: told(
    "userHasBeenCreated",
    method.userHasBeenCreated,
    ({ user }) => [given(user, UserSchema)],
    ({ user }) => user?.id ?? "",
  ),
  userWillLogIn: will(
    "userWillLogIn",
    method.userWillLogIn,
    ({ user }) => [given(user, UserSchema)],
    { userId: ({ user }) => user?.id ?? "" },
  ),
  userHasLoggedIn: told(
    "userHasLoggedIn",
    method.userHasLoggedIn,
    ({ user }) => [given(user, UserSchema)],
    ({ user }) => user?.id ?? "",
  ),
  userHasBeenDeactivated: told(
    "userHasBeenDeactivated",
    method.userHasBeenDeactivated,
    ({ user }) => [given(user, UserSchema)],
  ),
  onSAMLLogin: failing(
    "onSAMLLogin",
    method.onSAMLLogin,
    ({ user, assertion }) => [
      given(user, UserSchema),
      jsonPayload<SAMLAssertionInfo>(assertion?.assertionJson, "a SAML assertion"),
    ],
    () => ({}),
    ({ user }) => user?.id ?? "",
  ),
  preferencesHaveChanged: told(
    "preferencesHaveChanged",
    method.preferencesHaveChanged,
    ({ preferences }) => [preferences],
    ({ preferences }) => preferences[0]?.userId ?? "",
  ),
  notificationWillBePushed: will(
    "notificationWillBePushed",
    method.notificationWillBePushed,
    (request) => [given(request.pushNotification, PushNotificationSchema), request.userId],
    {
      replaced: replaces(
        "notificationWillBePushed",
        PushNotificationSchema,
        "pushNotification",
        "modifiedNotification",
      ),
    },
  ),
  emailNotificationWillBeSent: will(
    "emailNotificationWillBeSent",
    method.emailNotificationWillBeSent,
    ({ emailNotification }) => [notification(emailNotification)],
    {
      replaced: (replacement, { request }) => ({
        modifiedContent: emailContent(replacement, notification(request.emailNotification)),
      }),
    },
  ),
};

function notification(json: EmailNotificationJson | undefined): EmailNotification {
  return jsonPayload<EmailNotification>(json?.notificationJson, "a mail notification");
}

const where = "emailNotificationWillBeSent: replace(texts)";

/** The texts in JSON, and what the answer calls them. */
const texts = {
  subject: "subject",
  title: "title",
  subtitle: "subTitle",
  message_html: "messageHtml",
  message_text: "messageText",
  button_text: "buttonText",
  button_url: "buttonUrl",
  footer_text: "footerText",
} as const satisfies Record<keyof EmailTexts, string>;

type ContentName = (typeof texts)[keyof EmailTexts];

/** All texts of the mail: the replaced ones, and the others as they were. */
function emailContent(
  replacement: unknown,
  original: EmailNotification,
): { [Name in ContentName]?: string } {
  if (typeof replacement !== "object" || replacement === null || Array.isArray(replacement)) {
    throw invalid(`${where}: expected an object, got ${shown(replacement)}`);
  }
  for (const key of Object.keys(replacement)) {
    // What else the notification says may be there from spreading it.
    if (Object.hasOwn(texts, key) || Object.hasOwn(original, key)) continue;
    const near = nearestName(key, Object.keys(texts));
    throw invalid(
      `${where}: there is no text "${key}"; ` +
        (near === undefined
          ? `there are ${Object.keys(texts).join(", ")}`
          : `did you mean "${near}"?`),
    );
  }
  const content: { [Name in ContentName]?: string } = {};
  for (const [key, name] of Object.entries(texts) as [keyof EmailTexts, ContentName][]) {
    const text = (replacement as EmailTexts)[key] ?? original[key] ?? "";
    if (typeof text !== "string") {
      throw invalid(`${where}.${key}: expected a string, got ${shown(text)}`);
    }
    content[name] = text;
  }
  return content;
}

function invalid(message: string): ValidationError {
  return new ValidationError({ message, id: "plugin.invalid_argument" });
}
