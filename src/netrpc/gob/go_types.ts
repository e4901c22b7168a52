/**
 * Other Go types that encode themselves.
 *
 * @module
 */

import type { GobType } from "./gob_type.ts";
import { opaqueType } from "./opaque.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** `url.URL`, as its text. */
export const gobURL: GobType<string> = opaqueType({
  goName: "URL",
  kind: "BinaryMarshaler",
  zero: "",
  isZero: () => false,
  fromBytes: (bytes) => decoder.decode(bytes),
  toBytes: (value) => encoder.encode(value),
});

/** The version of Go's encoding of `big.Int`. */
const BIG_INT_VERSION = 1;

/** `big.Int`. */
export const gobBigInt: GobType<bigint> = opaqueType({
  goName: "Int",
  kind: "GobEncoder",
  zero: 0n,
  isZero: () => false,
  fromBytes: bigIntFromBytes,
  toBytes: bigIntToBytes,
});

function bigIntFromBytes(bytes: Uint8Array): bigint {
  const [first] = bytes;
  if (first === undefined) return 0n;
  if (first >> 1 !== BIG_INT_VERSION) {
    throw new Error(`a big.Int of version ${first >> 1}; ${BIG_INT_VERSION} is known`);
  }
  let digits = "";
  for (const byte of bytes.subarray(1)) digits += byte.toString(16).padStart(2, "0");
  const value = digits === "" ? 0n : BigInt(`0x${digits}`);
  return (first & 1) === 1 ? -value : value;
}

function bigIntToBytes(value: bigint): Uint8Array {
  const negative = value < 0n;
  let digits = value === 0n ? "" : (negative ? -value : value).toString(16);
  if (digits.length % 2 === 1) digits = `0${digits}`;
  const bytes = new Uint8Array(1 + digits.length / 2);
  bytes[0] = (BIG_INT_VERSION << 1) | (negative ? 1 : 0);
  for (let at = 1; at < bytes.length; at++) {
    bytes[at] = parseInt(digits.slice(at * 2 - 2, at * 2), 16);
  }
  return bytes;
}
