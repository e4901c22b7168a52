/**
 * The error that travels inside a response.
 *
 * @module
 */

import type { Message } from "@bufbuild/protobuf";
import type { AppError } from "../../gen/mattermost/pluginapi/v1/common_pb.ts";

/**
 * The error of a response, if it failed. Some hosts always send an `AppError`: one with an empty id
 * and status 0 means success.
 */
export function failureIn(response: Message): AppError | undefined {
  const error = (response as { readonly error?: AppError }).error;
  return error && isFailure(error) ? error : undefined;
}

/** Whether an `AppError` that is there means a failure. */
export function isFailure(error: AppError): boolean {
  return error.id !== "" || statusOf(error) !== 0;
}

/** The HTTP status that an error carries; 0 where it carries none. */
export function statusOf(error: AppError): number {
  return error.statusCodeInt64 === undefined ? error.statusCode : Number(error.statusCodeInt64);
}
