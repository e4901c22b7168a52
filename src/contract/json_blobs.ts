/**
 * JSON that travels as bytes inside messages.
 *
 * @module
 */

import { create, type DescMessage, type JsonValue, type Message } from "@bufbuild/protobuf";
import type { JsonFieldInfo } from "../../gen/method_info.ts";

/** Where in a message JSON is: a row of the tables of methods, or a result of one. */
export type JsonField = Pick<JsonFieldInfo, "field" | "inner">;

/**
 * Parses the JSON in a field. `what` names the field in errors, such as `GetConfig's config`.
 * Undefined where the field is empty, which is how Go's nil travels.
 *
 * @throws {SyntaxError} where the bytes are no JSON in UTF-8.
 */
export function readJson(message: Message, place: JsonField, what: string): JsonValue | undefined {
  const bytes = bytesAt(message, place);
  if (bytes === undefined || bytes.length === 0) return undefined;
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new SyntaxError(`${what}: the peer sent ${bytes.length} bytes that are not UTF-8.`, {
      cause,
    });
  }
  try {
    return JSON.parse(text) as JsonValue;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new SyntaxError(
      `${what}: the peer sent ${bytes.length} bytes that are no JSON (${why}); they begin with ${
        JSON.stringify(text.slice(0, 40))
      }.`,
      { cause },
    );
  }
}

function bytesAt(message: Message, { field, inner }: JsonField): Uint8Array | undefined {
  const outer = (message as unknown as Record<string, unknown>)[field];
  const value = inner === null ? outer : (outer as Record<string, unknown> | undefined)?.[inner];
  return value as Uint8Array | undefined;
}

/**
 * Writes a value as JSON into a field; null and undefined leave it empty, as Go's nil is. `what`
 * names the field in errors, such as `saveConfig's config`.
 *
 * @throws {TypeError} where the value cannot be JSON: it holds a `bigint`, a function or itself.
 */
export function writeJson(
  schema: DescMessage,
  message: Message,
  place: JsonField,
  value: unknown,
  what: string,
): void {
  const bytes = encode(value, what);
  const fields = message as unknown as Record<string, unknown>;
  if (place.inner === null) {
    fields[place.field] = bytes;
    return;
  }
  if (bytes.length === 0) {
    delete fields[place.field];
    return;
  }
  const wrapper = schema.fields.find(({ localName }) => localName === place.field)?.message;
  if (!wrapper) throw new Error(`${schema.typeName} has no message field ${place.field}.`);
  fields[place.field] = create(wrapper, { [place.inner]: bytes });
}

function encode(value: unknown, what: string): Uint8Array {
  if (value === undefined || value === null) return new Uint8Array();
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new TypeError(`${what} cannot be written as JSON: ${why}.${hint(why)}`, { cause });
  }
  if (text === undefined) {
    throw new TypeError(`${what} cannot be written as JSON: it is a ${typeof value}.`);
  }
  return new TextEncoder().encode(text);
}

function hint(why: string): string {
  return /bigint/i.test(why)
    ? " Use numbers; json(message) makes them of a message's integers."
    : "";
}
