/**
 * The message that is to come of the fields of one of net/rpc's structs.
 *
 * @module
 */

import { create, type DescMessage, fromJson, type Message } from "@bufbuild/protobuf";
import { ValueSchema } from "@bufbuild/protobuf/wkt";
import { fillSuperseded } from "../../src/contract/superseded_fields.ts";
import { saturate, widePairs } from "../../src/contract/wide_integers.ts";
import type { GobValue } from "../../tools/gen/gob_params.ts";
import type { GoSchema } from "../../tools/gen/go_schema.ts";
import { fieldValue, type GoValue, messageFromGo } from "../contract/message_from_go.ts";

/** Fields whose JSON is compared on its own: it says null where ours has an empty list. */
export interface Expected {
  readonly message: Message;
  readonly json: ReadonlyMap<GobValue, unknown>;
}

/** Builds the message; `values` are what the struct's fields A, B, C… stand for. */
export function expectedMessage(
  schema: GoSchema,
  desc: DescMessage,
  values: readonly GobValue[],
  given: Readonly<Record<string, GoValue>>,
): Expected {
  let message = create(desc);
  const json = new Map<GobValue, unknown>();
  values.forEach((value, at) => {
    const one = given[String.fromCharCode(65 + at)] ?? null;
    const { field, goType } = value;
    if (field === null) {
      if (one !== null) message = messageFromGo(schema, desc, one);
      return;
    }
    const fields = message as unknown as Record<string, unknown>;
    if (value.json) json.set(value, (one as { json?: unknown } | null)?.json);
    else if (goType === "[]interface {}") fields[field.localName] = pairs(one as GoValue[]);
    else if (goType === "*model.Permission") {
      fields[field.localName] = (one as { Id: string } | null)?.Id ?? "";
    } else if (one !== null) {
      fields[field.localName] = fieldValue(schema, field, one);
      const pair = widePairs(desc).find(({ narrow }) => narrow === field.localName);
      const exact = pair ? BigInt(one as string) : 0n;
      if (pair && BigInt(saturate(exact)) !== exact) fields[pair.wide] = exact;
    }
  });
  fillSuperseded(desc, message);
  return { message, json };
}

function pairs(turns: readonly GoValue[]): unknown[] {
  const made: unknown[] = [];
  for (let at = 0; at < turns.length; at += 2) {
    const key = turns[at] ?? "";
    made.push({
      $typeName: "mattermost.pluginapi.v1.KeyValuePair",
      key: typeof key === "string" ? key : JSON.stringify(key),
      value: fromJson(ValueSchema, turns[at + 1] ?? null),
    });
  }
  return made;
}

/**
 * Compares values of ours with those that are expected, where what is not expected may be zero: JSON
 * of Go's has null for empty lists, and an older server knows fewer fields. Says where they differ.
 */
export function difference(ours: unknown, expected: unknown, path = ""): string | undefined {
  if (expected === null || expected === undefined) {
    return isZero(ours) ? undefined : `${path}: ${Deno.inspect(ours)} where there is nothing`;
  }
  if (typeof expected === "object" && typeof ours === "object" && ours !== null) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(ours)])) {
      const found = difference(
        (ours as Record<string, unknown>)[key],
        (expected as Record<string, unknown>)[key],
        `${path}.${key}`,
      );
      if (found !== undefined) return found;
    }
    return undefined;
  }
  return ours === expected || (isZero(ours) && isZero(expected))
    ? undefined
    : `${path}: ${Deno.inspect(ours)}, expected ${Deno.inspect(expected)}`;
}

/** Zero, empty, or made of such values alone. */
function isZero(value: unknown): boolean {
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).every(([key, one]) => key === "$typeName" || isZero(one));
  }
  return !value || value === "0001-01-01T00:00:00Z";
}
