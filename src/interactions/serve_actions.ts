/**
 * Clicks on buttons, and selections in menus.
 *
 * @module
 */
import type { JsonObject } from "@bufbuild/protobuf";
import type { Post } from "../../gen/mattermost/pluginapi/v1/post_pb.ts";
import { shown } from "../api/mismatch.ts";
import { isText, type Text, textFor } from "../plugin/context/translate.ts";
import type { FetchHandler, HTTPContext } from "../plugin/http_hooks.ts";
import { withProperties } from "../plugin/with_properties.ts";
import { canSeeChannel, isId, isMember, orNull, userExists } from "./access.ts";
import type { ActionContext, ActionDefinition, ActionResult } from "./action.ts";
import { findElement } from "./find_in_post.ts";
import { jsonCopy } from "./json_copy.ts";
import type { ActionPayload, InteractiveFacts } from "./make_interactive.ts";
import { readRequest } from "./read_request.ts";
import { Refusal } from "./refusal.ts";
import { sayTexts } from "./say_texts.ts";
import { serveRequests } from "./serve_requests.ts";
import { updateEphemeral, updateOrDo } from "./update_post.ts";

/** An action, whatever its items are. */
export type AnyAction = ActionDefinition<never>;

/** Answers requests to `/_plugin/actions/NAME`. */
export function serveActions(
  facts: InteractiveFacts,
  actions: ReadonlyMap<string, AnyAction>,
): FetchHandler {
  return serveRequests({
    subject: "a click",
    kind: "action",
    sentence: (text) => ({ ephemeral_text: text }),
    async answer([, name = "", ...rest], request, context) {
      const action = rest.length === 0 ? actions.get(name) : undefined;
      if (action === undefined) {
        throw new Refusal(404, "There is no such button any more.", `there is no action "${name}"`);
      }
      const click = await readClick(facts, action, request, context);
      const { item, userContext } = click;
      const result = await action(item as never, userContext);
      return await answerOf(action.name, result, click);
    },
  });
}

/** A click that may happen. */
interface Click {
  readonly item: unknown;
  readonly userContext: ActionContext;
  readonly ephemeral: boolean;
}

/**
 * Reads a click, and believes nothing of it that is not signed by us, said by Mattermost, or found
 * where it is claimed to be.
 *
 * @throws {Refusal} where anything does not fit
 */
async function readClick(
  { seals, clock }: InteractiveFacts,
  action: AnyAction,
  request: Request,
  context: HTTPContext,
): Promise<Click> {
  const { userId, body } = await readRequest(request, context);
  const carried = object(body["context"]);
  const token = carried["token"];
  const payload = await seals.open("action", token) as ActionPayload | undefined;
  if (payload === undefined || payload.a !== action.name) {
    throw new Refusal(
      403,
      "This button is not valid any more.",
      payload === undefined
        ? "its context is not signed by this plugin, or with a key that is no longer kept"
        : `it was made for the action "${payload.a}"`,
    );
  }
  if (payload.e !== 0 && clock.now() >= payload.e) {
    throw new Refusal(403, "This button has expired.", "the button has expired");
  }
  if (payload.u !== "" && payload.u !== userId) {
    throw new Refusal(403, "This button is for somebody else.", "it was made for another user");
  }
  const { channel_id: channelId, post_id: postId, trigger_id: triggerId } = body;
  if (!isId(channelId) || !isId(postId) || (payload.c !== "" && payload.c !== channelId)) {
    throw new Refusal(
      403,
      "This button does not belong to this channel.",
      `it was made for the channel "${payload.c}"; give button() a channelId if its post goes ` +
        "to another one than the command's or click's",
    );
  }
  const { api } = context;
  const [post, channel, member] = await Promise.all([
    payload.p ? null : orNull(api.getPost({ postId })),
    orNull(api.getChannel({ channelId })),
    !action.options.membersOnly || isMember(api, userId, channelId),
  ]);
  if (!payload.p) checkPost(post, channelId, token as string);
  if (channel === null || !member) {
    throw new Refusal(403, "You are not in this channel.", "the user is not in the channel");
  }
  const selected = await readSelection(payload.o, carried["selected_option"], context, userId);
  const rootId = post?.rootId ?? "";
  const place = {
    triggerId: typeof triggerId === "string" ? triggerId : "",
    userId,
    channelId,
    teamId: channel.teamId,
    rootId,
  };
  const userContext: ActionContext = withProperties(context, {
    ...place,
    hook: `action ${action.name}`,
    log: context.log.with({ action: action.name }),
    post,
    postId,
    selected,
    openDialog: (...given: unknown[]) =>
      (userContext.openDialogFor(place) as (...given: unknown[]) => Promise<void>)(...given),
  }) as ActionContext;
  return { item: payload.i, userContext, ephemeral: payload.p };
}

/** That the post is there, in that channel, and holds this very button. */
function checkPost(post: Post | null, channelId: string, token: string): asserts post is Post {
  const gone = "This button is not there any more.";
  if (post === null || post.deleteAt > 0n) {
    throw new Refusal(
      403,
      gone,
      "there is no such post; for one that only one person sees, make the button with " +
        "ephemeral: true",
    );
  }
  if (post.channelId !== channelId) {
    throw new Refusal(403, gone, "the post is in another channel than the request says");
  }
  const found = findElement(post.props, token);
  if (found === undefined) throw new Refusal(403, gone, "the post does not hold this button");
  if (found.disabled) throw new Refusal(403, "This button is disabled.", "the button is disabled");
}

async function readSelection(
  options: ActionPayload["o"],
  selected: unknown,
  { api }: HTTPContext,
  userId: string,
): Promise<string | null> {
  if (options === null) return null;
  const fits = typeof selected === "string" &&
    (options === "users"
      ? await userExists(api, selected)
      : options === "channels"
      ? await canSeeChannel(api, userId, selected)
      : options.includes(selected));
  if (fits) return selected;
  throw new Refusal(
    400,
    "That cannot be chosen here.",
    `selected_option is ${shown(selected)}, which is none of the menu's choices`,
  );
}

/** What Mattermost is told. */
async function answerOf(
  name: string,
  result: ActionResult,
  { userContext, ephemeral }: Click,
): Promise<object> {
  const where = `the action "${name}"`;
  if (result === undefined || result === null) return {};
  if (isText(result)) return await whisper(result, userContext);
  if (typeof result !== "object" || Array.isArray(result)) {
    throw new TypeError(
      `${where} must return { update, ephemeral }, a string or nothing, but it returned ` +
        shown(result),
    );
  }
  const unknown = Object.keys(result).find((key) => key !== "update" && key !== "ephemeral");
  if (unknown !== undefined) {
    throw new TypeError(`${where}: its result has no "${unknown}"; it has update and ephemeral`);
  }
  const { update, ephemeral: text } = result;
  const said = await whisper(text ?? "", userContext);
  if (update === undefined) return said;
  const { message: written } = update;
  if (written !== undefined && !isText(written)) {
    throw new TypeError(
      `${where}: update.message: expected a string or localized(…), got ${shown(written)}`,
    );
  }
  const message = written === undefined
    ? undefined
    : await textFor(written, userContext, ephemeral ? userContext.userId : null);
  const props = update.props === undefined
    ? undefined
    : jsonCopy(update.props, `${where}: update.props`) as JsonObject;
  const changes = { message, props };
  if (!ephemeral) return await updateOrDo(changes, userContext, said);
  await updateEphemeral(changes, userContext);
  return said;
}

/** What only the person who clicked reads. */
async function whisper(text: Text, context: ActionContext): Promise<object> {
  const say = await sayTexts([text], context, context.userId);
  return text === "" ? {} : { ephemeral_text: say(text) };
}

function object(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null
    ? value as Readonly<Record<string, unknown>>
    : {};
}
