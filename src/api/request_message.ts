/**
 * From an author's request to the message that is sent.
 *
 * @module
 */
import { create, type DescMessage, type Message } from "@bufbuild/protobuf";
import type { JsonFieldInfo } from "../../gen/method_info.ts";
import { fillSuperseded } from "../contract/superseded_fields.ts";
import { ValidationError } from "./errors.ts";
import { messageFrom } from "./message_from_init.ts";
import { Mismatch, shown } from "./mismatch.ts";

/**
 * Messages in requests that stand for "nothing in particular" when they are left out. They are sent
 * empty, because servers take an absent one for a Go `nil`: one of them, the broadcast, ends a whole
 * server of version 9.9.
 */
export const emptyWhenAbsent: ReadonlySet<string> = new Set([
  "CreateDefaultSyncableMembershipsRequest.params",
  "GetBotsRequest.options",
  "GetFileInfosRequest.options",
  "GetGroupsRequest.opts",
  "KVSetWithOptionsRequest.options",
  "PublishPluginClusterEventRequest.opts",
  "PublishWebSocketEventRequest.broadcast",
  "RegisterPluginForSharedChannelsRequest.opts",
  "SearchPropertyFieldsRequest.opts",
  "SearchPropertyValuesRequest.opts",
  "SendToastMessageRequest.options",
  "UpdateSharedChannelCursorRequest.cursor",
]);

/** Messages in requests whose absence has a meaning of its own. */
export const absentHasMeaning: ReadonlySet<string> = new Set([
  "GetGroupsRequest.viewRestrictions",
  "GetUsersRequest.viewRestrictions",
]);

/** Builds a request; `where` is how error texts call it. */
export type BuildRequest = (request: unknown) => Message;

/**
 * What builds the requests of one method.
 *
 * @param schema the request's descriptor
 * @param json the properties that travel as JSON in bytes
 * @param where how error texts call the request, such as `api.saveConfig`
 */
export function requestBuilder(
  schema: DescMessage,
  json: readonly JsonFieldInfo[],
  where: string,
): BuildRequest {
  const needed = neededMessages(schema, json);
  return (request) => {
    const [plain, parsed] = json.length === 0 ? [request, undefined] : split(request, json, where);
    const message = messageFrom(schema, plain ?? {}, where);
    const fields = message as unknown as Record<string, unknown>;
    for (const { name, desc, empty } of needed) {
      if (fields[name] !== undefined) continue;
      if (!empty) throw absent(where, name, desc);
      fields[name] = create(desc);
    }
    if (parsed !== undefined) putJson(schema, fields, json, parsed, where);
    fillSuperseded(schema, message);
    return message;
  };
}

interface NeededMessage {
  readonly name: string;
  readonly desc: DescMessage;
  readonly empty: boolean;
}

/** Go dereferences these without asking; a server may crash if they are missing. */
function neededMessages(
  schema: DescMessage,
  json: readonly JsonFieldInfo[],
): readonly NeededMessage[] {
  return schema.fields.flatMap((field) => {
    const name = field.localName;
    const key = `${schema.name}.${name}`;
    if (field.fieldKind !== "message" || absentHasMeaning.has(key)) return [];
    if (field.message.typeName.startsWith("google.protobuf.")) return [];
    if (json.some((each) => each.field === name)) return [];
    return [{ name, desc: field.message, empty: emptyWhenAbsent.has(key) }];
  });
}

function absent(where: string, name: string, desc: DescMessage): ValidationError {
  return new ValidationError({
    message: `${where}.${name}: expected a ${desc.name}, got nothing`,
    id: "plugin.invalid_argument",
  });
}

type Fields = Record<string, unknown>;

function split(
  request: unknown,
  json: readonly JsonFieldInfo[],
  where: string,
): [plain: Fields, parsed: Fields] {
  if (typeof request !== "object" || request === null) {
    throw new ValidationError({
      message: `${where}: expected an object, got ${shown(request)}`,
      id: "plugin.invalid_argument",
    });
  }
  const plain: Fields = {};
  const parsed: Fields = {};
  for (const [key, value] of Object.entries(request)) {
    (json.some((each) => each.property === key) ? parsed : plain)[key] = value;
  }
  return [plain, parsed];
}

function putJson(
  schema: DescMessage,
  fields: Fields,
  json: readonly JsonFieldInfo[],
  parsed: Fields,
  where: string,
): void {
  for (const { field, inner, property } of json) {
    const bytes = encodeJson(parsed[property], `${where}.${property}`);
    if (inner === null) {
      fields[field] = bytes;
      continue;
    }
    const desc = schema.fields.find((each) => each.localName === field)?.message;
    if (desc === undefined) throw new TypeError(`${schema.name} has no message field ${field}`);
    fields[field] = create(desc, { [inner]: bytes });
  }
}

/**
 * The bytes of a JSON object.
 *
 * @throws {ValidationError} for what is no object, or holds what JSON does not have
 */
export function encodeJson(value: unknown, where: string): Uint8Array {
  try {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      throw new Mismatch(
        `expected an object, got ${value === undefined ? "nothing" : shown(value)}`,
      );
    }
    return new TextEncoder().encode(JSON.stringify(value));
  } catch (cause) {
    const text = cause instanceof Mismatch
      ? cause.text
      : `expected JSON values: ${cause instanceof Error ? cause.message : String(cause)}`;
    throw new ValidationError({ message: `${where}: ${text}`, id: "plugin.invalid_argument" });
  }
}
