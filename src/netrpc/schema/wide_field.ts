/**
 * Go integers of 64 bits in an int32, with a companion for those that do not fit.
 *
 * @module
 */

import { saturate, type WidePair } from "../../contract/wide_integers.ts";
import type { GobType } from "../gob/gob_type.ts";
import { readBigInt } from "../gob/input.ts";
import { writeBigInt, writeInt } from "../gob/output.ts";
import { gobInt64 } from "../gob/scalars.ts";
import type { StructField } from "../gob/structs.ts";

/** Either of the two fields' values. */
const eitherInt: GobType<number | bigint> = {
  ...gobInt64,
  zero: () => 0,
  isZero: (value) => value === 0 || value === 0n,
  write: (out, value) => typeof value === "bigint" ? writeBigInt(out, value) : writeInt(out, value),
};

/** The two fields as one of Go's. */
export function wideField(goName: string, { narrow, wide }: WidePair): StructField {
  return {
    goName,
    type: eitherInt as GobType<unknown>,
    get: (target) => target[wide] ?? target[narrow],
    readerFor(types, id) {
      eitherInt.readerFor(types, id);
      return (input, target) => {
        const value = readBigInt(input, goName);
        const nearest = saturate(value);
        target[narrow] = nearest;
        if (BigInt(nearest) !== value) target[wide] = value;
      };
    },
  };
}
