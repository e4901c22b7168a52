/**
 * How values of superseded fields become values of the new ones, and back.
 *
 * @module
 */

import { create, type JsonObject } from "@bufbuild/protobuf";
import type { Value } from "@bufbuild/protobuf/wkt";
import { type Level, LevelSchema } from "../../gen/mattermost/pluginapi/v1/api_remaining_pb.ts";
import {
  type HTTPHeader,
  HTTPHeaderSchema,
} from "../../gen/mattermost/pluginapi/v1/hooks_http_pb.ts";
import { valueFromJson, valueToJson } from "./json_value.ts";

/** The first value, or undefined. */
export function firstOf(values: readonly string[]): string | undefined {
  return values[0];
}

/** A list of one value; empty for the empty string. */
export function listOf(value: string): string[] {
  return value === "" ? [] : [value];
}

/** The 64-bit integer that a decimal text holds; undefined for anything else. */
export function decimal(text: string): bigint | undefined {
  if (!/^-?\d{1,19}$/.test(text)) return undefined;
  const value = BigInt(text);
  return BigInt.asIntN(64, value) === value ? value : undefined;
}

/** The old numbers of how a sidebar category is sorted, by Go's words. */
const SORTINGS = ["", "manual", "recent", "alpha"];

/** The number of a word; 0, the default, for words that the old field does not know. */
export function sortingNumber(name: string): number {
  return Math.max(0, SORTINGS.indexOf(name));
}

/** The word of a number. */
export function sortingName(sorting: number): string | undefined {
  return SORTINGS[sorting] || undefined;
}

/** Headers with several values, as the old map has them: joined. */
export function headerMap(list: readonly HTTPHeader[]): { [key: string]: string } {
  const values = new Map<string, string[]>();
  for (const header of list) {
    values.set(header.key, [...values.get(header.key) ?? [], ...header.values]);
  }
  return Object.fromEntries([...values].map(([key, all]) => [key, all.join(", ")]));
}

/** The old map's headers, each with its one value. */
export function headerList(headers: { readonly [key: string]: string }): HTTPHeader[] | undefined {
  const entries = Object.entries(headers);
  if (entries.length === 0) return undefined;
  return entries.map(([key, value]) => create(HTTPHeaderSchema, { key, values: [value] }));
}

/** Mattermost's log levels by name. */
const LEVELS: Readonly<Record<string, number>> = {
  panic: 0,
  fatal: 1,
  error: 2,
  warn: 3,
  info: 4,
  debug: 5,
  trace: 6,
  critical: 7,
  stdlog: 10,
  logerror: 11,
  "audit-api": 100,
  "audit-content": 101,
  "audit-permissions": 102,
  "audit-cli": 103,
};

/** The level of that name, with the number that Mattermost gives it; undefined for other names. */
export function levelNamed(name: string): Level | undefined {
  const id = LEVELS[name];
  return id === undefined ? undefined : create(LevelSchema, { id: BigInt(id), name });
}

/** The object that a dynamic value is; an empty one for other values. */
export function objectOf(value: Value): JsonObject {
  return value.kind.case === "structValue" ? valueToJson(value) as JsonObject : {};
}

/** An object as a dynamic value. */
export function valueOf(object: JsonObject): Value {
  return valueFromJson(object);
}
