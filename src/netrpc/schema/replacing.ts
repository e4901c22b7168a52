/**
 * Answers that Go decodes into what it has already.
 *
 * @module
 */

import type { GobType } from "../gob/gob_type.ts";

/**
 * The same type with every field sent, zero or not. Where Go decodes into a struct that has values, a
 * field that is left out, as Go's encoder leaves out zeros, keeps its old value. What cannot be
 * cleared even so are pointers, and keys of maps.
 */
export function replacing<T>(type: GobType<T>): GobType<T> {
  return {
    ...type,
    write(out, value) {
      const before = out.keepZeros;
      out.keepZeros = true;
      try {
        type.write(out, value);
      } finally {
        out.keepZeros = before;
      }
    },
  };
}
