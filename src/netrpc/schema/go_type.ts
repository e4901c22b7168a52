/**
 * Go types as they are written, and what the named ones are.
 *
 * @module
 */

import { gobTypes } from "../../../gen/gob_schema.ts";
import type { OpaqueKind } from "../gob/wire_type.ts";

/** A Go type. */
export type GoType =
  | { readonly kind: "pointer" | "slice"; readonly elem: GoType }
  | { readonly kind: "map"; readonly key: GoType; readonly elem: GoType }
  | { readonly kind: "named"; readonly name: string }
  | { readonly kind: "basic"; readonly name: string }
  | { readonly kind: "any" };

/** What a named type is. */
export type GoNamed =
  | { readonly kind: "struct"; readonly fields: readonly GoField[] }
  | { readonly kind: "opaque"; readonly by: OpaqueKind }
  | { readonly kind: "other"; readonly type: GoType };

/** A field of a struct. */
export interface GoField {
  readonly name: string;
  readonly type: GoType;
  /** Lends its own fields to the struct. */
  readonly embedded: boolean;
  /** The key in JSON; null where encoding/json leaves the field out. */
  readonly key: string | null;
  /** Whether the tag names the key. */
  readonly tagged: boolean;
  readonly omitEmpty: boolean;
}

/** Reads a type. */
export function parseGoType(text: string): GoType {
  if (text.startsWith("*")) return { kind: "pointer", elem: parseGoType(text.slice(1)) };
  if (text.startsWith("[]")) return { kind: "slice", elem: parseGoType(text.slice(2)) };
  if (text.startsWith("map[")) {
    const end = text.indexOf("]");
    return {
      kind: "map",
      key: parseGoType(text.slice(4, end)),
      elem: parseGoType(text.slice(end + 1)),
    };
  }
  if (text === "any") return { kind: "any" };
  return text.includes(".") ? { kind: "named", name: text } : { kind: "basic", name: text };
}

let lines: Map<string, string> | undefined;
const known = new Map<string, GoNamed>();

/** Describes a named type. */
export function goNamed(name: string): GoNamed {
  const found = known.get(name);
  if (found) return found;
  const made = parseLine(lineOf(name), name);
  known.set(name, made);
  return made;
}

function lineOf(name: string): string {
  lines ??= new Map(
    gobTypes.trim().split("\n").map((line) => [line.slice(0, line.search(/[\t=!]|$/)), line]),
  );
  const line = lines.get(name);
  if (line === undefined) throw new Error(`gen/gob_schema.ts describes no type ${name}.`);
  return line;
}

function parseLine(line: string, name: string): GoNamed {
  const rest = line.slice(name.length);
  if (rest.startsWith("=")) return { kind: "other", type: parseGoType(rest.slice(1)) };
  if (rest.startsWith("!")) return { kind: "opaque", by: rest.slice(1) as OpaqueKind };
  return { kind: "struct", fields: rest.split("\t").slice(1).map(parseField) };
}

function parseField(text: string): GoField {
  const embedded = text.startsWith("+");
  const [name = "", type = "", tag = ""] = text.slice(embedded ? 1 : 0).split(" ");
  const [key = "", ...options] = tag.split(",");
  return {
    name,
    type: parseGoType(type),
    embedded,
    key: tag === "-" ? null : key || name,
    tagged: key !== "",
    omitEmpty: options.includes("omitempty"),
  };
}

/** The type below names: `model.StringArray` is a slice. Structs and opaque types stay named. */
export function underlying(type: GoType): GoType {
  if (type.kind !== "named") return type;
  const named = goNamed(type.name);
  return named.kind === "other" ? named.type : type;
}

/** Without the pointer, if it is one. */
export function pointee(type: GoType): GoType {
  return type.kind === "pointer" ? type.elem : type;
}

/** The name of a struct type; undefined for other types. */
export function structName(type: GoType): string | undefined {
  return type.kind === "named" && goNamed(type.name).kind === "struct" ? type.name : undefined;
}

/** Go's name of a struct without the package, which is how gob calls it. */
export function shortName(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

/** Whether a slice of this is Go's `[]byte`. */
export function isByte(type: GoType): boolean {
  return type.kind === "basic" && type.name === "uint8";
}
