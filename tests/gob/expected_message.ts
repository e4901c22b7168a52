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
    if (value.json) json.set(value, (one as { json: unknown }).json);
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

/** Compares JSON of ours with Go's, where Go's null may be an empty value of ours; says where not. */
export function jsonDifference(ours: unknown, go: unknown, path = ""): string | undefined {
  if (go === null || go === undefined) {
    const empty = ours === null || ours === undefined || ours === false || ours === 0 ||
      ours === "" || (typeof ours === "object" && Object.keys(ours).length === 0);
    return empty ? undefined : `${path}: ${JSON.stringify(ours)} where Go has nil`;
  }
  if (typeof go === "object" && typeof ours === "object" && ours !== null) {
    const keys = new Set([...Object.keys(go), ...Object.keys(ours)]);
    for (const key of keys) {
      const found = jsonDifference(
        (ours as Record<string, unknown>)[key],
        (go as Record<string, unknown>)[key],
        `${path}.${key}`,
      );
      if (found !== undefined) return found;
    }
    return undefined;
  }
  return ours === go ? undefined : `${path}: ${JSON.stringify(ours)}, Go has ${JSON.stringify(go)}`;
}
