import { create, type JsonObject, type JsonValue } from "@bufbuild/protobuf";
import { type Post, PostSchema } from "../contract/mod.ts";
import { type ActionCookie, readActionCookie } from "./action_cookies.ts";
import { denied, notFound } from "./app_error.ts";
import { actionsOf, retainedProps } from "./attachments.ts";
import { sendEphemeralPost } from "./ephemeral_posts.ts";
import { getChannel } from "./find_channel.ts";
import { findPost } from "./find_post.ts";
import { callIntegration, cannotAct } from "./integration_requests.ts";
import { isUnknownObject } from "./json_values.ts";
import { hasPermissionToChannel } from "./permissions.ts";
import { updatePost } from "./posts.ts";
import type { Server } from "./server.ts";
import { markdownLinks } from "./slack_text.ts";
import { newTriggerId } from "./trigger_ids.ts";
import { getUser } from "./users.ts";

/** A click on a button, or a choice in a menu, of a post. */
export interface PostActionInput {
  /** Who does it. */
  readonly userId: string;
  /** The post. */
  readonly postId: string;
  /** The action's id, letters and digits. */
  readonly actionId: string;
  /** What was chosen in a menu; it is not compared with the menu's options. */
  readonly selectedOption?: string;
  /** The action's cookie, for a post that the server does not keep. */
  readonly cookie?: string;
}

/** What a client is told. */
export interface PostActionResult {
  /** By this the client recognises a dialog that is opened in answer. */
  readonly triggerId: string;
}

interface Target {
  readonly channelId: string;
  readonly rootId: string;
  readonly type: string;
  readonly dataSource: string;
  readonly integration: JsonObject;
  readonly retain: JsonObject;
  readonly remove: readonly string[];
  /** The post, where the server keeps it. */
  readonly post: Post | undefined;
}

const where = "DoPostActionWithCookie";

/**
 * Carries out an action of a post: calls where it leads, updates the post by the answer, and shows
 * the user what is for them alone.
 *
 * @throws {PermissionDeniedError} When the user cannot read the channel.
 * @throws {NotFoundError} When there is no such post or action.
 * @throws {ValidationError} When the cookie is not the server's, or the integration's answer is none.
 */
export async function doPostAction(
  server: Server,
  { userId, postId, actionId, selectedOption = "", cookie = "" }: PostActionInput,
): Promise<PostActionResult> {
  if (!/^[A-Za-z0-9]+$/.test(actionId)) {
    throw notFound(
      "Handler404",
      "api.context.404.app_error",
      `An action's id has letters and digits only; "${actionId}" cannot be clicked.`,
    );
  }
  const carried = cookie === "" ? undefined : readActionCookie(server, cookie);
  requireReader(server, userId, carried?.channel_id ?? findPost(server, postId)?.channelId ?? "");
  const post = findPost(server, postId);
  const target = post?.deleteAt === 0n ? targetOf(post, actionId) : carriedTarget(postId, carried);
  const user = getUser(server, userId);
  const channel = getChannel(server, target.channelId);
  const team = server.tables.teams.get(channel.teamId);
  const { clientTriggerId, triggerId } = newTriggerId(server, userId);
  const context = isUnknownObject(target.integration["context"])
    ? target.integration["context"] as JsonObject
    : undefined;
  const chosen = target.type === "select" && selectedOption !== "";
  const withOption = chosen ? { ...context, selected_option: selectedOption } : context;
  const text = await callIntegration(server, String(target.integration["url"] ?? ""), userId, {
    user_id: userId,
    user_name: user.username,
    channel_id: target.channelId,
    channel_name: channel.name,
    team_id: channel.teamId,
    team_domain: team?.name ?? "",
    post_id: postId,
    trigger_id: triggerId,
    type: target.type,
    data_source: chosen ? target.dataSource : "",
    ...withOption && { context: withOption },
  });
  const answer = readAnswer(text);
  if (answer.update) await applyUpdate(server, postId, target, answer.update);
  if (answer.ephemeralText !== "") {
    const message = answer.skipSlackParsing
      ? answer.ephemeralText
      : markdownLinks(answer.ephemeralText);
    const { channelId, rootId, retain } = target;
    const shown = { message, channelId, rootId, userId, props: { ...retain } };
    sendEphemeralPost(server, userId, create(PostSchema, shown));
  }
  return { triggerId: clientTriggerId };
}

/** Refuses who cannot read a channel. */
export function requireReader(server: Server, userId: string, channelId: string): void {
  if (hasPermissionToChannel(server, userId, channelId, "read_channel_content")) return;
  throw denied(
    "Permissions",
    "api.context.permissions.app_error",
    `The user "${userId}" cannot read the channel.`,
    { detailedError: `userId=${userId}, permission=read_channel_content` },
  );
}

function targetOf(post: Post, actionId: string): Target {
  const action = actionsOf(post).find(({ id }) => id === actionId);
  if (!action || !isUnknownObject(action.integration)) {
    throw notFound(
      "DoPostAction",
      "api.post.do_action.action_id.app_error",
      `The post has no action with the id "${actionId}" that leads anywhere.`,
    );
  }
  return {
    channelId: post.channelId,
    rootId: post.rootId || post.id,
    type: action.type ?? "",
    dataSource: action.data_source ?? "",
    integration: action.integration,
    ...retainedProps(post),
    post,
  };
}

function carriedTarget(postId: string, cookie: ActionCookie | undefined): Target {
  if (cookie === undefined) {
    throw notFound(where, "app.post.get.app_error", `There is no post with the id "${postId}".`);
  }
  if (cookie.integration === undefined || cookie.post_id !== postId) {
    throw cannotAct(where, "The action's cookie is not for this post.");
  }
  return {
    channelId: cookie.channel_id,
    rootId: cookie.root_post_id,
    type: cookie.type,
    dataSource: cookie.data_source,
    integration: cookie.integration,
    retain: cookie.retain_props,
    remove: cookie.remove_props,
    post: undefined,
  };
}

interface Answer {
  readonly update: Readonly<Record<string, unknown>> | undefined;
  readonly ephemeralText: string;
  readonly skipSlackParsing: boolean;
}

/** Reads what an integration answers; nothing at all is an answer, too. */
function readAnswer(text: string): Answer {
  const none = { update: undefined, ephemeralText: "", skipSlackParsing: false };
  if (text === "") return none;
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch (cause) {
    throw cannotAct(where, `The integration's answer is no JSON: ${shown(text)}`, cause);
  }
  if (answer === null) return none;
  if (!isUnknownObject(answer)) throw cannotAct(where, `The answer is no object: ${shown(text)}`);
  const { update, ephemeral_text: ephemeralText, skip_slack_parsing: skipSlackParsing } = answer;
  if (
    (update !== undefined && update !== null && !isUnknownObject(update)) ||
    !["undefined", "string"].includes(typeof (ephemeralText ?? undefined)) ||
    !["undefined", "boolean"].includes(typeof (skipSlackParsing ?? undefined))
  ) {
    throw cannotAct(where, `The answer has values of other types than expected: ${shown(text)}`);
  }
  return {
    update: isUnknownObject(update) ? update : undefined,
    ephemeralText: String(ephemeralText ?? ""),
    skipSlackParsing: skipSlackParsing === true,
  };
}

async function applyUpdate(
  server: Server,
  postId: string,
  { post, retain, remove }: Target,
  update: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { message, props, file_ids: fileIds } = update;
  const given = isUnknownObject(props) ? props as JsonObject : undefined;
  const entries = Object.entries({ ...given, ...retain } as Record<string, JsonValue>);
  const changed = create(PostSchema, {
    id: postId,
    message: typeof message === "string" ? message : "",
    fileIds: Array.isArray(fileIds) ? fileIds.map(String) : [],
    isPinned: post?.isPinned ?? false,
    hasReactions: post?.hasReactions ?? false,
  });
  const kept = given === undefined
    ? post?.props
    : Object.fromEntries(entries.filter(([name]) => !remove.includes(name)));
  if (kept !== undefined) changed.props = kept;
  await updatePost(server, changed);
}

const shown = (text: string) => text.length > 100 ? `${text.slice(0, 100)}…` : text;
