/**
 * Go types as reflection writes them: `[]*model.Post`, `map[string]interface {}`.
 *
 * @module
 */

import type { GoNamedType, GoSchema } from "./go_schema.ts";

/** A parsed type. `name` of a named type has its package: `model.Post`. */
export type GoType =
  | { readonly kind: "pointer" | "slice" | "array"; readonly elem: GoType }
  | { readonly kind: "map"; readonly key: GoType; readonly elem: GoType }
  | { readonly kind: "named"; readonly name: string }
  | { readonly kind: "basic"; readonly name: string }
  | { readonly kind: "any" }
  | { readonly kind: "other"; readonly text: string };

const BASIC = new Set(
  ("bool string error int int8 int16 int32 int64 uint uint8 uint16 uint32 uint64 uintptr " +
    "float32 float64 complex64 complex128").split(" "),
);

/** Parses a type as reflection writes it. */
export function parseGoType(text: string): GoType {
  if (text.startsWith("*")) return { kind: "pointer", elem: parseGoType(text.slice(1)) };
  if (text.startsWith("[]")) return { kind: "slice", elem: parseGoType(text.slice(2)) };
  const array = /^\[\d+\](.*)$/.exec(text);
  if (array) return { kind: "array", elem: parseGoType(array[1] ?? "") };
  const map = /^map\[([^\]]+)\](.*)$/.exec(text);
  if (map) {
    return { kind: "map", key: parseGoType(map[1] ?? ""), elem: parseGoType(map[2] ?? "") };
  }
  if (text === "interface {}") return { kind: "any" };
  if (BASIC.has(text)) return { kind: "basic", name: text };
  if (/^[a-zA-Z0-9_]+\.[A-Za-z0-9_]+$/.test(text)) return { kind: "named", name: text };
  return { kind: "other", text };
}

/** The description of a named type. */
export function namedType(schema: GoSchema, name: string): GoNamedType {
  const found = schema.types[name];
  if (!found) throw new Error(`gen/go_schema.json describes no type ${name}.`);
  return found;
}

/** The names of the types that a type is made of. */
export function namesIn(type: GoType): string[] {
  switch (type.kind) {
    case "named":
      return [type.name];
    case "map":
      return [...namesIn(type.key), ...namesIn(type.elem)];
    case "pointer":
    case "slice":
    case "array":
      return namesIn(type.elem);
    default:
      return [];
  }
}

/** The type below names: `model.StringArray` is a slice of strings. Structs stay named. */
export function underlying(schema: GoSchema, type: GoType): GoType {
  if (type.kind !== "named") return type;
  const named = namedType(schema, type.name);
  switch (named.kind) {
    case "struct":
      return type;
    case "slice":
      return { kind: "slice", elem: parseGoType(named.elem ?? "") };
    case "map":
      return {
        kind: "map",
        key: parseGoType(named.key ?? ""),
        elem: parseGoType(named.elem ?? ""),
      };
    case "func":
    case "interface":
    case "chan":
      return { kind: "other", text: `${named.kind} ${type.name}` };
    default:
      return { kind: "basic", name: named.kind };
  }
}
