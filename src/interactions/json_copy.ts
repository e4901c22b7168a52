/**
 * @module
 */
import type { JsonValue } from "@bufbuild/protobuf";
import { jsonFrom } from "../api/json_from_init.ts";
import { Mismatch } from "../api/mismatch.ts";

/**
 * A copy of what an author wants to come back later, as JSON.
 *
 * @param where what it was given to, for the error's text
 * @throws {TypeError} for what JSON cannot say, naming the place inside of it
 */
export function jsonCopy(value: unknown, where: string): JsonValue {
  try {
    return jsonFrom(value, false) as JsonValue;
  } catch (error) {
    if (!(error instanceof Mismatch)) throw error;
    const path = error.path.map((name) => name.startsWith("[") ? name : `.${name}`).join("");
    throw new TypeError(`${where}${path}: ${error.text}`);
  }
}
