/**
 * The request and result types of generated methods.
 *
 * @module
 */

import type { DescField } from "@bufbuild/protobuf";
import { bodies } from "./bodies.ts";
import type { JsonPlace, Method, Result } from "./methods.ts";
import { fieldType, messageInit, messageType } from "./shapes.ts";
import type { Imports } from "./source.ts";
import { jsonTypeName } from "./write_go_json.ts";

/** The type of parsed JSON. */
function jsonType(place: JsonPlace, needed: Imports): string {
  return place.blob.goType === null
    ? needed.type("@bufbuild/protobuf", "JsonObject")
    : needed.type("./go_json.ts", jsonTypeName(place.blob.goType));
}

/** What a caller gives: an init shape, with JSON parsed and bytes as a stream where they stream. */
export function requestInitType(method: Method, needed: Imports): string {
  const { input } = method.rpc;
  const body = bodies[method.go.name];
  if (method.requestJson.length === 0 && !body) return messageInit(input, needed);
  return objectType(input.fields.flatMap((field) => {
    if (field.name === body?.field) {
      return `${body.property}: Uint8Array | ReadableStream<Uint8Array>`;
    }
    const json = placeOf(method, field);
    if (json) return `${json.property}: ${jsonType(json, needed)}`;
    return `${field.localName}?: ${fieldType(field, needed, messageInit)} | undefined`;
  }));
}

/** What a handler gets: the full message, with JSON parsed and bytes always as a stream. */
export function requestType(method: Method, needed: Imports): string {
  const { input } = method.rpc;
  const body = bodies[method.go.name];
  if (method.requestJson.length === 0 && !body) return messageType(input, needed);
  return objectType(input.fields.flatMap((field) => {
    if (field.name === body?.field) return `${body.property}: ReadableStream<Uint8Array>`;
    const json = placeOf(method, field);
    if (json) return `${json.property}: ${jsonType(json, needed)}`;
    const optional = field.presence !== IMPLICIT && field.fieldKind !== "list" &&
      field.fieldKind !== "map";
    const undefinedToo = optional ? " | undefined" : "";
    return `${field.localName}${optional ? "?" : ""}: ${fieldType(field, needed)}${undefinedToo}`;
  }));
}

/** `FeatureSet_FieldPresence.IMPLICIT`. */
const IMPLICIT = 2;

function placeOf(method: Method, field: DescField): JsonPlace | undefined {
  return method.requestJson.find((place) => place.field === field);
}

/** What a method gives: nothing, one value, or an object of several. */
export function resultType(method: Method, needed: Imports): string {
  return resultOf(method, needed, (field) => fieldType(field, needed));
}

/** What a handler may answer: like the result, where messages may be init shapes. */
export function resultInitType(method: Method, needed: Imports): string {
  return resultOf(method, needed, (field) => fieldType(field, needed, messageInit));
}

function resultOf(
  method: Method,
  needed: Imports,
  plain: (field: DescField) => string,
): string {
  const typeOf = ({ field, json, nullWhen }: Result) =>
    `${json ? jsonType(json, needed) : plain(field)}${nullWhen ? " | null" : ""}`;
  const [only, ...more] = method.results;
  if (!only) return "void";
  if (more.length === 0) return typeOf(only);
  return objectType(method.results.map((result) => `${result.property}: ${typeOf(result)}`));
}

function objectType(members: readonly string[]): string {
  return `{ ${members.join("; ")} }`;
}
