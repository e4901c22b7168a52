import { clone, create, type JsonObject } from "@bufbuild/protobuf";
import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import { type OpenDialogRequest, OpenDialogRequestSchema } from "../contract/mod.ts";
import { denied, invalid } from "./app_error.ts";
import { dialogMistakes } from "./dialog_rules.ts";
import { callIntegration } from "./integration_requests.ts";
import { isUnknownObject } from "./json_values.ts";
import { hasPermissionToTeam } from "./permissions.ts";
import { requireReader } from "./post_actions.ts";
import { log, type Server } from "./server.ts";
import { readTriggerId } from "./trigger_ids.ts";

/** A dialog that a user sends off, or closes. */
export interface DialogSubmission {
  /** Who does it. */
  readonly userId: string;
  /** Where the dialog leads, as the client was told. */
  readonly url: string;
  /** The dialog's own, as the client was told. */
  readonly callbackId?: string;
  /** The dialog's own, as the client was told. */
  readonly state?: string;
  /** The channel; the user must be able to read it. */
  readonly channelId: string;
  /** The team; the user must be in it. */
  readonly teamId: string;
  /** The values of the elements, by name; null where it is cancelled. */
  readonly submission: JsonObject | null;
  /** Whether it was closed. */
  readonly cancelled?: boolean;
}

/** What a dialog's plugin answers. */
export interface DialogAnswer {
  /** What is wrong with the whole. */
  readonly error?: string;
  /** What is wrong with elements, by name. */
  readonly errors?: Readonly<Record<string, string>>;
  /** What follows: `ok`, `form` or `navigate`. */
  readonly type?: string;
  /** The next dialog, where `type` is `form`. */
  readonly form?: JsonObject;
}

/** The API method that opens a dialog: the user's clients hear of it. */
export function dialogMethods(server: Server, pluginId: string): PluginAPIHandlers {
  return {
    openInteractiveDialog: ({ dialog }) =>
      openDialog(server, pluginId, dialog ?? create(OpenDialogRequestSchema)),
  };
}

/**
 * Opens a dialog for the user to whom the trigger id belongs. One that breaks the rules is sent all
 * the same, with a warning in the log.
 *
 * @throws {ValidationError} For a trigger id that is not the server's, or older than 30 seconds.
 */
export function openDialog(server: Server, pluginId: string, given: OpenDialogRequest): void {
  const { clientTriggerId, userId } = readTriggerId(server, given.triggerId);
  const mistakes = dialogMistakes(given);
  if (mistakes.length > 0) {
    log(server, "warn", "Interactive dialog is invalid", { error: mistakes.join("; ") }, pluginId);
  }
  const request = clone(OpenDialogRequestSchema, given);
  request.triggerId = clientTriggerId;
  server.events.emit({ type: "open_dialog", userId, request });
}

/**
 * Sends a dialog off to its plugin. Whatever the answer is, it counts: what is no JSON is an empty
 * one.
 *
 * @throws {ValidationError} Without a URL, or where it leads nowhere.
 * @throws {PermissionDeniedError} When the user cannot read the channel or is not in the team.
 */
export async function submitDialog(
  server: Server,
  submission: DialogSubmission,
): Promise<DialogAnswer> {
  return readAnswer(await send(server, "dialog_submission", submission));
}

/** What a menu of a dialog offers for what was typed. */
export interface DialogOption {
  /** What is shown. */
  readonly text: string;
  /** What it stands for. */
  readonly value: string;
}

/**
 * Asks a dialog's plugin what one of its menus offers; `submission` has the values so far, `query`
 * and `selected_field`.
 *
 * @throws as {@link submitDialog}
 */
export async function lookupDialog(
  server: Server,
  submission: DialogSubmission,
): Promise<DialogOption[]> {
  const answer = parsed(await send(server, "dialog_lookup", submission));
  const items = isUnknownObject(answer) ? answer["items"] : undefined;
  return Array.isArray(items) ? items : [];
}

async function send(server: Server, type: string, submission: DialogSubmission): Promise<string> {
  const { userId, url, channelId, teamId } = submission;
  if (url === "") {
    throw invalid("submitDialog", "api.context.invalid_body_param.app_error", "The URL is empty.", {
      params: { Name: "url" },
    });
  }
  requireReader(server, userId, channelId);
  if (!hasPermissionToTeam(server, userId, teamId, "view_team")) {
    throw denied(
      "Permissions",
      "api.context.permissions.app_error",
      `The user "${userId}" is not in the team "${teamId}".`,
      { detailedError: `userId=${userId}, permission=view_team` },
    );
  }
  return await callIntegration(server, url, userId, {
    type,
    callback_id: submission.callbackId ?? "",
    state: submission.state ?? "",
    user_id: userId,
    channel_id: channelId,
    team_id: teamId,
    submission: submission.submission,
    cancelled: submission.cancelled ?? false,
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readAnswer(text: string): DialogAnswer {
  const answer = parsed(text);
  if (!isUnknownObject(answer)) return {};
  const { error, errors, type, form } = answer;
  return {
    ...typeof error === "string" && error !== "" && { error },
    ...isUnknownObject(errors) && { errors: errors as Record<string, string> },
    ...typeof type === "string" && type !== "" && { type },
    ...isUnknownObject(form) && { form: form as JsonObject },
  };
}
