/**
 * Messages as Mattermost's REST JSON.
 *
 * @module
 */

import {
  create,
  type DescField,
  type DescMessage,
  type JsonObject,
  type JsonValue,
  type Message,
} from "@bufbuild/protobuf";
import { scalarZeroValue } from "@bufbuild/protobuf/reflect";
import { base64Encode } from "@bufbuild/protobuf/wire";
import type { Value } from "@bufbuild/protobuf/wkt";
import type { StringList } from "../../gen/mattermost/pluginapi/v1/api_channel_post_pb.ts";
import { type RestField, restJson } from "../../gen/rest_json.ts";
import { goEnumString } from "./go_enums.ts";
import { goTimeText } from "./go_time.ts";
import { groupSyncableJson } from "./group_syncable_json.ts";
import { valueToJson } from "./json_value.ts";
import { schemaOf } from "./schemas.ts";
import { newestValue, type SupersededField, supersededFields } from "./superseded_fields.ts";
import { widePairs } from "./wide_integers.ts";

/**
 * Gives a message as the JSON that Mattermost's REST API has for it: keys in snake_case, numbers
 * instead of `bigint`, "O" instead of an enum's number, bytes in base64. What the server never
 * shows in JSON is left out. Lists and maps are never null.
 *
 * `JSON.stringify(message)` throws, since 64-bit integers are `bigint`; this does not. Integers
 * beyond 2^53 lose precision, as in every JavaScript client of Mattermost.
 *
 * Messages that stand for nothing in Go, such as requests, are written field by field.
 *
 * @throws {TypeError} where the message is none of this contract's.
 *
 * @example
 * ```ts
 * import { definePlugin, json } from "@mattermost-deno/plugin";
 *
 * export default definePlugin({
 *   hooks: {
 *     // create_at is a number there: 1700000000000, not 1700000000000n.
 *     messageHasBeenPosted: (post, { log }) => log.info("posted", json(post)),
 *   },
 * });
 * ```
 */
export function json(message: Message): JsonObject {
  return messageJson(schemaOf(message), message);
}

function messageJson(schema: DescMessage, message: Message): JsonObject {
  const made: JsonObject = {};
  const fields = (message as unknown) as Record<string, unknown>;
  for (const { rest, field, superseding } of fieldsOf(schema)) {
    const wide = rest.wide === undefined ? undefined : fields[rest.wide];
    const newest = superseding && newestValue(superseding, message);
    const value = wide ?? newest ?? fields[rest.field];
    if (rest.omitEmpty && isEmpty(field, rest, value)) continue;
    made[rest.key] = rest.as === undefined
      ? fieldJson(field, value, rest.byValue === true)
      : specialJson(rest.as, value);
  }
  return schema.name === "GroupSyncable" ? groupSyncableJson(message, made) : made;
}

/** A field of the table, with what is known about the message's field. */
interface PreparedField {
  readonly rest: RestField;
  readonly field: DescField;
  readonly superseding: SupersededField | undefined;
}

const tables = new Map<string, readonly PreparedField[]>();

/** The table's fields, or, for messages that stand for no Go struct, all that authors look at. */
function fieldsOf(schema: DescMessage): readonly PreparedField[] {
  const known = tables.get(schema.typeName);
  if (known) return known;
  const made = (restJson[schema.typeName] ?? plainFields(schema)).map((rest): PreparedField => ({
    rest,
    field: fieldNamed(schema, rest.field),
    superseding: supersededFields.find((row) =>
      row.field === rest.field && row.schema.typeName === schema.typeName
    ),
  }));
  tables.set(schema.typeName, made);
  return made;
}

function plainFields(schema: DescMessage): RestField[] {
  const pairs = widePairs(schema);
  return schema.fields
    .filter(({ deprecated, localName }) =>
      !deprecated && !pairs.some(({ wide }) => wide === localName)
    )
    .map(({ name, localName }) => {
      const wide = pairs.find(({ narrow }) => narrow === localName)?.wide;
      return { key: name, field: localName, ...(wide !== undefined && { wide }) };
    });
}

function fieldNamed(schema: DescMessage, localName: string): DescField {
  const field = schema.fields.find((candidate) => candidate.localName === localName);
  if (!field) throw new Error(`gen/rest_json.ts is stale: ${schema.typeName} has no ${localName}.`);
  return field;
}

function fieldJson(field: DescField, value: unknown, byValue: boolean): JsonValue {
  switch (field.fieldKind) {
    case "list":
      return (value as unknown[]).map((one) => oneJson(field, one));
    case "map":
      return Object.fromEntries(
        Object.entries(value as object).map(([key, one]) => [key, oneJson(field, one)]),
      );
    default:
      if (value === undefined && byValue) return zeroJson(field);
      return value === undefined ? null : oneJson(field, value);
  }
}

function oneJson(field: DescField, value: unknown): JsonValue {
  if (field.enum) return goEnumString(field.enum.name, value as number);
  if (!field.message) return scalarJson(value);
  switch (field.message.typeName) {
    case "google.protobuf.Struct":
      return value as JsonObject;
    case "google.protobuf.Value":
      return valueToJson(value as Value);
    case "google.protobuf.Int32Value":
    case "google.protobuf.Int64Value":
      return Number(value);
    case "mattermost.pluginapi.v1.StringList":
      return (value as StringList).values;
    default:
      return messageJson(field.message, value as Message);
  }
}

/** What Go shows for a value that the message does not have. */
function zeroJson(field: DescField): JsonValue {
  if (field.message) return messageJson(field.message, create(field.message));
  return field.fieldKind === "scalar" ? scalarJson(scalarZeroValue(field.scalar, false)) : null;
}

function scalarJson(value: unknown): JsonValue {
  if (typeof value === "bigint") return Number(value);
  if (value instanceof Uint8Array) return base64Encode(value);
  return value as JsonValue;
}

function specialJson(as: NonNullable<RestField["as"]>, value: unknown): JsonValue {
  return as === "time"
    ? goTimeText(value as bigint)
    : Object.fromEntries((value as string[]).map((one) => [one, true]));
}

/** What Go's `omitempty` calls empty: zero values and nil, never structs and what pointers are at. */
function isEmpty(field: DescField, rest: RestField, value: unknown): boolean {
  if (rest.as === "time") return false;
  if (value === undefined) return !(rest.byValue && field.message);
  switch (field.fieldKind) {
    case "list":
    case "map":
      return Object.keys(value as object).length === 0;
    case "message":
      if (field.message.typeName === "google.protobuf.Struct") {
        return Object.keys(value as object).length === 0;
      }
      return !rest.raw && field.message.typeName === "google.protobuf.Value" &&
        valueToJson(value as Value) === null;
    default:
      return (field.presence !== EXPLICIT || rest.byValue === true) && isZero(value);
  }
}

/** `FeatureSet_FieldPresence.EXPLICIT`. */
const EXPLICIT = 1;

function isZero(value: unknown): boolean {
  return value === "" || value === 0 || value === 0n || value === false ||
    (value instanceof Uint8Array && value.length === 0);
}
