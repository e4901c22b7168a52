/**
 * Codecs of Go types that encode themselves: gob sees bytes.
 *
 * @module
 */

import { textOf } from "../../transport/text_of.ts";
import { type GobType, wrongType } from "./gob_type.ts";
import { GobError } from "./gob_error.ts";
import { readBytes } from "./input.ts";
import { writeBytes } from "./output.ts";
import { cachedReader } from "./sender_types.ts";
import type { OpaqueKind } from "./wire_type.ts";

/** What such a codec is made of. */
export interface OpaqueParts<T> {
  /** Go's name without the package. */
  readonly goName: string;
  /** By which of Go's interfaces the values encode themselves. */
  readonly kind: OpaqueKind;
  readonly zero: T;
  readonly isZero: (value: T) => boolean;
  /** Throws an Error saying what is wrong with the bytes. */
  readonly fromBytes: (bytes: Uint8Array) => T;
  readonly toBytes: (value: T) => Uint8Array;
}

/** Makes the codec. */
export function opaqueType<T>(parts: OpaqueParts<T>): GobType<T> {
  const { goName, kind, zero, isZero, fromBytes, toBytes } = parts;
  const type: GobType<T> = {
    goName,
    isStruct: false,
    zero: () => zero,
    isZero,
    write: (out, value) => writeBytes(out, toBytes(value)),
    idIn: (types) => types.idOf(type, () => ({ kind, name: goName })),
    readerFor: (types, id) =>
      cachedReader(types, type, id, () => {
        if (types.defined.get(id)?.kind !== kind) throw wrongType(types, id, goName);
        return (input) => {
          const offset = input.base + input.at;
          const bytes = readBytes(input, goName);
          try {
            return fromBytes(bytes);
          } catch (error) {
            throw new GobError(
              textOf(error),
              goName,
              offset,
            );
          }
        };
      }),
  };
  return type;
}
