/**
 * Which codec stands between a Go type and a field of a message.
 *
 * @module
 */

import {
  create,
  type DescField,
  type DescMessage,
  type JsonValue,
  type Message,
  ScalarType,
} from "@bufbuild/protobuf";
import type { Value } from "@bufbuild/protobuf/wkt";
import { goEnumNumber, goEnumString } from "../../contract/go_enums.ts";
import { emptyValue, valueFromJson, valueToJson } from "../../contract/json_value.ts";
import type { GobType } from "../gob/gob_type.ts";
import { gobTimeMilliseconds } from "../gob/go_time.ts";
import { gobURL } from "../gob/go_types.ts";
import { gobMap, gobSlice } from "../gob/lists.ts";
import { gobMapped } from "../gob/mapped.ts";
import {
  gobBool,
  gobBytes,
  gobFloat,
  gobInt,
  gobInt64,
  gobString,
  gobUint,
  gobUint64,
} from "../gob/scalars.ts";
import { gobStruct, sentEmpty } from "../gob/structs.ts";
import { gobAny } from "./any_type.ts";
import { goMessage } from "./go_message.ts";
import { jsonText, parseJson } from "./json_text.ts";
import { type GoType, isByte, structName, underlying } from "./go_type.ts";

type Codec = GobType<unknown>;

/** One value of a field: the field itself, or an element of a list or map. */
interface Slot {
  readonly scalar: ScalarType | undefined;
  readonly message: DescMessage | undefined;
  readonly enumName: string | undefined;
}

/** The codec of a Go type as the value of a field. */
export function fieldType(type: GoType, field: DescField): Codec {
  if (type.kind === "pointer") return fieldType(type.elem, field);
  const slot: Slot = {
    scalar: field.scalar,
    message: field.message,
    enumName: field.enum?.name,
  };
  const inner = underlying(type);
  if (field.fieldKind === "list") {
    return inner.kind === "map" ? keySet : gobSlice(slotType(elemOf(inner, field), slot)) as Codec;
  }
  if (field.fieldKind === "map") {
    return gobMap(gobString, slotType(elemOf(inner, field), slot)) as Codec;
  }
  return slotType(type, slot);
}

function elemOf(type: GoType, field: DescField): GoType {
  if (type.kind !== "slice" && type.kind !== "map") {
    throw new Error(`${field.parent.name}.${field.name} cannot hold Go's ${type.kind}.`);
  }
  return type.elem;
}

/** `map[string]bool` as the list of its keys. */
const keySet: Codec = gobMapped(gobMap(gobString, gobBool), {
  zero: [] as string[],
  isZero: (keys) => keys.length === 0,
  read: (set) => Object.keys(set).sort(),
  write: (keys) => Object.fromEntries(keys.map((key) => [key, true])),
}) as Codec;

function slotType(type: GoType, slot: Slot): Codec {
  if (type.kind === "pointer") return slotType(type.elem, slot);
  if (type.kind === "any") return anyValue;
  if (type.kind === "named") {
    const special = specialType(type.name, slot);
    if (special) return special;
  }
  const name = structName(type);
  if (name !== undefined) return goMessage(name, messageOf(slot, name)) as Codec;
  const inner = underlying(type);
  switch (inner.kind) {
    case "basic":
      return slot.enumName === undefined ? basicType(inner.name, slot) : enumType(slot.enumName);
    case "slice":
      return isByte(inner.elem) ? gobBytes as Codec : wrapped(inner, slot);
    case "map":
      return inner.elem.kind === "any" ? anyObject : wrapped(inner, slot);
    default:
      throw new Error(`There is no codec for Go's ${inner.kind}.`);
  }
}

function messageOf({ message }: Slot, what: string): DescMessage {
  if (!message) throw new Error(`No message stands for Go's ${what}.`);
  return message;
}

function specialType(name: string, { message }: Slot): Codec | undefined {
  switch (name) {
    case "time.Time":
      return gobTimeMilliseconds as Codec;
    case "url.URL":
      return gobURL as Codec;
    case "json.RawMessage":
      return message ? rawValue : gobBytes as Codec;
    case "model.Permission":
      return message ? undefined : permissionId;
    default:
      return undefined;
  }
}

/** A permission is its id: the server looks at nothing else of it, and never for nil. */
const permissionId: Codec = gobMapped(gobStruct("Permission", { Id: gobString }), {
  zero: "",
  isZero: () => false,
  read: ({ Id }) => Id,
  write: (Id) => ({ Id }),
}) as Codec;

function basicType(name: string, { scalar, message }: Slot): Codec {
  const unsigned = name.startsWith("uint");
  switch (scalar) {
    case ScalarType.STRING:
      return gobString as Codec;
    case ScalarType.BOOL:
      return gobBool as Codec;
    case ScalarType.DOUBLE:
      return gobFloat as Codec;
    case ScalarType.INT64:
    case ScalarType.UINT64:
      return (unsigned ? gobUint64 : gobInt64) as Codec;
    case ScalarType.INT32:
    case ScalarType.UINT32:
      return (unsigned ? gobUint : gobInt) as Codec;
    default:
      return (message?.typeName === "google.protobuf.Int64Value" ? gobInt64 : gobInt) as Codec;
  }
}

const enums = new Map<string, Codec>();

/** Go's strings where the contract has numbers; those that it does not know are unspecified. */
function enumType(name: string): Codec {
  let codec = enums.get(name);
  if (!codec) {
    codec = gobMapped<string, number>(gobString, {
      zero: 0,
      isZero: (value) => goEnumString(name, value) === "",
      read: (text) => goEnumNumber(name, text),
      write: (value) => goEnumString(name, value),
    }) as Codec;
    enums.set(name, codec);
  }
  return codec;
}

/** `map[string]interface {}` as an object; an empty one is not nil. */
const anyObject: Codec = sentEmpty(gobMap(gobString, gobAny)) as Codec;

/** Go's empty interface as a Value; nil is no Value. */
const anyValue: Codec = {
  ...gobMapped<JsonValue, Value>(gobAny, {
    zero: emptyValue(),
    isZero: (value) => valueToJson(value) === null,
    read: valueFromJson,
    write: valueToJson,
  }),
  readerFor(types, id) {
    const read = gobAny.readerFor(types, id);
    return (input) => {
      const json = read(input);
      return json === null ? undefined : valueFromJson(json);
    };
  },
} as Codec;

/** JSON text as a Value. */
const rawValue: Codec = gobMapped<Uint8Array, Value>(gobBytes, {
  zero: emptyValue(),
  isZero: (value) => value.kind.case === undefined,
  read: (bytes) => parseJson(bytes, "json.RawMessage", valueFromJson),
  write: (value) => jsonText(valueToJson(value)),
}) as Codec;

/** A list or map inside a list or map: in the one field of a message around it. */
function wrapped(type: GoType, slot: Slot): Codec {
  const message = messageOf(slot, "list in a list");
  const [field] = message.fields;
  if (!field) throw new Error(`${message.name} has no field for Go's ${type.kind}.`);
  const inner = fieldType(type, field);
  const { localName } = field;
  return gobMapped<unknown, Message>(inner, {
    zero: create(message),
    isZero: (value) => inner.isZero((value as unknown as Record<string, unknown>)[localName]),
    read: (value) => create(message, { [localName]: value }),
    write: (value) => (value as unknown as Record<string, unknown>)[localName],
  }) as Codec;
}
