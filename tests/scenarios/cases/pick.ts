/** Parts of what a server gives. @module */
import type { Json, JsonObject } from "../target.ts";

/** These fields of an object, or of each of a list; where there is one field, its value. */
export function fieldsOf(thing: JsonObject, ...names: string[]): Json;
/** As above. */
export function fieldsOf(things: readonly JsonObject[], ...names: string[]): Json[];
export function fieldsOf(
  thing: JsonObject | readonly JsonObject[],
  ...names: string[]
): Json | Json[] {
  if (Array.isArray(thing)) return thing.map((each) => fieldsOf(each as JsonObject, ...names));
  const object = thing as JsonObject;
  if (names.length === 1) return object[names[0]!] ?? null;
  return Object.fromEntries(names.map((name) => [name, object[name] ?? null]));
}

/** The same list in an order of its own, where servers have none. */
export function inAnyOrder(things: readonly JsonObject[], by: string): readonly JsonObject[] {
  return things.toSorted((one, other) => String(one[by]) < String(other[by]) ? -1 : 1);
}

/** A text as the bytes of a value. */
export function bytes(text: string): string {
  return new TextEncoder().encode(text).toBase64();
}
