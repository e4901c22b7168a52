/**
 * JSON as `google.protobuf.Value`, and back: what protobuf-es's `fromJson()` and `toJson()` do with
 * that message. They are for any message and bring all of protobuf's own with them, which costs a
 * plugin process time when it starts.
 *
 * @module
 */

import type { JsonObject, JsonValue } from "@bufbuild/protobuf";
import type { ListValue, NullValue, Struct, Value } from "@bufbuild/protobuf/wkt";

/** About as deep as protobuf-es goes. */
const MAX_DEPTH = 100;

/** `NullValue.NULL_VALUE`; the enum itself comes with its descriptors. */
const NULL = 0 as NullValue;

/** A Value that holds nothing. */
export function emptyValue(): Value {
  return valueOfKind({ case: undefined });
}

/**
 * The Value that holds that JSON.
 *
 * @throws {TypeError} for what is no JSON, and for JSON that is of more than 100 levels.
 */
export function valueFromJson(json: JsonValue): Value {
  return toValue(json, 1);
}

function toValue(json: JsonValue, depth: number): Value {
  if (depth > MAX_DEPTH) {
    throw new TypeError(`A google.protobuf.Value holds JSON of at most ${MAX_DEPTH} levels.`);
  }
  switch (typeof json) {
    case "number":
      return valueOfKind({ case: "numberValue", value: json });
    case "string":
      return valueOfKind({ case: "stringValue", value: json });
    case "boolean":
      return valueOfKind({ case: "boolValue", value: json });
    case "object":
      if (json === null) return valueOfKind({ case: "nullValue", value: NULL });
      return Array.isArray(json)
        ? valueOfKind({ case: "listValue", value: toList(json, depth) })
        : valueOfKind({ case: "structValue", value: toStruct(json, depth) });
    default:
      throw new TypeError(`A google.protobuf.Value holds JSON, and not a ${typeof json}.`);
  }
}

function valueOfKind(kind: Value["kind"]): Value {
  return { $typeName: "google.protobuf.Value", kind };
}

function toList(json: readonly JsonValue[], depth: number): ListValue {
  return {
    $typeName: "google.protobuf.ListValue",
    values: json.map((each) => toValue(each, depth + 1)),
  };
}

function toStruct(json: JsonObject, depth: number): Struct {
  const fields: Struct["fields"] = {};
  for (const [key, each] of Object.entries(json)) setOwn(fields, key, toValue(each, depth + 1));
  return { $typeName: "google.protobuf.Struct", fields };
}

/**
 * The JSON that a Value holds; null where it holds nothing.
 *
 * @throws {TypeError} for numbers that JSON does not have, and where a Value inside of it holds
 *   nothing.
 */
export function valueToJson({ kind }: Value): JsonValue {
  return kind.case === undefined ? null : toJson(kind);
}

function toJson(kind: Value["kind"]): JsonValue {
  switch (kind.case) {
    case "nullValue":
      return null;
    case "numberValue":
      if (Number.isFinite(kind.value)) return kind.value;
      throw new TypeError(`A google.protobuf.Value holds ${kind.value}, which JSON does not have.`);
    case "boolValue":
    case "stringValue":
      return kind.value;
    case "listValue":
      return kind.value.values.map((each) => toJson(each.kind));
    case "structValue": {
      const json: JsonObject = {};
      for (const [key, each] of Object.entries(kind.value.fields)) {
        setOwn(json, key, toJson(each.kind));
      }
      return json;
    }
    default:
      throw new TypeError("A google.protobuf.Value inside of another one holds nothing.");
  }
}

/** Sets a key that anyone may have chosen: `__proto__` is one like any other. */
function setOwn<T>(target: Record<string, T>, key: string, value: T): void {
  if (key !== "__proto__") {
    target[key] = value;
    return;
  }
  Object.defineProperty(target, key, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}
