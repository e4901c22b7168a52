/**
 * The descriptor of a field of a proto3 message.
 *
 * @module
 */
import type { DescField, DescMessage, DescOneof } from "@bufbuild/protobuf";
import { protoCamelCase, safeObjectProperty } from "@bufbuild/protobuf/reflect";
import type { FieldDescriptorProto } from "@bufbuild/protobuf/wkt";
import { findEnum, findMessage } from "./find_type.ts";
import type { LazyMessage } from "./lazy_message.ts";

// FieldDescriptorProto.Type and .Label, FeatureSet.FieldPresence: numbers, because their enums come
// with the whole of descriptor.proto.
const STRING = 9;
const GROUP = 10;
const MESSAGE = 11;
const BYTES = 12;
const ENUM = 14;
const REPEATED = 3;
const EXPLICIT = 1;
const IMPLICIT = 2;

/** Makes a field's descriptor; the types to which it refers are found, and not read. */
export function makeField(
  proto: FieldDescriptorProto,
  parent: LazyMessage,
  oneof: DescOneof | undefined,
): DescField {
  const { file } = parent;
  const type: number = proto.type;
  const repeated = proto.label as number === REPEATED;
  if (type === GROUP) throw new Error(`${parent.typeName}.${proto.name} is a group.`);
  const entry = repeated && type === MESSAGE ? mapEntry(parent, proto.typeName) : undefined;
  const message = type === MESSAGE && !entry ? findMessage(file, proto.typeName) : undefined;
  const enumeration = type === ENUM ? findEnum(file, proto.typeName) : undefined;
  const kind = message ? "message" : enumeration ? "enum" : "scalar";
  const localName = protoCamelCase(proto.name);
  const [key, value] = entry?.fields ?? [];
  const field = {
    kind: "field",
    proto,
    deprecated: proto.options?.deprecated ?? false,
    name: proto.name,
    number: proto.number,
    parent,
    oneof,
    localName: oneof ? localName : safeObjectProperty(localName),
    jsonName: proto.jsonName,
    presence: !repeated && (oneof || proto.proto3Optional || message) ? EXPLICIT : IMPLICIT,
    utf8Validation: true,
    fieldKind: entry ? "map" : repeated ? "list" : kind,
    listKind: repeated && !entry ? kind : undefined,
    mapKind: value?.fieldKind,
    mapKey: key?.scalar,
    scalar: entry ? value?.scalar : kind === "scalar" ? type : undefined,
    message: entry ? value?.message : message,
    enum: entry ? value?.enum : enumeration,
    delimitedEncoding: entry || message ? false : undefined,
    // What has a length of its own is never packed.
    packed: repeated && !entry ? type !== STRING && type !== BYTES && type !== MESSAGE : undefined,
    longAsString: false,
    // proto3 has no defaults.
    getDefaultValue: repeated ? undefined : () => undefined,
    toString: () => `field ${parent.typeName}.${proto.name}`,
  };
  return field as unknown as DescField;
}

/** The entry of a map, if the type is one: a message inside of the one that has the map. */
function mapEntry(parent: LazyMessage, reference: string): DescMessage | undefined {
  return parent.mapEntries.find(({ typeName }) => `.${typeName}` === reference);
}
