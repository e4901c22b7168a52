/**
 * @module
 */
import type { JsonObject, JsonValue } from "@bufbuild/protobuf";

const decoder = new TextDecoder("utf-8", { fatal: true });

/**
 * A stored value as JSON.
 *
 * @throws {TypeError} for what is none
 */
export function readJSON(key: string, bytes: Uint8Array): JsonValue {
  try {
    return JSON.parse(decoder.decode(bytes)) as JsonValue;
  } catch (error) {
    throw new TypeError(`the value of key ${JSON.stringify(key)} is no JSON`, { cause: error });
  }
}

/** Whether it is an object of JSON. */
export function isObject(value: JsonValue): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
