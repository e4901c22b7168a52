/**
 * JSON text inside Go values.
 *
 * @module
 */

import type { JsonValue } from "@bufbuild/protobuf";
import { GobError } from "../gob/gob_error.ts";

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** Parses what a peer or a caller gave as JSON, and makes something of it. */
export function parseJson<T>(bytes: Uint8Array, goType: string, make: (json: JsonValue) => T): T {
  try {
    return make(JSON.parse(decoder.decode(bytes)) as JsonValue);
  } catch (error) {
    if (error instanceof GobError) throw error;
    throw new GobError(
      `the JSON in it is none: ${error instanceof Error ? error.message : error}`,
      goType,
    );
  }
}

/** JSON as text in bytes. */
export function jsonText(value: JsonValue): Uint8Array {
  return encoder.encode(JSON.stringify(value));
}
