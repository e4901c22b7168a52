import {
  NotFoundError,
  PermissionDeniedError,
  PluginAPIError,
  type PluginAPIErrorInit,
  ValidationError,
} from "../api/errors.ts";

/** What an error may say beside its place, its id and its message. */
export type AppErrorDetails = Pick<
  PluginAPIErrorInit,
  "detailedError" | "params" | "cause" | "statusCode"
>;

/** A 404 with Mattermost's error id: what was asked for does not exist. */
export function notFound(
  where: string,
  id: string,
  message: string,
  details: AppErrorDetails = {},
): NotFoundError {
  return new NotFoundError({ where, id, message, ...details });
}

/** A 400 with Mattermost's error id: an argument is wrong. */
export function invalid(
  where: string,
  id: string,
  message: string,
  details: AppErrorDetails = {},
): ValidationError {
  return new ValidationError({ where, id, message, ...details });
}

/** A 403 with Mattermost's error id: this user may not do this. */
export function denied(
  where: string,
  id: string,
  message: string,
  details: AppErrorDetails = {},
): PermissionDeniedError {
  return new PermissionDeniedError({ where, id, message, ...details });
}

/** A 500 with Mattermost's error id: the server could not do it. */
export function internal(
  where: string,
  id: string,
  message: string,
  details: AppErrorDetails = {},
): PluginAPIError {
  return new PluginAPIError({ where, id, message, ...details });
}

/** An error of a method that has no id and no status for it in Go, but only a text. */
export function plain(where: string, message: string): PluginAPIError {
  return new PluginAPIError({ where, id: "", message });
}
