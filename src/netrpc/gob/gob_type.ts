/**
 * What every codec of a Go type is.
 *
 * @module
 */

import { GobError } from "./gob_error.ts";
import type { GobInput } from "./input.ts";
import type { GobOutput } from "./output.ts";
import { senderTypeName, type SenderTypes } from "./sender_types.ts";
import type { TypeTable } from "./type_table.ts";

/** Reads one value. */
export type GobReader<T> = (input: GobInput) => T;

/** The codec of a Go type: values of `T` stand for its values. */
export interface GobType<T> {
  /** Go's name, as reflection writes it. */
  readonly goName: string;
  /** Whether it is a struct; other values have a zero byte before them at the top of a stream. */
  readonly isStruct: boolean;
  /** The value where nothing was sent. */
  zero(): T;
  /** Whether the value may be left out of a struct. */
  isZero(value: T): boolean;
  /** Writes the value. */
  write(out: GobOutput, value: T): void;
  /** The id of the type on one of our streams; defines it where it is not yet. */
  idIn(types: TypeTable): number;
  /** Gives what reads a sender's type as this one; throws where it cannot. */
  readerFor(types: SenderTypes, id: number): GobReader<T>;
}

/** The error of a sender's type that cannot be read as the wanted one. */
export function wrongType(types: SenderTypes, id: number, goName: string): GobError {
  return new GobError(
    `the sender has a value of type ${
      senderTypeName(types, id)
    } here, which cannot be read as ${goName}`,
    goName,
  );
}
