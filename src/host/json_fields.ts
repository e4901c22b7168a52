/** JSON that travels as bytes inside messages, and the parsed values that our API shows. @module */

import type { JsonFieldInfo } from "../../gen/method_info.ts";

type Fields = Record<string, unknown>;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A copy of `init` with its parsed properties turned into the fields that carry them. */
export function packJson(init: Readonly<Fields>, places: readonly JsonFieldInfo[]): Fields {
  const fields = { ...init };
  for (const { field, inner, property } of places) {
    const value = fields[property];
    delete fields[property];
    if (value !== undefined && value !== null) fields[field] = jsonField(value, inner);
  }
  return fields;
}

/** What a field that carries JSON holds for a value. */
export function jsonField(value: unknown, inner: string | null): unknown {
  const bytes = encoder.encode(JSON.stringify(value));
  return inner === null ? bytes : { [inner]: bytes };
}

/**
 * A copy of a message with its JSON fields turned into parsed properties. Empty bytes, which Go sends
 * for nil, are undefined.
 *
 * @throws {SyntaxError} when the bytes are not JSON
 */
export function unpackJson(message: Readonly<Fields>, places: readonly JsonFieldInfo[]): Fields {
  const fields = { ...message };
  for (const { field, inner, property } of places) {
    const value = fields[field];
    delete fields[field];
    fields[property] = parseJsonField(value, inner);
  }
  return fields;
}

/** The value in a field that carries JSON; undefined where it is empty. */
export function parseJsonField(value: unknown, inner: string | null): unknown {
  const bytes = inner === null ? value : (value as Fields | undefined)?.[inner];
  return bytes instanceof Uint8Array && bytes.length > 0
    ? JSON.parse(decoder.decode(bytes))
    : undefined;
}
