/**
 * Bytes in the making: gob's unsigned and signed integers, floats, texts and bytes.
 *
 * @module
 */

import { GobError } from "./gob_error.ts";
import type { TypeTable } from "./type_table.ts";

/** A growing buffer. `length` bytes of it are written. */
export interface GobOutput {
  bytes: Uint8Array;
  length: number;
  /** How deep the value being written lies in others. */
  depth: number;
  /** Whether fields of structs are sent that have zero values. */
  keepZeros: boolean;
  /** The types that the stream has defined. */
  readonly types: TypeTable;
}

/** How deep values may lie in values; a value that contains itself ends here. */
const MAX_DEPTH = 200;

/** Steps into a value that contains others. */
export function enterValue(out: GobOutput, goType: string): void {
  if (++out.depth > MAX_DEPTH) {
    throw new GobError(
      `the value lies more than ${MAX_DEPTH} levels deep, or contains itself`,
      goType,
    );
  }
}

/** Sees to it that `more` bytes can be written. */
export function reserve(out: GobOutput, more: number): void {
  const needed = out.length + more;
  if (needed <= out.bytes.length) return;
  const grown = new Uint8Array(Math.max(needed, out.bytes.length * 2));
  grown.set(out.bytes.subarray(0, out.length));
  out.bytes = grown;
}

/** Writes an unsigned integer below 2^53. */
export function writeUint(out: GobOutput, value: number): void {
  reserve(out, 9);
  const { bytes } = out;
  if (value < 128) {
    bytes[out.length++] = value;
    return;
  }
  let rest = value;
  let count = 0;
  while (rest >= 1) {
    rest = Math.floor(rest / 256);
    count++;
  }
  bytes[out.length++] = 256 - count;
  rest = value;
  for (let at = out.length + count - 1; at >= out.length; at--) {
    bytes[at] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  out.length += count;
}

/** Writes a signed integer between -2^52 and 2^52, or as a bigint beyond. */
export function writeInt(out: GobOutput, value: number): void {
  if (value >= 0 ? value < 2 ** 52 : value >= -(2 ** 52)) {
    writeUint(out, value < 0 ? -(value + 1) * 2 + 1 : value * 2);
  } else {
    writeBigInt(out, BigInt(value));
  }
}

/** Writes an unsigned integer of 64 bits. */
export function writeBigUint(out: GobOutput, value: bigint): void {
  if (value <= 9007199254740991n) {
    writeUint(out, Number(value));
    return;
  }
  reserve(out, 9);
  const high = Number(value >> 32n);
  const low = Number(value & 0xffffffffn);
  // Beyond 2^53 there are seven bytes, or eight.
  const count = high > 0xffffff ? 8 : 7;
  const { bytes } = out;
  bytes[out.length++] = 256 - count;
  for (let shift = (count - 5) * 8; shift >= 0; shift -= 8) bytes[out.length++] = high >>> shift;
  for (let shift = 24; shift >= 0; shift -= 8) bytes[out.length++] = low >>> shift;
}

/** Writes a signed integer of 64 bits. */
export function writeBigInt(out: GobOutput, value: bigint): void {
  if (value > -4503599627370496n && value < 4503599627370496n) {
    writeInt(out, Number(value));
  } else {
    writeBigUint(out, value < 0n ? (~value << 1n) | 1n : value << 1n);
  }
}

const scratch = new Uint8Array(8);
const scratchView = new DataView(scratch.buffer);

/** Writes a float of 64 bits: its bytes from the least significant, without the zeros in front. */
export function writeFloat(out: GobOutput, value: number): void {
  reserve(out, 9);
  scratchView.setFloat64(0, value, true);
  let from = 0;
  while (from < 8 && scratch[from] === 0) from++;
  const { bytes } = out;
  if (from >= 7) {
    const only = scratch[7] ?? 0;
    if (only >= 128) bytes[out.length++] = 255;
    bytes[out.length++] = only;
    return;
  }
  bytes[out.length++] = 256 - (8 - from);
  while (from < 8) bytes[out.length++] = scratch[from++] ?? 0;
}

/** Writes bytes after their number. */
export function writeBytes(out: GobOutput, value: Uint8Array): void {
  writeUint(out, value.length);
  reserve(out, value.length);
  out.bytes.set(value, out.length);
  out.length += value.length;
}

const encoder = new TextEncoder();

/** Texts up to this length are tried as ASCII, character by character. */
const SHORT_TEXT = 64;

/** Writes a text as UTF-8 after the number of its bytes. */
export function writeText(out: GobOutput, value: string): void {
  const { length } = value;
  if (length <= SHORT_TEXT) {
    reserve(out, 1 + length);
    const { bytes } = out;
    const start = out.length + 1;
    let at = 0;
    for (; at < length; at++) {
      const code = value.charCodeAt(at);
      if (code > 127) break;
      bytes[start + at] = code;
    }
    if (at === length) {
      bytes[out.length] = length;
      out.length = start + length;
      return;
    }
  }
  writeLongText(out, value);
}

/** Beyond this length the room that a text may need at most is too much to set aside. */
const HUGE_TEXT = 16_384;

function writeLongText(out: GobOutput, value: string): void {
  if (value.length > HUGE_TEXT) {
    writeBytes(out, encoder.encode(value));
    return;
  }
  // UTF-8 needs three bytes at most for each of a text's 16-bit units.
  reserve(out, 9 + value.length * 3);
  const start = out.length;
  const { written } = encoder.encodeInto(value, out.bytes.subarray(start + 9));
  out.bytes.copyWithin(start + prefixLength(written), start + 9, start + 9 + written);
  writeUint(out, written);
  out.length += written;
}

/** How many bytes a number of bytes takes. */
export function prefixLength(count: number): number {
  if (count < 128) return 1;
  return count < 256 ? 2 : count < 65536 ? 3 : count < 2 ** 24 ? 4 : 5;
}

/**
 * Leaves a gap for the number of bytes that follow, and gives its place to `closeCounted`. The gap
 * is of one byte, as small values need.
 */
export function openCounted(out: GobOutput): number {
  reserve(out, 9);
  return out.length++;
}

/** Writes the number of bytes since `openCounted` into its gap. */
export function closeCounted(out: GobOutput, gap: number): void {
  const start = gap + 1;
  const count = out.length - start;
  if (count < 128) {
    out.bytes[gap] = count;
    return;
  }
  const end = out.length;
  const prefix = prefixLength(count);
  reserve(out, prefix);
  out.bytes.copyWithin(gap + prefix, start, end);
  out.length = gap;
  writeUint(out, count);
  out.length = end + prefix - 1;
}
