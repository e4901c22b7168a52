/**
 * The fields of a Go struct: all of them, and as encoding/json sees them.
 *
 * @module
 */

import type { GoField, GoSchema } from "./go_schema.ts";
import { namedType } from "./go_type.ts";

/** A field as it appears in JSON. */
export interface GoJsonField {
  readonly goName: string;
  /** The key in JSON. */
  readonly key: string;
  readonly type: string;
  readonly omitEmpty: boolean;
}

/** Every field of a struct; those of embedded structs in the embedding field's place. */
export function flatFields(schema: GoSchema, name: string): readonly GoField[] {
  const made: GoField[] = [];
  for (const field of namedType(schema, name).fields ?? []) {
    if (field.embedded && isStruct(schema, field)) {
      made.push(...flatFields(schema, field.type.replace("*", "")));
    } else {
      made.push(field);
    }
  }
  return made;
}

function isStruct(schema: GoSchema, field: GoField): boolean {
  return schema.types[field.type.replace("*", "")]?.kind === "struct";
}

/** The fields that encoding/json writes: without `-`, embedded structs flattened unless named. */
export function jsonFields(schema: GoSchema, name: string): readonly GoJsonField[] {
  const made: GoJsonField[] = [];
  for (const field of namedType(schema, name).fields ?? []) {
    const [tagName = "", ...options] = (field.json ?? "").split(",");
    if (field.json === "-") continue;
    if (options.includes("string")) {
      throw new Error(`${name}.${field.name}: the json option "string" is not supported here.`);
    }
    if (field.embedded && tagName === "" && isStruct(schema, field)) {
      made.push(...jsonFields(schema, field.type.replace("*", "")));
      continue;
    }
    made.push({
      goName: field.name,
      key: tagName || field.name,
      type: field.type,
      omitEmpty: options.includes("omitempty"),
    });
  }
  const keys = made.map((field) => field.key);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) throw new Error(`${name}: two fields claim the JSON key ${twice}.`);
  return made;
}
