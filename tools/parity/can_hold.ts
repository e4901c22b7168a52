/**
 * Whether a field of a message can hold every value of a Go type.
 *
 * @module
 */

import { type DescField, type DescMessage, ScalarType } from "@bufbuild/protobuf";
import { goEnums } from "../../src/contract/go_enums.ts";
import { widePairs } from "../../src/contract/wide_integers.ts";
import { goStructOf } from "../gen/go_fields.ts";
import type { GoSchema } from "../gen/go_schema.ts";
import { type GoType, parseGoType, underlying } from "../gen/go_type.ts";
import { jsonPlace } from "../gen/methods.ts";

/** One value of a field: the field itself, or an element of a list or map. */
interface Slot {
  readonly scalar: ScalarType | undefined;
  readonly message: DescMessage | undefined;
  readonly enumName: string | undefined;
  /** Whether absent and zero differ. */
  readonly presence: boolean;
  /** Whether an int32 has a 64-bit companion. */
  readonly wide: boolean;
}

/** Undefined where the field can hold the type; else why not. */
export function misfit(schema: GoSchema, goType: string, field: DescField): string | undefined {
  const json = jsonPlace(field);
  const type = parseGoType(goType);
  if (json) {
    const bare = type.kind === "pointer" ? type.elem : type;
    return bare.kind === "named" && bare.name === json.blob.goType
      ? undefined
      : `the JSON in ${field.name} is of ${json.blob.goType}`;
  }
  return fits(schema, type, field)
    ? undefined
    : `${describe(field)} ${field.name} cannot hold a ${goType}`;
}

function fits(schema: GoSchema, type: GoType, field: DescField): boolean {
  const inner = named(type, "json.RawMessage", "time.Time") ? type : underlying(schema, type);
  const elem = slotOf(field);
  switch (field.fieldKind) {
    case "list":
      return inner.kind === "slice" && fitsSlot(schema, inner.elem, elem);
    case "map":
      return inner.kind === "map" && fitsSlot(schema, inner.elem, elem);
    default:
      return fitsSlot(schema, type, elem);
  }
}

function fitsSlot(schema: GoSchema, type: GoType, slot: Slot): boolean {
  if (type.kind === "pointer") {
    const struct = isStruct(schema, type.elem);
    return (struct || slot.presence) && fitsSlot(schema, type.elem, slot);
  }
  if (type.kind === "any") return slot.message?.typeName === "google.protobuf.Value";
  if (named(type, "io.Reader", "io.Writer")) return slot.scalar === ScalarType.BYTES;
  if (type.kind === "named" && slot.enumName !== undefined) {
    return type.name === `model.${slot.enumName}` && slot.enumName in goEnums;
  }
  if (named(type, "json.RawMessage")) return slot.scalar === ScalarType.BYTES;
  const inner = underlying(schema, type);
  switch (inner.kind) {
    case "named":
      return slot.message !== undefined && goStructOf(schema, slot.message) === inner.name;
    case "basic":
      return fitsScalar(inner.name, slot);
    case "slice":
      if (inner.elem.kind === "basic" && inner.elem.name === "uint8") {
        return slot.scalar === ScalarType.BYTES;
      }
      // A list inside a list or map needs a message around it.
      return wrapped(slot, (field) => field.fieldKind === "list" && fits(schema, inner, field));
    case "map":
      if (inner.elem.kind === "any") return slot.message?.typeName === "google.protobuf.Struct";
      return wrapped(slot, (field) => field.fieldKind === "map" && fits(schema, inner, field));
    default:
      return false;
  }
}

function wrapped(slot: Slot, test: (field: DescField) => boolean): boolean {
  const [only, ...more] = slot.message?.fields ?? [];
  return only !== undefined && more.length === 0 && test(only);
}

function isStruct(schema: GoSchema, type: GoType): boolean {
  return type.kind === "named" && schema.types[type.name]?.kind === "struct";
}

function named(type: GoType, ...names: readonly string[]): boolean {
  return type.kind === "named" && names.includes(type.name);
}

function fitsScalar(name: string, { scalar, message, wide }: Slot): boolean {
  switch (name) {
    case "string":
      return scalar === ScalarType.STRING;
    case "bool":
      return scalar === ScalarType.BOOL;
    case "int":
    case "int64":
      return scalar === ScalarType.INT64 || message?.typeName === "google.protobuf.Int64Value" ||
        ((scalar === ScalarType.INT32 || message?.typeName === "google.protobuf.Int32Value") &&
          wide);
    case "int8":
    case "int16":
    case "int32":
      return scalar === ScalarType.INT32 || scalar === ScalarType.INT64;
    case "uint8":
    case "uint16":
    case "uint32":
      return scalar === ScalarType.UINT32 || scalar === ScalarType.INT64;
    case "uint":
    case "uint64":
      return scalar === ScalarType.UINT64;
    case "float32":
    case "float64":
      return scalar === ScalarType.DOUBLE;
    default:
      return false;
  }
}

function slotOf(field: DescField): Slot {
  return {
    scalar: field.scalar,
    message: field.message,
    enumName: field.enum?.name,
    presence: field.proto.proto3Optional || field.fieldKind === "message",
    wide: widePairs(field.parent).some(({ narrow }) => narrow === field.localName),
  };
}

function describe(field: DescField): string {
  const type = field.message?.typeName ?? field.enum?.typeName ??
    (field.scalar === undefined ? "?" : ScalarType[field.scalar].toLowerCase());
  const many = field.fieldKind === "list" ? "list of " : field.fieldKind === "map" ? "map of " : "";
  return `${many}${field.proto.proto3Optional ? "optional " : ""}${type}`;
}
