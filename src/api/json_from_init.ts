/**
 * @module
 */
import { Mismatch, shown } from "./mismatch.ts";

/** Deeper than any sensible JSON; what is deeper is circular. */
const maxDepth = 100;

/**
 * A copy of a JSON value that is safe to send; properties that are undefined are left out, as
 * `JSON.stringify` leaves them out.
 *
 * @param value what the author wrote
 * @param object whether it must be an object
 * @throws {Mismatch} for what JSON cannot say, instead of changing it silently
 */
export function jsonFrom(value: unknown, object: boolean): unknown {
  if (object && (typeof value !== "object" || value === null || Array.isArray(value))) {
    throw new Mismatch(`expected an object of JSON values, got ${shown(value)}`);
  }
  return copy(value, 0);
}

function copy(value: unknown, depth: number): unknown {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      if (Number.isFinite(value)) return value;
      throw new Mismatch(`expected a JSON value, got ${value}, which JSON does not have`);
    case "bigint":
      throw new Mismatch(
        `expected a JSON value, got ${shown(value)}; write Number(value) or String(value)`,
      );
    case "object":
      break;
    default:
      throw new Mismatch(`expected a JSON value, got ${shown(value)}`);
  }
  if (value === null) return null;
  if (depth > maxDepth) throw new Mismatch(`nested more than ${maxDepth} deep; is it circular?`);
  if (Array.isArray(value)) {
    return value.map((item, index) => under(`[${index}]`, item, depth));
  }
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new Mismatch(`expected a JSON value, got ${shown(value)}`);
  }
  if ("$typeName" in value) {
    throw new Mismatch("expected a JSON value, got a message; write json(message)");
  }
  const result: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) continue;
    if (key === "__proto__") {
      Object.defineProperty(result, key, {
        value: under(key, item, depth),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    } else {
      result[key] = under(key, item, depth);
    }
  }
  return result;
}

function under(name: string, item: unknown, depth: number): unknown {
  try {
    return copy(item, depth + 1);
  } catch (error) {
    throw error instanceof Mismatch ? error.under(name) : error;
  }
}
