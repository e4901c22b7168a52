/**
 * Go structs as messages.
 *
 * @module
 */

import type { DescField, DescMessage, MessageShape } from "@bufbuild/protobuf";
import { gobMessages } from "../../../gen/gob_schema.ts";
import { type WidePair, widePairs } from "../../contract/wide_integers.ts";
import type { GobType } from "../gob/gob_type.ts";
import { propertyField, type StructField, type StructType, structType } from "../gob/structs.ts";
import { fieldOverride } from "./field_overrides.ts";
import { fieldType } from "./field_type.ts";
import { freshMessage } from "./fresh_message.ts";
import { type GoField, goNamed, pointee, shortName } from "./go_type.ts";
import { supersededSteps } from "./superseded_steps.ts";
import { wideField } from "./wide_field.ts";

let lines: Map<string, string> | undefined;
const made = new Map<string, StructType<unknown>>();

/** The codec of a Go struct as the message that stands for it. */
export function goMessage<Desc extends DescMessage>(
  goStruct: string,
  desc: Desc,
): StructType<MessageShape<Desc>> {
  const key = `${desc.name}\t${goStruct}`;
  const known = made.get(key);
  if (known) return known as StructType<MessageShape<Desc>>;
  const type = structType<MessageShape<Desc>>({
    goName: shortName(goStruct),
    fields: () => structFields(goStruct, desc),
    fresh: freshMessage(desc),
    ...supersededSteps(desc),
  });
  made.set(key, type);
  return type;
}

/** The fields of a struct, each with the local name of the message's field, "-" or "*". */
function pairedFields(
  goStruct: string,
  desc: DescMessage,
): readonly (readonly [GoField, string])[] {
  lines ??= new Map(
    gobMessages.trim().split("\n").map((line) => {
      const [message, struct, ...names] = line.split("\t");
      return [`${message}\t${struct}`, names.join("\t")];
    }),
  );
  const line = lines.get(`${desc.name}\t${goStruct}`);
  const struct = goNamed(goStruct);
  if (line === undefined || struct.kind !== "struct") {
    throw new Error(`gen/gob_schema.ts does not say how ${desc.name} holds a ${goStruct}.`);
  }
  const names = line.split("\t");
  return struct.fields.map((field, at) => [field, names[at] ?? "-"]);
}

function structFields(goStruct: string, desc: DescMessage): readonly StructField[] {
  const pairs = widePairs(desc);
  return pairedFields(goStruct, desc).flatMap(([field, name]) => {
    if (name === "-") return [];
    if (name === "*") return [embeddedField(field, desc)];
    return [messageField(goStruct, field, fieldNamed(desc, name), pairs)];
  });
}

function embeddedField(field: GoField, desc: DescMessage): StructField {
  const inner = goMessage(structNameOf(field), desc);
  return {
    goName: field.name,
    type: inner as GobType<unknown>,
    get: (target) => target,
    readerFor: (types, id) => inner.intoFor(types, id),
  };
}

function structNameOf(field: GoField): string {
  const type = pointee(field.type);
  if (type.kind !== "named") throw new Error(`The embedded ${field.name} is no named struct.`);
  return type.name;
}

function messageField(
  goStruct: string,
  goField: GoField,
  field: DescField,
  pairs: readonly WidePair[],
): StructField {
  const override = fieldOverride(`${goStruct}.${goField.name}`, field);
  if (override) return override;
  const isPointer = goField.type.kind === "pointer";
  const pair = pairs.find(({ narrow }) => narrow === field.localName);
  if (pair) return { ...wideField(goField.name, pair), keepZero: isPointer };
  const type = fieldType(goField.type, field);
  return {
    ...propertyField(goField.name, type, field.localName),
    keepZero: isPointer && field.fieldKind === "scalar",
  };
}

function fieldNamed(desc: DescMessage, localName: string): DescField {
  const field = desc.fields.find((one) => one.localName === localName);
  if (!field) throw new Error(`gen/gob_schema.ts is stale: ${desc.name} has no ${localName}.`);
  return field;
}
