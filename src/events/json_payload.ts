/**
 * Which values an event can carry.
 *
 * @module
 */
import type { JsonObject, JsonValue } from "@bufbuild/protobuf";
import { Mismatch, shown } from "../api/mismatch.ts";

/**
 * A payload as JSON: what `JSON.stringify` would leave out or change is refused instead, but for
 * properties that are undefined, which are left out.
 *
 * @param where the call, for the error's text
 * @throws {TypeError} naming the place of what does not fit
 */
export function jsonPayload(payload: unknown, where: string): JsonObject {
  try {
    if (!isPlain(payload)) throw new Mismatch(`expected an object, got ${shown(payload)}`);
    return jsonOf(payload, []) as JsonObject;
  } catch (error) {
    if (!(error instanceof Mismatch)) throw error;
    throw new TypeError(`${where}: ${["payload", ...error.path].join(".")}: ${error.text}`);
  }
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function jsonOf(value: unknown, parents: readonly unknown[]): JsonValue {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (parents.includes(value)) throw new Mismatch("it contains itself, which JSON cannot say");
  const path = [...parents, value];
  if (Array.isArray(value)) return value.map((item, index) => inner(String(index), item, path));
  if (!isPlain(value)) throw new Mismatch(`expected a JSON value, got ${shown(value)}`);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([name, item]) => [name, inner(name, item, path)]),
  );
}

function inner(name: string, value: unknown, parents: readonly unknown[]): JsonValue {
  try {
    return jsonOf(value, parents);
  } catch (error) {
    throw error instanceof Mismatch ? error.under(name) : error;
  }
}
