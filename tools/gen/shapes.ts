/**
 * The TypeScript types that protobuf-es gives to fields.
 *
 * @module
 */

import {
  type DescField,
  type DescMessage,
  type DescService,
  type Registry,
  ScalarType,
} from "@bufbuild/protobuf";
import type { Imports } from "./source.ts";

/** The package of the contract. */
export const PACKAGE = "mattermost.pluginapi.v1";

const PROTOBUF = "@bufbuild/protobuf";

/** A message of the contract, by its name without the package. */
export function messageNamed(protos: Registry, name: string): DescMessage {
  const found = protos.getMessage(`${PACKAGE}.${name}`);
  if (!found) throw new Error(`proto/ has no message ${name}.`);
  return found;
}

/** A service of the contract. */
export function serviceNamed(protos: Registry, name: string): DescService {
  const found = protos.getService(`${PACKAGE}.${name}`);
  if (!found) throw new Error(`proto/ has no service ${name}.`);
  return found;
}

/** Where the generated module of a message, enum or service is, seen from `gen/`. */
export function moduleOf(desc: { readonly file: { readonly name: string } }): string {
  return `./${desc.file.name}_pb.ts`;
}

/** The type of a whole message, as it is read. */
export function messageType(message: DescMessage, needed: Imports): string {
  switch (message.typeName) {
    case "google.protobuf.Struct":
      return needed.type(PROTOBUF, "JsonObject");
    case "google.protobuf.Value":
      return needed.type(`${PROTOBUF}/wkt`, "Value");
    case "google.protobuf.Int32Value":
      return "number";
    case "google.protobuf.Int64Value":
      return "bigint";
    default:
      return needed.type(moduleOf(message), message.name);
  }
}

/** What may be given for a message: the message, or an object with some of its fields. */
export function messageInit(message: DescMessage, needed: Imports): string {
  switch (message.typeName) {
    case "google.protobuf.Struct":
    case "google.protobuf.Int32Value":
    case "google.protobuf.Int64Value":
      return messageType(message, needed);
  }
  const shape = needed.type(PROTOBUF, "MessageInitShape");
  const from = message.typeName.startsWith("google.protobuf.")
    ? `${PROTOBUF}/wkt`
    : moduleOf(message);
  return `${shape}<typeof ${needed.type(from, `${message.name}Schema`)}>`;
}

/** The type of a field that has a value; `message` says how message types are written. */
export function fieldType(
  field: DescField,
  needed: Imports,
  message: (desc: DescMessage, needed: Imports) => string = messageType,
): string {
  switch (field.fieldKind) {
    case "scalar":
      return scalarType(field.scalar);
    case "enum":
      return needed.type(moduleOf(field.enum), field.enum.name);
    case "message":
      return message(field.message, needed);
    case "list": {
      const elem = field.listKind === "scalar"
        ? scalarType(field.scalar)
        : field.listKind === "enum"
        ? needed.type(moduleOf(field.enum), field.enum.name)
        : message(field.message, needed);
      return `${/^[A-Za-z0-9]+$/.test(elem) ? elem : `(${elem})`}[]`;
    }
    case "map": {
      const elem = field.mapKind === "scalar"
        ? scalarType(field.scalar)
        : field.mapKind === "enum"
        ? needed.type(moduleOf(field.enum), field.enum.name)
        : message(field.message, needed);
      return `{ [key: string]: ${elem} }`;
    }
  }
}

function scalarType(scalar: ScalarType): string {
  switch (scalar) {
    case ScalarType.STRING:
      return "string";
    case ScalarType.BOOL:
      return "boolean";
    case ScalarType.BYTES:
      return "Uint8Array";
    case ScalarType.INT64:
    case ScalarType.UINT64:
    case ScalarType.SINT64:
    case ScalarType.FIXED64:
    case ScalarType.SFIXED64:
      return "bigint";
    default:
      return "number";
  }
}
