/**
 * Errors among the results of methods, as the response's `AppError`.
 *
 * @module
 */

import { create } from "@bufbuild/protobuf";
import { type AppError, AppErrorSchema } from "../../../gen/mattermost/pluginapi/v1/common_pb.ts";
import { isFailure } from "../../contract/app_error.ts";
import { type Anything, gobAnything } from "../gob/anything.ts";
import type { GobType } from "../gob/gob_type.ts";
import { gobInterface } from "../gob/interfaces.ts";
import { gobMapped } from "../gob/mapped.ts";
import { gobInt, gobString } from "../gob/scalars.ts";
import { gobStruct } from "../gob/structs.ts";
import { goMessage } from "./go_message.ts";

/** What an error without a status is taken for. */
const INTERNAL_SERVER_ERROR = 500;

/**
 * `*model.AppError`. The server would replace the message by the text that it has for the error's
 * id, and lose it where it has none: our errors ask it not to.
 */
export const gobAppError: GobType<AppError | undefined> = lazily(() =>
  gobMapped<AppError, AppError | undefined>(goMessage("model.AppError", AppErrorSchema), {
    zero: undefined,
    isZero: (error) => !isFailure(error),
    read: (error) => error,
    write: (error) => ({ ...(error as AppError), skipTranslation: true }),
  })
);

/** Codecs of messages cost time to make; this one is made when it is needed. */
function lazily<T>(make: () => GobType<T>): GobType<T> {
  let made: GobType<T> | undefined;
  const type = () => made ??= make();
  return {
    goName: "AppError",
    isStruct: true,
    zero: () => type().zero(),
    isZero: (value) => type().isZero(value),
    write: (out, value) => type().write(out, value),
    idIn: (types) => type().idIn(types),
    readerFor: (types, id) => type().readerFor(types, id),
  };
}

/** `*plugin.ErrorString`: what the transport makes of Go errors that gob does not know. */
const errorString: GobType<AppError | undefined> = gobMapped(
  gobStruct("ErrorString", { Code: gobInt, Err: gobString }),
  {
    zero: undefined as AppError | undefined,
    isZero: (error) => error === undefined,
    read: ({ Err }) => failed(Err),
    write: (error) => ({ Code: 0, Err: error?.message ?? "" }),
  },
);

/** Errors of the database's driver, and whatever else a server may register. */
const otherError: GobType<AppError | undefined> = {
  ...gobMapped<Anything, AppError | undefined>(gobAnything, {
    zero: undefined,
    isZero: () => true,
    read: (value) => failed(textOf(value)),
    write: () => null,
  }),
};

function textOf(value: Anything): string {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    const { Message: message } = value;
    if (typeof message === "string" && message !== "") return message;
  }
  return JSON.stringify(value);
}

function failed(message: string): AppError {
  return create(AppErrorSchema, { message, statusCode: INTERNAL_SERVER_ERROR });
}

/** The ids that errors get which authors throw without one. */
const DEFAULT_ID = /^(?:plugin\.[a-z0-9_]+\.error)?$/;

/** Go's `error`. What has an id of its own goes as an AppError, the rest as its text. */
export const gobError: GobType<AppError | undefined> = gobInterface<AppError | undefined>({
  goName: "error",
  nil: undefined,
  named(name) {
    switch (name) {
      case "*model.AppError":
        return gobAppError;
      case "*plugin.ErrorString":
        return errorString;
      default:
        return otherError;
    }
  },
  choose(error) {
    if (!isFailure(error)) return undefined;
    return DEFAULT_ID.test(error.id) && error.message !== ""
      ? { name: "*plugin.ErrorString", type: errorString }
      : { name: "*model.AppError", type: gobAppError };
  },
});
