/**
 * Deprecated fields and the table of superseded fields must say the same.
 *
 * @module
 */

import type { Registry } from "@bufbuild/protobuf";
import { type SupersededField, supersededFields } from "../../src/contract/superseded_fields.ts";
import { narrowOf } from "../../src/contract/wide_integers.ts";
import { contractMessages } from "../gen/go_fields.ts";
import type { Outcome } from "./outcome.ts";
import { FIRST_ADDED, type WireTable } from "./wire.ts";

/** Compares both ways. */
export function checkSuperseded(
  protos: Registry,
  wire: WireTable,
  table: readonly SupersededField[] = supersededFields,
): Outcome {
  const fields = contractMessages(protos).flatMap((message) => message.fields);
  const deprecated = new Set(
    fields.filter((field) => field.deprecated).map(({ parent, localName }) =>
      `${parent.name}.${localName}`
    ),
  );
  const listed = new Set(
    table.flatMap(({ schema, old }) => old.map((name) => `${schema.name}.${name}`)),
  );
  const gaps = [
    ...[...deprecated].filter((name) => !listed.has(name)).map((name) =>
      `${name} is deprecated, but no row of the table of superseded fields names it`
    ),
    ...[...listed].filter((name) => !deprecated.has(name)).map((name) =>
      `${name} is in the table of superseded fields, but not deprecated`
    ),
    ...table.flatMap((row) => checkNew(protos, wire, row)),
  ];
  return { name: "superseded fields", ours: listed.size, theirs: deprecated.size, gaps };
}

function checkNew(protos: Registry, wire: WireTable, row: SupersededField): string[] {
  const name = `${row.schema.name}.${row.field}`;
  const field = protos.getMessage(row.schema.typeName)?.fields
    .find(({ localName }) => localName === row.field);
  if (!field) return [`${name} takes the place of others, but does not exist`];
  if (field.deprecated) return [`${name} takes the place of others, but is deprecated`];
  if (wire.messages.has(row.schema.name) && field.number < FIRST_ADDED) {
    return [`${name} takes the place of others, but is numbered ${field.number}`];
  }
  return [];
}

/** Every `_int64` field stands beside the int32 that is too narrow. */
export function checkWide(protos: Registry): Outcome {
  const wide = contractMessages(protos).flatMap((message) => message.fields)
    .filter(({ name }) => name.endsWith("_int64"));
  const gaps = wide.flatMap((field) => {
    const narrow = narrowOf(field.parent, field);
    const name = `${field.parent.name}.${field.name}`;
    if (!narrow) return [`${name} stands beside no field without "_int64"`];
    return field.proto.proto3Optional ? [] : [`${name} is not optional: set and 0 look alike`];
  });
  return { name: "wide integers", ours: wide.length - gaps.length, theirs: wide.length, gaps };
}
