/**
 * The types that a peer has defined on one stream, and what was compiled for them.
 *
 * @module
 */

import { GobError } from "./gob_error.ts";
import type { GobReader } from "./gob_type.ts";
import { FIRST_OWN_ID, INTERFACE, type WireType } from "./wire_type.ts";

/** A peer's types by their ids. */
export interface SenderTypes {
  readonly defined: Map<number, WireType>;
  /** What reads values of a sender's type as one of ours; by our type, then by the sender's id. */
  readonly readers: Map<object, Map<number, GobReader<unknown>>>;
  /** What skips values of a sender's type. */
  readonly skippers: Map<number, GobReader<void>>;
}

/** Starts a stream. */
export function createSenderTypes(): SenderTypes {
  return { defined: new Map(), readers: new Map(), skippers: new Map() };
}

const BASIC = [
  "",
  "bool",
  "int",
  "uint",
  "float64",
  "[]uint8",
  "string",
  "complex128",
  "interface",
];

/** What a sender's type is called, for errors. */
export function senderTypeName(types: SenderTypes, id: number, depth = 0): string {
  if (id <= INTERFACE) return BASIC[id] || `type ${id}`;
  const type = types.defined.get(id);
  if (!type) return `undefined type ${id}`;
  if (depth > 3) return "…";
  switch (type.kind) {
    case "slice":
      return `[]${senderTypeName(types, type.elem, depth + 1)}`;
    case "array":
      return `[${type.length}]${senderTypeName(types, type.elem, depth + 1)}`;
    case "map":
      return `map[${senderTypeName(types, type.key, depth + 1)}]${
        senderTypeName(types, type.elem, depth + 1)
      }`;
    default:
      return type.name || type.kind;
  }
}

/** Takes in a definition. */
export function addSenderType(
  types: SenderTypes,
  id: number,
  type: WireType,
  maxTypes: number,
  offset: number,
): void {
  if (id < FIRST_OWN_ID) {
    throw new GobError(`it takes the id ${id}, which is gob's own`, "definition of a type", offset);
  }
  if (types.defined.has(id)) {
    throw new GobError(`type ${id} was defined before`, "definition of a type", offset);
  }
  if (types.defined.size >= maxTypes) {
    throw new GobError(`the stream defines more than ${maxTypes} types`, type.name, offset);
  }
  types.defined.set(id, type);
}

/** What reads a sender's type as one of ours; compiled where it was not. */
export function cachedReader<T>(
  types: SenderTypes,
  ours: object,
  id: number,
  compile: () => GobReader<T>,
): GobReader<T> {
  let byId = types.readers.get(ours);
  if (!byId) types.readers.set(ours, byId = new Map());
  const known = byId.get(id);
  if (known) return known as GobReader<T>;
  let made: GobReader<T> | undefined;
  // While it is compiled, a type that contains itself finds this.
  byId.set(id, (input) => (made as GobReader<T>)(input));
  try {
    made = compile();
  } catch (error) {
    byId.delete(id);
    throw error;
  }
  byId.set(id, made as GobReader<unknown>);
  return made;
}
