/**
 * What JSON can carry.
 *
 * @module
 */
import { Mismatch, shown } from "../api/mismatch.ts";

const encoder = new TextEncoder();

/**
 * A value as JSON, in UTF-8.
 *
 * @throws {TypeError} for what JSON leaves out or changes without a word, such as functions, maps
 * and NaN: the message says where it stands. Undefined properties are left out.
 */
export function jsonBytes(value: unknown, where = "value"): Uint8Array {
  if (value === undefined) {
    throw new TypeError(`${where}: undefined is no JSON; delete() takes a value away`);
  }
  try {
    check(value, new Set());
  } catch (error) {
    if (!(error instanceof Mismatch)) throw error;
    const path = error.path.map((name) => /^\d+$/.test(name) ? `[${name}]` : `.${name}`).join("");
    throw new TypeError(`${where}${path}: ${error.text}`);
  }
  return encoder.encode(JSON.stringify(value));
}

function check(value: unknown, above: Set<object>): void {
  switch (typeof value) {
    case "string":
    case "boolean":
      return;
    case "number":
      if (Number.isFinite(value)) return;
      throw new Mismatch(`${value} is no number in JSON`);
    case "bigint":
      throw new Mismatch(
        `${
          shown(value)
        } is a bigint, which JSON has not; use Number(), String(), or json() for a ` +
          "Mattermost object",
      );
    case "object":
      if (value !== null) checkObject(value, above);
      return;
    default:
      throw new Mismatch(`${shown(value)} is no JSON`);
  }
}

function checkObject(value: object, above: Set<object>): void {
  if (typeof (value as { toJSON?: unknown }).toJSON === "function") return;
  if (above.has(value)) throw new Mismatch("the object contains itself");
  if (value instanceof Uint8Array) {
    throw new Mismatch(`${shown(value)} is no JSON; use kv.typed(codec.bytes) for bytes`);
  }
  if (isOpaque(value)) throw new Mismatch(`${shown(value)} is no JSON; its content would be lost`);
  above.add(value);
  const inside = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  for (const [name, each] of inside) {
    if (each === undefined && !Array.isArray(value)) continue;
    try {
      check(each, above);
    } catch (error) {
      throw error instanceof Mismatch ? error.under(String(name)) : error;
    }
  }
  above.delete(value);
}

/** Objects of the language that JSON writes as `{}`, or as indexes of bytes. */
function isOpaque(value: object): boolean {
  return ArrayBuffer.isView(value) ||
    /^\[object (?:Map|Set|WeakMap|WeakSet|RegExp|Error|Promise|ArrayBuffer)\]$/.test(
      Object.prototype.toString.call(value),
    );
}
