/**
 * The types that one of our streams has defined.
 *
 * @module
 */

import { FIRST_OWN_ID, type WireType } from "./wire_type.ts";

/** Ids of defined types, and those that the peer does not know yet. */
export interface TypeTable {
  /** The id of a type by its codec or its text; `describe` is called once, and may ask for the ids of other types. */
  idOf(type: object | string, describe: () => WireType): number;
  /** Takes the definitions that are still to be sent. */
  takeFresh(): readonly (readonly [id: number, type: WireType])[];
  /** Forgets the definitions that were not taken. */
  forgetFresh(): void;
}

/** Makes a table for a new stream. */
export function createTypeTable(): TypeTable {
  const ids = new Map<object | string, number>();
  let fresh: [number, WireType, object | string][] = [];
  let next = FIRST_OWN_ID + 1;
  return {
    idOf(type, describe) {
      const known = ids.get(type);
      if (known !== undefined) return known;
      const id = next++;
      // Before it is described: a type may contain itself.
      ids.set(type, id);
      fresh.push([id, describe(), type]);
      return id;
    },
    takeFresh() {
      const taken = fresh.map(([id, type]) => [id, type] as const);
      fresh = [];
      return taken;
    },
    forgetFresh() {
      for (const [, , type] of fresh) ids.delete(type);
      fresh = [];
    },
  };
}
