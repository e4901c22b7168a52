/**
 * Builds messages from Go values that the program in `tools/goschema/` describes field by field.
 *
 * @module
 */

import {
  create,
  type DescField,
  type DescMessage,
  fromJson,
  type JsonValue,
  type Message,
  ScalarType,
} from "@bufbuild/protobuf";
import { base64Decode } from "@bufbuild/protobuf/wire";
import { ValueSchema } from "@bufbuild/protobuf/wkt";
import { goEnumNumber } from "../../src/contract/go_enums.ts";
import { saturate, widePairs } from "../../src/contract/wide_integers.ts";
import { fieldFor, goStructOf } from "../../tools/gen/go_fields.ts";
import type { GoSchema } from "../../tools/gen/go_schema.ts";
import { flatFields } from "../../tools/gen/go_struct.ts";

/** A Go value: structs are objects of Go's field names, integers strings, bytes base64. */
export type GoValue = JsonValue;

/** Builds the message that stands for a Go struct. */
export function messageFromGo(schema: GoSchema, desc: DescMessage, value: GoValue): Message {
  const goStruct = goStructOf(schema, desc);
  if (!goStruct) throw new Error(`${desc.name} stands for no Go struct.`);
  const message = create(desc);
  const fields = message as unknown as Record<string, unknown>;
  const values = value as Record<string, GoValue>;
  for (const goField of flatFields(schema, goStruct)) {
    const field = fieldFor(desc, goStruct, goField);
    const given = values[goField.name];
    if (!field || given === undefined) continue;
    // A null is Go's nil, except in JSON text, where it is a value.
    if (given === null && goField.type !== "json.RawMessage") continue;
    fields[field.localName] = fieldValue(schema, field, given);
    setWide(desc, field, given, fields);
  }
  return message;
}

function setWide(
  desc: DescMessage,
  field: DescField,
  given: GoValue,
  fields: Record<string, unknown>,
): void {
  const pair = widePairs(desc).find(({ narrow }) => narrow === field.localName);
  if (!pair) return;
  const exact = BigInt(given as string);
  fields[pair.narrow] = saturate(exact);
  if (BigInt(saturate(exact)) !== exact) fields[pair.wide] = exact;
}

/** The value of a field for a Go value. */
export function fieldValue(schema: GoSchema, field: DescField, given: GoValue): unknown {
  switch (field.fieldKind) {
    case "list":
      return Array.isArray(given)
        ? given.map((one) => oneValue(schema, field, one))
        : Object.keys(given as object).sort();
    case "map":
      return Object.fromEntries(
        Object.entries(given as object).map(([key, one]) => [key, oneValue(schema, field, one)]),
      );
    default:
      return oneValue(schema, field, given);
  }
}

function oneValue(schema: GoSchema, field: DescField, given: GoValue): unknown {
  if (field.enum) return goEnumNumber(field.enum.name, given as string);
  switch (field.message?.typeName) {
    case undefined:
      return scalarValue(field.scalar, given);
    case "google.protobuf.Struct":
      return given;
    case "google.protobuf.Value":
      return fromJson(ValueSchema, given);
    case "google.protobuf.Int32Value":
      return saturate(BigInt(given as string));
    case "google.protobuf.Int64Value":
      return BigInt(given as string);
    case "mattermost.pluginapi.v1.StringList":
      return create(field.message as DescMessage, { values: given });
    default:
      return messageFromGo(schema, field.message as DescMessage, given);
  }
}

function scalarValue(scalar: ScalarType | undefined, given: GoValue): unknown {
  switch (scalar) {
    case ScalarType.INT64:
      return BigInt(given as string);
    case ScalarType.INT32:
      return saturate(BigInt(given as string));
    case ScalarType.UINT32:
      return Number(given);
    case ScalarType.BYTES:
      return base64Decode(given as string);
    default:
      return given;
  }
}
