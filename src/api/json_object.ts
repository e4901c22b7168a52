/**
 * @module
 */
import type { JsonObject, JsonValue } from "@bufbuild/protobuf";

/**
 * What of an object JSON can carry: other values become text, so that logging a field or passing an
 * error's parameters on never fails. `bigint` becomes a number where that loses nothing.
 */
export function jsonObject(record: Readonly<Record<string, unknown>>): JsonObject {
  return jsonValue(record, []) as JsonObject;
}

function jsonValue(value: unknown, parents: readonly unknown[]): JsonValue {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      return Number.isFinite(value) ? value : String(value);
    case "bigint": {
      const number = Number(value);
      return Number.isSafeInteger(number) ? number : String(value);
    }
    case "undefined":
      return null;
    case "object":
      break;
    default:
      return String(value);
  }
  if (value === null) return null;
  if (parents.includes(value)) return "(circular)";
  if (value instanceof Error) return value.stack ?? String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString();
  const path = [...parents, value];
  if (Array.isArray(value)) return value.map((item) => jsonValue(item, path));
  if (value instanceof Uint8Array) return `(${value.length} bytes)`;
  const result: JsonObject = {};
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) continue;
    // Not an assignment: `__proto__` is a name like any other here.
    Object.defineProperty(result, key, {
      value: jsonValue(item, path),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return result;
}
