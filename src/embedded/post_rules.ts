import type { Post } from "../contract/mod.ts";
import { invalid } from "./app_error.ts";
import { isId } from "./store/ids.ts";
import { runeCount } from "./text.ts";

/** A message has at most this many characters. */
export const maxMessageLength = 16383;

/** The props of a post, as JSON, have at most this many characters. */
const maxPropsLength = 800_000;

/** The types of posts that Mattermost knows; a plugin's own begin with `custom_`. */
const knownTypes: ReadonlySet<string> = new Set([
  "",
  "me",
  "slack_attachment",
  "reminder",
  "card",
  "burn_on_read",
]);

/**
 * Checks a post as Mattermost's `Post.IsValid` does.
 *
 * @throws {ValidationError} Naming the field that is wrong.
 */
export function checkPost(post: Post): void {
  const refuse = (
    field: string,
    message: string,
    params: Readonly<Record<string, unknown>> = {},
  ): never => {
    throw invalid("Post.IsValid", `model.post.is_valid.${field}.app_error`, message, {
      detailedError: `id=${post.id}`,
      params,
    });
  };
  for (const [field, id] of [["user_id", post.userId], ["channel_id", post.channelId]] as const) {
    if (!isId(id)) {
      refuse(field, `The post's ${field} is "${id}"; an id of 26 characters is expected.`);
    }
  }
  if (post.rootId !== "" && !isId(post.rootId)) {
    refuse("root_id", `The post's root_id is "${post.rootId}"; an id, or nothing, is expected.`);
  }
  const length = runeCount(post.message);
  if (length > maxMessageLength) {
    refuse(
      "message_length",
      `A message has at most ${maxMessageLength} characters; this one has ${length}.`,
      { Length: length, MaxLength: maxMessageLength },
    );
  }
  const { type } = post;
  if (!knownTypes.has(type) && !type.startsWith("custom_") && !type.startsWith("system_")) {
    refuse("type", `There is no type "${type}" of posts; a plugin's own begins with "custom_".`);
  }
  const propsLength = runeCount(JSON.stringify(post.props ?? {}));
  if (propsLength > maxPropsLength) {
    refuse(
      "props",
      `The props of a post have at most ${maxPropsLength} characters as JSON; these have ` +
        `${propsLength}.`,
    );
  }
}

/** The hashtags of a message, with spaces between them, as Mattermost keeps them beside it. */
export function hashtags(message: string): string {
  const found = message.match(/(?<![\w#/])#[\p{L}][\p{L}\p{N}_.-]*[\p{L}\p{N}]/gu) ?? [];
  return [...new Set(found)].join(" ").slice(0, 1000);
}
