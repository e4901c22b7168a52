/**
 * Go values as encoding/json writes them.
 *
 * @module
 */

import type { JsonValue } from "@bufbuild/protobuf";
import { goTimeFromText, goTimeToText } from "./go_time_text.ts";
import { GobError } from "../gob/gob_error.ts";
import type { GobType } from "../gob/gob_type.ts";
import { gobTime, type GoTime } from "../gob/go_time.ts";
import { gobMap, gobMapOf, gobSlice } from "../gob/lists.ts";
import { gobMapped } from "../gob/mapped.ts";
import {
  gobBool,
  gobBytes,
  gobFloat,
  gobInt,
  gobInt64,
  gobString,
  gobUint64,
} from "../gob/scalars.ts";
import { gobStruct, sentEmpty } from "../gob/structs.ts";
import { gobAny } from "./any_type.ts";
import { type GoType, isByte, underlying } from "./go_type.ts";
import { jsonText, parseJson } from "./json_text.ts";
import { jsonStruct } from "./json_struct.ts";

/** How pointers to values that gob does not send are read. */
export interface JsonOptions {
  /**
   * Whether a pointer to a basic value that did not come is a pointer to zero. Gob sends false, 0
   * and "" behind pointers as it sends nil: not at all. Where the sender has no nil, this is right.
   */
  readonly nilIsZero: boolean;
}

const PLAIN: JsonOptions = { nilIsZero: false };

type Json = GobType<JsonValue>;

/** Integers of JSON; what a number cannot hold exactly loses precision, as in JSON's own readers. */
const jsonInt: Json = gobMapped<bigint, JsonValue>(gobInt64, {
  zero: 0,
  isZero: (value) => value === 0,
  read: Number,
  write: (value) => bigintOf(value, "int64"),
});

const jsonUint: Json = gobMapped<bigint, JsonValue>(gobUint64, {
  zero: 0,
  isZero: (value) => value === 0,
  read: Number,
  write: (value) => bigintOf(value, "uint64"),
});

function bigintOf(value: JsonValue, goName: string): bigint {
  if (typeof value !== "number" || !Number.isInteger(value)) {
    throw new GobError(`${JSON.stringify(value)} where an integer is needed`, goName);
  }
  return BigInt(value);
}

const jsonBytes: Json = gobMapped<Uint8Array, JsonValue>(gobBytes, {
  zero: null,
  isZero: (value) => value === null || value === "",
  read: (bytes) => bytes.toBase64(),
  write(value) {
    try {
      return Uint8Array.fromBase64(value as string);
    } catch {
      throw new GobError(`${JSON.stringify(value)} where base64 is needed`, "[]uint8");
    }
  },
});

const rawJson: Json = gobMapped<Uint8Array, JsonValue>(gobBytes, {
  zero: null,
  isZero: (value) => value === null,
  read: (bytes) => parseJson(bytes, "json.RawMessage", (json) => json),
  write: jsonText,
});

const jsonTime: Json = gobMapped<GoTime, JsonValue>(gobTime, {
  zero: goTimeToText(gobTime.zero()),
  isZero: (value) => value === goTimeToText(gobTime.zero()),
  read: goTimeToText,
  write: goTimeFromText,
});

const pluginPropertyOption: Json = gobMapped(
  gobStruct("PluginPropertyOption", { Data: gobMap(gobString, gobString) }),
  {
    zero: {} as JsonValue,
    isZero: () => false,
    read: ({ Data }) => Data,
    write: (value) => ({ Data: value as { [key: string]: string } }),
  },
);

/** Types whose JSON is their own. */
const OWN_JSON: Readonly<Record<string, Json>> = {
  "time.Time": jsonTime,
  "json.RawMessage": rawJson,
  "model.PluginPropertyOption": pluginPropertyOption,
};

/** The codec of a Go type whose values are shown as their JSON. */
export function jsonType(type: GoType, options: JsonOptions = PLAIN): Json {
  if (type.kind === "pointer") return jsonType(type.elem, options);
  if (type.kind === "any") return gobAny;
  if (type.kind === "named") {
    const own = OWN_JSON[type.name];
    if (own) return own;
  }
  const inner = underlying(type);
  switch (inner.kind) {
    case "named":
      return jsonStruct(inner.name, options) as Json;
    case "basic":
      return basic(inner.name);
    case "slice":
      return isByte(inner.elem) ? jsonBytes : listOf(jsonType(inner.elem, options));
    case "map":
      return mapOf(inner.key, jsonType(inner.elem, options));
    default:
      return jsonType(inner, options);
  }
}

function basic(name: string): Json {
  switch (name) {
    case "string":
      return gobString as Json;
    case "bool":
      return gobBool as Json;
    case "float32":
    case "float64":
      return gobFloat as Json;
    default:
      return name.startsWith("uint") ? jsonUint : jsonInt;
  }
}

function listOf(elem: Json): Json {
  const list = gobSlice(elem);
  return {
    ...list,
    write(out, value) {
      if (!Array.isArray(value)) {
        throw new GobError(`${JSON.stringify(value)} where a list is needed`, list.goName);
      }
      list.write(out, value);
    },
  } as Json;
}

function mapOf(key: GoType, elem: Json): Json {
  const keyType = underlying(key);
  const isText = keyType.kind === "basic" && keyType.name === "string";
  const map = isText
    ? gobMap(gobString, elem)
    : gobMapOf({ type: gobInt, toName: String, fromName: Number }, elem);
  return {
    ...sentEmpty(map),
    zero: () => null,
    write(out, value) {
      if (typeof value !== "object" || value === null || Array.isArray(value)) {
        throw new GobError(`${JSON.stringify(value)} where an object is needed`, map.goName);
      }
      map.write(out, value);
    },
  } as Json;
}
