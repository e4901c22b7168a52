/**
 * What an older version of Mattermost's module lacks, and what only it has: both must be left out in
 * silence by whoever does not know it.
 *
 * @module
 */
import {
  create,
  type DescField,
  type DescMessage,
  type Message,
  ScalarType,
} from "@bufbuild/protobuf";
import { fieldFor, goStructOf } from "../../../tools/gen/go_fields.ts";
import type { GoSchema } from "../../../tools/gen/go_schema.ts";
import { flatFields, jsonFields } from "../../../tools/gen/go_struct.ts";
import { type GoType, parseGoType } from "../../../tools/gen/go_type.ts";

/** Two versions of the module. */
export interface Versions {
  readonly older: GoSchema;
  readonly current: GoSchema;
}

type Fields = Record<string, unknown>;

/** The JSON of a Go value of the older version without the fields that the current one has not. */
export function withoutGone(versions: Versions, type: string | GoType, json: unknown): unknown {
  const parsed = typeof type === "string" ? parseGoType(type) : type;
  if (typeof json !== "object" || json === null) return json;
  switch (parsed.kind) {
    case "pointer":
      return withoutGone(versions, parsed.elem, json);
    case "slice":
    case "array":
      return Array.isArray(json)
        ? json.map((one) => withoutGone(versions, parsed.elem, one))
        : json;
    case "map":
      return Object.fromEntries(
        Object.entries(json).map(([key, one]) => [key, withoutGone(versions, parsed.elem, one)]),
      );
    case "named":
      return structWithoutGone(versions, parsed.name, json as Fields);
    default:
      return json;
  }
}

function structWithoutGone({ older, current }: Versions, name: string, json: Fields): Fields {
  const [then, now] = [older.types[name], current.types[name]];
  if (then?.kind !== "struct" || now === undefined || then.json) return json;
  const known = new Set(jsonFields(current, name).map(({ key }) => key));
  const made: Fields = {};
  for (const { key, type } of jsonFields(older, name)) {
    if (known.has(key) && key in json) {
      made[key] = withoutGone({ older, current }, type, json[key]);
    }
  }
  return made;
}

/**
 * Sets every field that the older version lacks, at every depth of a message, and a key that no
 * version has in JSON; gives how many. An older host must not notice.
 */
export function fillNewer(versions: Versions, desc: DescMessage, message: Message): number {
  const fields = message as unknown as Fields;
  let filled = 0;
  for (const field of desc.fields) {
    const { localName } = field;
    if (localName.endsWith("Json") && field.scalar === ScalarType.BYTES) {
      fields[localName] = withAnotherKey(fields[localName] as Uint8Array);
    }
    for (const [inner, one] of messagesIn(field, fields[localName])) {
      filled += fillNewer(versions, inner, one);
    }
  }
  for (const field of newerFields(versions, desc)) {
    const value = someValue(field);
    if (value === undefined) continue;
    fields[field.localName] = value;
    filled++;
  }
  return filled;
}

/** Only structs of the server's own, which are objects in untagged JSON, come as bytes. */
function withAnotherKey(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  if (!text.startsWith("{")) return bytes;
  return new TextEncoder().encode(JSON.stringify({ ...JSON.parse(text), OfNoVersion: "newer" }));
}

function newerFields({ older, current }: Versions, desc: DescMessage): readonly DescField[] {
  const goStruct = goStructOf(current, desc);
  if (goStruct === undefined || older.types[goStruct] === undefined) return [];
  const fieldsIn = (schema: GoSchema) =>
    flatFields(schema, goStruct).flatMap((field) => fieldFor(desc, goStruct, field) ?? []);
  const known = new Set(fieldsIn(older));
  return fieldsIn(current).filter((field) => !known.has(field));
}

function messagesIn(field: DescField, value: unknown): readonly [DescMessage, Message][] {
  const { message } = field;
  if (message === undefined || message.typeName.startsWith("google.protobuf.")) return [];
  const all = field.fieldKind === "list"
    ? value as Message[]
    : field.fieldKind === "map"
    ? Object.values(value as object) as Message[]
    : value === undefined
    ? []
    : [value as Message];
  return all.map((one) => [message, one]);
}

/** A value that is not zero; undefined for Google's own messages. */
function someValue(field: DescField): unknown {
  const { message, scalar } = field;
  if (message?.typeName.startsWith("google.protobuf.")) return undefined;
  const one = message ? create(message) : field.enum ? 1 : someScalar(scalar);
  if (field.fieldKind === "list") return [one];
  return field.fieldKind === "map" ? { newer: one } : one;
}

function someScalar(scalar: ScalarType | undefined): unknown {
  switch (scalar) {
    case ScalarType.STRING:
      return "newer";
    case ScalarType.BOOL:
      return true;
    case ScalarType.BYTES:
      return new TextEncoder().encode("{}");
    case ScalarType.INT64:
      return 7n;
    default:
      return 7;
  }
}
