/**
 * The error that travels inside a response.
 *
 * @module
 */

import type { Message } from "@bufbuild/protobuf";
import type { AppError } from "../../gen/mattermost/pluginapi/v1/common_pb.ts";

/**
 * The error of a response, if it failed. Some hosts always send an `AppError`: one that says nothing
 * means success.
 */
export function failureIn(response: Message): AppError | undefined {
  const error = (response as { readonly error?: AppError }).error;
  return isFailure(error) ? error : undefined;
}

/**
 * Whether the message stands for an error at all: some hosts fill the field with an empty message
 * where nothing went wrong.
 */
export function isFailure(error: AppError | undefined): error is AppError {
  return error !== undefined &&
    (error.id !== "" || error.message !== "" || error.detailedError !== "" ||
      statusOf(error) !== 0);
}

/** The HTTP status that an error carries; 0 where it carries none. */
export function statusOf(error: AppError): number {
  return error.statusCodeInt64 === undefined ? error.statusCode : Number(error.statusCodeInt64);
}
