/**
 * Codecs of Go's basic types.
 *
 * @module
 */

import { GobError } from "./gob_error.ts";
import { type GobReader, type GobType, wrongType } from "./gob_type.ts";
import {
  type GobInput,
  inputError,
  readBigInt,
  readBigUint,
  readBytes,
  readFloat,
  readInt,
  readText,
  readUint,
} from "./input.ts";
import {
  type GobOutput,
  writeBigInt,
  writeBigUint,
  writeBytes,
  writeFloat,
  writeInt,
  writeText,
  writeUint,
} from "./output.ts";
import { BOOL, BYTES, FLOAT, INT, TEXT, UINT } from "./wire_type.ts";

/** What a basic type consists of. */
export interface ScalarParts<T> {
  readonly goName: string;
  readonly id: number;
  readonly zero: T;
  readonly isZero?: (value: T) => boolean;
  readonly read: (input: GobInput, goName: string) => T;
  readonly write: (out: GobOutput, value: T, goName: string) => void;
}

/** Makes a codec of a type that needs no definition. */
export function scalarType<T>(
  { goName, id, zero, isZero, read, write }: ScalarParts<T>,
): GobType<T> {
  const reader: GobReader<T> = (input) => read(input, goName);
  return {
    goName,
    isStruct: false,
    zero: () => zero,
    isZero: isZero ?? ((value) => value === zero),
    write: (out, value) => write(out, value, goName),
    idIn: () => id,
    readerFor(types, sent) {
      if (sent !== id) throw wrongType(types, sent, goName);
      return reader;
    },
  };
}

function readBool(input: GobInput, goName: string): boolean {
  const value = readUint(input, goName);
  if (value > 1) throw inputError(input, goName, `${value} where a bool is 0 or 1`);
  return value === 1;
}

function checkedText(out: GobOutput, value: string, goName: string): void {
  if (typeof value !== "string") throw unfit(value, "a string", goName);
  writeText(out, value);
}

function checkedBool(out: GobOutput, value: boolean, goName: string): void {
  if (typeof value !== "boolean") throw unfit(value, "a boolean", goName);
  writeUint(out, value ? 1 : 0);
}

function checkedFloat(out: GobOutput, value: number, goName: string): void {
  if (typeof value !== "number") throw unfit(value, "a number", goName);
  writeFloat(out, value);
}

function checkedBytes(out: GobOutput, value: Uint8Array, goName: string): void {
  if (!(value instanceof Uint8Array)) throw unfit(value, "a Uint8Array", goName);
  writeBytes(out, value);
}

/** The error of a value of the wrong JavaScript type. */
function unfit(value: unknown, wanted: string, goName: string): GobError {
  return new GobError(
    `a ${value === null ? "null" : typeof value} where ${wanted} is needed`,
    goName,
  );
}

function checkedInt(out: GobOutput, value: number, goName: string): void {
  if (!Number.isSafeInteger(value)) throw new GobError(`${value} is no integer below 2^53`, goName);
  writeInt(out, value);
}

function checkedUint(out: GobOutput, value: number, goName: string): void {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new GobError(`${value} is no unsigned integer below 2^53`, goName);
  }
  writeUint(out, value);
}

function checkedBigInt(out: GobOutput, value: bigint, goName: string): void {
  if (typeof value !== "bigint") throw unfit(value, "a bigint", goName);
  if (BigInt.asIntN(64, value) !== value) {
    throw new GobError(`${value} is no signed integer of 64 bits`, goName);
  }
  writeBigInt(out, value);
}

function checkedBigUint(out: GobOutput, value: bigint, goName: string): void {
  if (typeof value !== "bigint") throw unfit(value, "a bigint", goName);
  if (BigInt.asUintN(64, value) !== value) {
    throw new GobError(`${value} is no unsigned integer of 64 bits`, goName);
  }
  writeBigUint(out, value);
}

/** Go's `string`. */
export const gobString: GobType<string> = scalarType({
  goName: "string",
  id: TEXT,
  zero: "",
  read: readText,
  write: checkedText,
});

/** Go's `bool`. */
export const gobBool: GobType<boolean> = scalarType({
  goName: "bool",
  id: BOOL,
  zero: false,
  read: readBool,
  write: checkedBool,
});

/** A signed integer of Go that is known to be small; beyond 2^53 reading it is an error. */
export const gobInt: GobType<number> = scalarType({
  goName: "int",
  id: INT,
  zero: 0,
  read: readInt,
  write: checkedInt,
});

/** An unsigned integer of Go that is known to be small; beyond 2^53 reading it is an error. */
export const gobUint: GobType<number> = scalarType({
  goName: "uint",
  id: UINT,
  zero: 0,
  read: readUint,
  write: checkedUint,
});

/** A signed integer of 64 bits. */
export const gobInt64: GobType<bigint> = scalarType({
  goName: "int64",
  id: INT,
  zero: 0n,
  read: readBigInt,
  write: checkedBigInt,
});

/** An unsigned integer of 64 bits. */
export const gobUint64: GobType<bigint> = scalarType({
  goName: "uint64",
  id: UINT,
  zero: 0n,
  read: readBigUint,
  write: checkedBigUint,
});

/** Go's `float64`, and `float32`. */
export const gobFloat: GobType<number> = scalarType({
  goName: "float64",
  id: FLOAT,
  zero: 0,
  read: readFloat,
  write: checkedFloat,
});

const NO_BYTES: Uint8Array = new Uint8Array();

/** Go's `[]byte`. */
export const gobBytes: GobType<Uint8Array> = scalarType({
  goName: "[]uint8",
  id: BYTES,
  zero: NO_BYTES,
  isZero: (value) => value.length === 0,
  read: readBytes,
  write: checkedBytes,
});
