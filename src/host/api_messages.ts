/** Calls of the plugin API between messages and what implementations take and give. @module */

import type { Message } from "@bufbuild/protobuf";
import type { MethodInfo } from "../../gen/method_info.ts";
import { ValidationError } from "../api/errors.ts";
import { messageFrom } from "../api/message_from_init.ts";
import { jsonField, unpackJson } from "./json_fields.ts";
import { textOf } from "../transport/text_of.ts";

/**
 * What an implementation gets: the message itself, or a copy of it with its JSON parsed and its bytes
 * as a stream where the method has such.
 *
 * @param body the bytes that came beside the message; without it they are in the message
 * @throws {ValidationError} when JSON in the message is none
 */
export function apiRequest(
  info: MethodInfo,
  message: Message,
  body?: ReadableStream<Uint8Array>,
): unknown {
  if (info.requestJson.length === 0 && !info.body) return message;
  const fields = message as unknown as Readonly<Record<string, unknown>>;
  let request: Record<string, unknown>;
  try {
    request = unpackJson(fields, info.requestJson);
  } catch (error) {
    throw new ValidationError({
      id: "plugin_api.invalid_json.app_error",
      where: info.goName,
      message: `${info.goName} got bytes that are not JSON: ${textOf(error)}`,
      method: info.name,
    });
  }
  if (info.body) {
    const bytes = request[info.body.field] as Uint8Array<ArrayBuffer> | undefined;
    delete request[info.body.field];
    request[info.body.property] = body ?? new Blob(bytes ? [bytes] : []).stream();
  }
  return request;
}

/**
 * The answer for what an implementation gave.
 *
 * @throws {Error} when it gave something else than the method's results; the implementation is wrong
 */
export function apiResponse(info: MethodInfo, given: unknown): Message {
  const init: Record<string, unknown> = {};
  const several = info.results.length > 1;
  for (const { field, property, nullable, json, inner } of info.results) {
    const value = several ? (given as Record<string, unknown> | undefined)?.[property] : given;
    if (value === null || value === undefined) {
      if (nullable) continue;
      const what = several ? `its result's property "${property}"` : "its result";
      throw new Error(`${info.name} gave ${value}, but ${what} is never absent`);
    }
    init[field] = json ? jsonField(value, inner) : value;
  }
  try {
    return messageFrom(info.method.output, init, `the result of ${info.name}`);
  } catch (error) {
    // As a ValidationError it would blame the plugin for what the implementation did.
    throw new Error(textOf(error), { cause: error });
  }
}
