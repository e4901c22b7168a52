/**
 * Between Mattermost's application error, which travels inside an answer, and the errors that authors
 * throw and catch.
 *
 * @module
 */
import { create } from "@bufbuild/protobuf";
import { type AppError, AppErrorSchema } from "../../gen/mattermost/pluginapi/v1/common_pb.ts";
import { statusOf } from "../contract/app_error.ts";
import { jsonObject } from "./json_object.ts";
import { hintForId } from "./error_hints.ts";
import {
  AlreadyExistsError,
  NotFoundError,
  NotImplementedError,
  PermissionDeniedError,
  PluginAPIError,
  type PluginAPIErrorInit,
  TimeoutError,
  UnavailableError,
  ValidationError,
} from "./errors.ts";

export { isFailure } from "../contract/app_error.ts";

/** The error of the class that its HTTP status stands for. */
export function errorForStatus(init: PluginAPIErrorInit & { statusCode: number }): PluginAPIError {
  switch (init.statusCode) {
    case 400:
      return new ValidationError(init);
    case 401:
    case 403:
      return new PermissionDeniedError(init);
    case 404:
      return new NotFoundError(init);
    case 408:
    case 504:
      return new TimeoutError(init);
    case 409:
      return new AlreadyExistsError(init);
    case 429:
    case 503:
      return new UnavailableError(init);
    case 501:
      return new NotImplementedError(init);
    default:
      return new PluginAPIError(init);
  }
}

/** What an API method throws for an application error in its answer. */
export function fromAppError(error: AppError, method: string): PluginAPIError {
  const said = error.message || error.detailedError || error.id || "The server gave no reason.";
  const hint = hintForId(error.id);
  return errorForStatus({
    id: error.id,
    message: hint === undefined ? said : `${said} (${hint})`,
    detailedError: error.detailedError,
    statusCode: statusOf(error) || 500,
    where: error.where,
    requestId: error.requestId,
    params: error.params,
    method,
  });
}

/** What {@link toAppError} says where the error itself does not. */
export interface AppErrorDefaults {
  /** The error id, such as `plugin.execute_command.error`. */
  readonly id: string;
  /** The function that failed. */
  readonly where: string;
  /** The request in the course of which it failed. */
  readonly requestId?: string | undefined;
}

/**
 * The application error that stands for whatever was thrown, for the side that answers a call.
 *
 * The text is in `message` and in `detailedError`, because some hosts rebuild the error without the
 * first; `skipTranslation` keeps servers from replacing it by a translation of an id that they do
 * not know.
 */
export function toAppError(thrown: unknown, defaults: AppErrorDefaults): AppError {
  const known = thrown instanceof PluginAPIError ? thrown : undefined;
  const message = thrownText(thrown);
  return create(AppErrorSchema, {
    id: known?.id || defaults.id,
    message,
    detailedError: known?.detailedError || message,
    requestId: known?.requestId || defaults.requestId || "",
    statusCode: httpStatus(known?.statusCode),
    where: known?.where || defaults.where,
    ...(known !== undefined && Object.keys(known.params).length > 0
      ? { params: jsonObject(known.params) }
      : {}),
    skipTranslation: true,
  });
}

/** The text of whatever was thrown; never empty. */
export function thrownText(thrown: unknown): string {
  if (thrown instanceof Error) return thrown.message || thrown.name;
  if (typeof thrown === "string" && thrown !== "") return thrown;
  try {
    return `a value that is not an Error was thrown: ${Deno.inspect(thrown, { depth: 2 })}`;
  } catch {
    return "a value that is not an Error was thrown";
  }
}

/** Servers panic or answer 500 for a status that HTTP does not have. */
function httpStatus(status: number | undefined): number {
  return status !== undefined && Number.isInteger(status) && status >= 100 && status <= 999
    ? status
    : 500;
}
