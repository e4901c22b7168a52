/**
 * The same Go type as other values of ours.
 *
 * @module
 */

import type { GobType } from "./gob_type.ts";

/** How values of ours become those of a codec, and back. */
export interface Mapping<A, B> {
  readonly zero: B;
  readonly isZero: (value: B) => boolean;
  readonly read: (value: A) => B;
  readonly write: (value: B) => A;
}

/** A codec on top of another. */
export function gobMapped<A, B>(type: GobType<A>, mapping: Mapping<A, B>): GobType<B> {
  const { zero, isZero, read, write } = mapping;
  return {
    goName: type.goName,
    isStruct: type.isStruct,
    zero: () => zero,
    isZero,
    write: (out, value) => type.write(out, write(value)),
    idIn: (types) => type.idIn(types),
    readerFor(types, id) {
      const inner = type.readerFor(types, id);
      return (input) => read(inner(input));
    },
  };
}
