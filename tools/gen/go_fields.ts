/**
 * Which message stands for which Go struct, and which of its fields for which of the struct's.
 *
 * Most go by their names. What does not is listed here.
 *
 * @module
 */

import type { DescField, DescMessage, Registry } from "@bufbuild/protobuf";
import { supersededFields } from "../../src/contract/superseded_fields.ts";
import type { GoSchema } from "./go_schema.ts";
import { PACKAGE } from "./shapes.ts";

/** Messages that are called otherwise than the Go type that they stand for. */
export const messageAliases: Readonly<Record<string, string>> = {
  PluginContext: "plugin.Context",
  DialogElementOption: "model.PostActionOptions",
  // Their one parameter is this struct, and its fields are the request's.
  GetUsersRequest: "model.UserGetOptions",
  SearchUsersRequest: "model.UserSearch",
  ServeHTTPRequestInit: "http.Request",
  PluginHTTPStreamResponseInit: "http.Response",
};

/** Fields that are called otherwise than Go's: `GoType.Field` to the field of the message. */
export const fieldAliases: Readonly<Record<string, string>> = {
  "model.FileData.Body": "data",
  "model.GetPostsSinceForSyncCursor.LastPostUpdateID": "last_post_id",
  "model.GroupSyncable.Type": "syncable_type",
  "model.PushNotification.IsCRTEnabled": "is_crt",
  "model.SearchParams.ExcludedDate": "excluded_day",
  "model.SearchParams.OrTerms": "is_or_search",
};

/** Packages of Go types that messages stand for. */
const PACKAGES = ["model", "logr"];

/** The Go struct that a message stands for, or undefined. */
export function goStructOf(schema: GoSchema, message: DescMessage): string | undefined {
  const alias = messageAliases[message.name];
  if (alias !== undefined) return alias;
  return PACKAGES.map((pkg) => `${pkg}.${message.name}`)
    .find((name) => schema.types[name]?.kind === "struct");
}

/** The messages that stand for a Go struct; several may. */
export function messagesFor(
  protos: Registry,
  schema: GoSchema,
  goName: string,
): readonly DescMessage[] {
  return contractMessages(protos).filter((message) => goStructOf(schema, message) === goName);
}

/** Every message of the contract. */
export function contractMessages(protos: Registry): readonly DescMessage[] {
  return [...protos].filter((type) => type.kind === "message")
    .filter((message) => message.file.proto.package === PACKAGE);
}

/** The field that holds a Go field: the new one where it took the place of another. */
export function fieldFor(
  message: DescMessage,
  goStruct: string,
  goField: { readonly name: string; readonly json?: string | undefined },
): DescField | undefined {
  const key = goField.json?.split(",")[0];
  const wanted = fieldAliases[`${goStruct}.${goField.name}`];
  const named = (name: string | undefined) =>
    name ? message.fields.find((field) => plain(field.name) === plain(name)) : undefined;
  const found = named(wanted) ?? named(goField.name) ?? named(key === "-" ? undefined : key);
  return found && (successorOf(found) ?? found);
}

/** The field that took the place of this one. */
export function successorOf(field: DescField): DescField | undefined {
  const row = supersededFields.find(({ schema, old }) =>
    schema.typeName === field.parent.typeName && old.includes(field.localName)
  );
  return row && field.parent.fields.find(({ localName }) => localName === row.field);
}

/** A name without underscores and capitals. */
export function plain(name: string): string {
  return name.replaceAll("_", "").toLowerCase();
}
