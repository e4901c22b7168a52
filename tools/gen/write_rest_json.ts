/**
 * Writes `gen/rest_json.ts`: how messages look in Mattermost's REST JSON, from the json tags of the
 * Go structs that they stand for.
 *
 * @module
 */

import type { DescField, DescMessage, Registry } from "@bufbuild/protobuf";
import { widePairs } from "../../src/contract/wide_integers.ts";
import type { GoSchema } from "./go_schema.ts";
import { contractMessages, fieldFor, goStructOf } from "./go_fields.ts";
import { type GoJsonField, jsonFields } from "./go_struct.ts";
import { type GoType, namedType, parseGoType, underlying } from "./go_type.ts";
import { generatedModule, imports } from "./source.ts";

const ABOUT = "How messages look in Mattermost's REST JSON: Go's json tags.";

const TYPES = `/** One field in JSON. */
export interface RestField {
  /** The key in JSON. */
  readonly key: string;
  /** The field of the message, by its local name. */
  readonly field: string;
  /** The 64-bit companion of the field, which wins where it is set. */
  readonly wide?: string;
  /** Left out when empty. */
  readonly omitEmpty?: true;
  /** Go has the value itself, no pointer: where the field is absent, the zero value stands. */
  readonly byValue?: true;
  /** Go has JSON text: a null in it is a value, not emptiness. */
  readonly raw?: true;
  /** A number of milliseconds that is a time in JSON, or a list that is a set. */
  readonly as?: "time" | "set";
}
`;

/** Structs that marshal themselves; \`src/contract/json.ts\` knows how. */
const BY_HAND: Readonly<Record<string, readonly GoJsonField[]>> = {
  "model.GroupSyncable": [],
};

/** Writes the module. */
export function writeRestJson(protos: Registry, schema: GoSchema): string {
  const rows: string[] = [];
  for (const message of contractMessages(protos)) {
    const goStruct = goStructOf(schema, message);
    // HTTP's own types have no REST JSON.
    if (!goStruct || goStruct.startsWith("http.")) continue;
    if (namedType(schema, goStruct).json && !BY_HAND[goStruct]) {
      throw new Error(`${goStruct} marshals itself: teach src/contract/json.ts how, and list it.`);
    }
    const fields = jsonFields(schema, goStruct).flatMap((goField) =>
      entry(schema, message, goStruct, goField) ?? []
    );
    rows.push(`  ${JSON.stringify(message.typeName)}: [\n${fields.join("")}  ],\n`);
  }
  const body = `${TYPES}
/** The fields of each message that stands for a Go struct, in Go's order. */
export const restJson: Readonly<Record<string, readonly RestField[]>> = {
${rows.join("")}};
`;
  return generatedModule(ABOUT, imports(), body);
}

function entry(
  schema: GoSchema,
  message: DescMessage,
  goStruct: string,
  goField: GoJsonField,
): string | undefined {
  const field = fieldFor(message, goStruct, { name: goField.goName, json: goField.key });
  // What no message can hold is an exception that the parity report lists.
  if (!field) return undefined;
  const wide = widePairs(message).find(({ narrow }) => narrow === field.localName)?.wide;
  const type = underlying(schema, parseGoType(goField.type));
  const parts = [
    `key: ${JSON.stringify(goField.key)}`,
    `field: ${JSON.stringify(field.localName)}`,
    ...(wide ? [`wide: ${JSON.stringify(wide)}`] : []),
    ...(goField.omitEmpty ? ["omitEmpty: true"] : []),
    ...(goField.type === "json.RawMessage" ? ["raw: true"] : []),
    ...(isByValue(field, type) ? ["byValue: true"] : []),
    ...(type.kind === "named" && type.name === "time.Time" ? ['as: "time"'] : []),
    ...(type.kind === "map" && isStringList(field) ? ['as: "set"'] : []),
  ];
  return `    { ${parts.join(", ")} },\n`;
}

function isByValue(field: DescField, type: GoType): boolean {
  const known = field.fieldKind === "message" || field.presence === EXPLICIT;
  return known && (type.kind === "basic" || (type.kind === "named" && type.name !== "time.Time"));
}

/** `FeatureSet_FieldPresence.EXPLICIT`. */
const EXPLICIT = 1;

function isStringList(field: DescField): boolean {
  return field.fieldKind === "list" && field.listKind === "scalar";
}
