/**
 * Gob's description of a type, as it travels.
 *
 * @module
 */

import {
  enter,
  type GobInput,
  inputError,
  readCount,
  readInt,
  readText,
  readUint,
} from "./input.ts";
import { type GobOutput, writeInt, writeText, writeUint } from "./output.ts";

/** Ids of the types that need no definition. */
export const BOOL = 1,
  INT = 2,
  UINT = 3,
  FLOAT = 4,
  BYTES = 5,
  TEXT = 6,
  COMPLEX = 7,
  INTERFACE = 8;

/** The first id that a stream's own types may have. */
export const FIRST_OWN_ID = 64;

/** A type that a stream defines. Values that encode themselves travel as bytes. */
export type WireType =
  | {
    readonly kind: "array";
    readonly name: string;
    readonly elem: number;
    readonly length: number;
  }
  | { readonly kind: "slice"; readonly name: string; readonly elem: number }
  | { readonly kind: "struct"; readonly name: string; readonly fields: readonly WireField[] }
  | { readonly kind: "map"; readonly name: string; readonly key: number; readonly elem: number }
  | { readonly kind: OpaqueKind; readonly name: string };

/** How values encode themselves: by Go's interface of that name. */
export type OpaqueKind = "GobEncoder" | "BinaryMarshaler" | "TextMarshaler";

/** One field of a struct. */
export interface WireField {
  readonly name: string;
  readonly type: number;
}

/** A description's alternatives, in the order of its fields. */
const KINDS = ["array", "slice", "struct", "map", "GobEncoder", "BinaryMarshaler", "TextMarshaler"];

/** Writes a description. */
export function writeWireType(out: GobOutput, type: WireType, id: number): void {
  writeUint(out, KINDS.indexOf(type.kind) + 1);
  // Every alternative begins with a struct of the name and the id.
  writeUint(out, 1);
  writeUint(out, 1);
  writeText(out, type.name);
  writeUint(out, 1);
  writeInt(out, id);
  writeUint(out, 0);
  switch (type.kind) {
    case "array":
      writeUint(out, 1);
      writeInt(out, type.elem);
      if (type.length !== 0) {
        writeUint(out, 1);
        writeInt(out, type.length);
      }
      break;
    case "slice":
      writeUint(out, 1);
      writeInt(out, type.elem);
      break;
    case "map":
      writeUint(out, 1);
      writeInt(out, type.key);
      writeUint(out, 1);
      writeInt(out, type.elem);
      break;
    case "struct":
      if (type.fields.length > 0) {
        writeUint(out, 1);
        writeUint(out, type.fields.length);
        for (const field of type.fields) {
          writeUint(out, 1);
          writeText(out, field.name);
          writeUint(out, 1);
          writeInt(out, field.type);
          writeUint(out, 0);
        }
      }
  }
  writeUint(out, 0);
  writeUint(out, 0);
}

const WHAT = "definition of a type";

/** More than any struct has that somebody wrote. */
const MAX_FIELDS = 10_000;

/** Reads a description. */
export function readWireType(input: GobInput): WireType {
  let made: WireType | undefined;
  readFields(input, KINDS.length, (field) => {
    made = readKind(input, KINDS[field] ?? "");
  });
  if (!made) throw inputError(input, WHAT, "it describes nothing");
  return made;
}

/** Reads a struct's fields; calls `read` with the place of each, counted from 0. */
function readFields(input: GobInput, fields: number, read: (field: number) => void): void {
  enter(input, WHAT);
  let field = -1;
  for (;;) {
    const step = readUint(input, WHAT);
    if (step === 0) break;
    field += step;
    if (field >= fields) throw inputError(input, WHAT, `there is no field ${field}`);
    read(field);
  }
  input.depth--;
}

function readKind(input: GobInput, kind: string): WireType {
  let name = "";
  let first = 0;
  let second = 0;
  const fields: WireField[] = [];
  readFields(input, kind === "map" || kind === "array" ? 3 : kind.endsWith("r") ? 1 : 2, (at) => {
    if (at === 0) name = readCommon(input);
    else if (at === 1 && kind === "struct") readStructFields(input, fields);
    else if (at === 1) first = readInt(input, WHAT);
    else second = readInt(input, WHAT);
  });
  switch (kind) {
    case "array":
      if (second < 0) throw inputError(input, WHAT, `an array of ${second} elements`);
      return { kind, name, elem: first, length: second };
    case "slice":
      return { kind, name, elem: first };
    case "map":
      return { kind, name, key: first, elem: second };
    case "struct":
      return { kind, name, fields };
    default:
      return { kind: kind as OpaqueKind, name };
  }
}

/** Reads the name; the id is known from the message. */
function readCommon(input: GobInput): string {
  let name = "";
  readFields(input, 2, (at) => {
    if (at === 0) name = readText(input, WHAT);
    else readInt(input, WHAT);
  });
  return name;
}

function readStructFields(input: GobInput, fields: WireField[]): void {
  const count = readCount(input, WHAT);
  if (count > MAX_FIELDS) {
    throw inputError(input, WHAT, `a struct of ${count} fields; ${MAX_FIELDS} are the most`);
  }
  for (let left = count; left > 0; left--) {
    let name = "";
    let type = 0;
    readFields(input, 2, (at) => {
      if (at === 0) name = readText(input, WHAT);
      else type = readInt(input, WHAT);
    });
    fields.push({ name, type });
  }
}
