/**
 * The bytes of one value, and how gob's integers, floats, texts and bytes are read from them.
 *
 * @module
 */

import { GobError } from "./gob_error.ts";
import type { GobLimits } from "./limits.ts";
import type { SenderTypes } from "./sender_types.ts";

/** The value's bytes. One message of the stream ends at `end`; more may follow it. */
export interface GobInput {
  bytes: Uint8Array;
  at: number;
  /** Where the message ends that is being read. */
  end: number;
  /** Where each further message of the value ends; they follow one another in `bytes`. */
  moreEnds: readonly number[];
  /** How many of `moreEnds` were entered. */
  entered: number;
  /** Bytes of the stream before `bytes`; prefixes of further messages are not counted. */
  base: number;
  depth: number;
  /** How many more elements and fields may come. */
  elements: number;
  readonly types: SenderTypes;
  readonly limits: GobLimits;
}

/** An error about the place that was reached. */
export function inputError(input: GobInput, goType: string, message: string): GobError {
  return new GobError(message, goType, input.base + input.at);
}

/** Steps into a value that contains others; leave it with `input.depth--`. */
export function enter(input: GobInput, goType: string): void {
  if (++input.depth > input.limits.maxDepth) {
    throw inputError(input, goType, `values lie more than ${input.limits.maxDepth} levels deep`);
  }
}

function tooShort(input: GobInput, goType: string, needed: number): GobError {
  return inputError(
    input,
    goType,
    `${needed} more bytes were expected, but its message ends after ${input.end - input.at}`,
  );
}

/** Reads how many bytes an integer has after its first; the first is known to be above 127. */
function integerLength(input: GobInput, goType: string): number {
  const count = 256 - (input.bytes[input.at] ?? 0);
  if (count > 8) {
    throw inputError(input, goType, `an integer of ${count} bytes; 8 are the most`);
  }
  if (input.end - input.at <= count) throw tooShort(input, goType, count + 1);
  input.at++;
  return count;
}

/** Reads an unsigned integer below 2^53. */
export function readUint(input: GobInput, goType: string): number {
  if (input.at >= input.end) throw tooShort(input, goType, 1);
  const first = input.bytes[input.at] ?? 0;
  if (first < 128) {
    input.at++;
    return first;
  }
  const start = input.at;
  let count = integerLength(input, goType);
  let value = 0;
  while (count-- > 0) value = value * 256 + (input.bytes[input.at++] ?? 0);
  if (value > Number.MAX_SAFE_INTEGER) {
    input.at = start;
    throw inputError(input, goType, "the integer is beyond 2^53, more than a number holds exactly");
  }
  return value;
}

/** Reads an unsigned integer of 64 bits. */
export function readBigUint(input: GobInput, goType: string): bigint {
  if (input.at >= input.end) throw tooShort(input, goType, 1);
  const first = input.bytes[input.at] ?? 0;
  if (first < 128) {
    input.at++;
    return BigInt(first);
  }
  let count = integerLength(input, goType);
  if (count <= 6) {
    let value = 0;
    while (count-- > 0) value = value * 256 + (input.bytes[input.at++] ?? 0);
    return BigInt(value);
  }
  let high = 0;
  for (; count > 4; count--) high = high * 256 + (input.bytes[input.at++] ?? 0);
  let low = 0;
  for (; count > 0; count--) low = low * 256 + (input.bytes[input.at++] ?? 0);
  return (BigInt(high) << 32n) | BigInt(low);
}

/** Reads a signed integer that a number holds exactly. */
export function readInt(input: GobInput, goType: string): number {
  const first = input.bytes[input.at] ?? 255;
  if (first < 128 && input.at < input.end) {
    input.at++;
    return (first & 1) === 1 ? ~(first >> 1) : first >> 1;
  }
  const start = input.at;
  const value = Number(readBigInt(input, goType));
  if (!Number.isSafeInteger(value)) {
    input.at = start;
    throw inputError(input, goType, "the integer is beyond 2^53, more than a number holds exactly");
  }
  return value;
}

/** Reads a signed integer of 64 bits. */
export function readBigInt(input: GobInput, goType: string): bigint {
  if (input.at >= input.end) throw tooShort(input, goType, 1);
  const first = input.bytes[input.at] ?? 0;
  if (first < 128) {
    input.at++;
    return first === 0 ? 0n : BigInt((first & 1) === 1 ? ~(first >> 1) : first >> 1);
  }
  if (first >= 250) {
    // Up to 48 bits: a number does.
    let count = integerLength(input, goType);
    let value = 0;
    while (count-- > 0) value = value * 256 + (input.bytes[input.at++] ?? 0);
    return BigInt(value % 2 === 1 ? -(value + 1) / 2 : value / 2);
  }
  const value = readBigUint(input, goType);
  return (value & 1n) === 1n ? ~(value >> 1n) : value >> 1n;
}

const scratch = new Uint8Array(8);
const scratchView = new DataView(scratch.buffer);

/** Reads a float of 64 bits. */
export function readFloat(input: GobInput, goType: string): number {
  if (input.at >= input.end) throw tooShort(input, goType, 1);
  const first = input.bytes[input.at] ?? 0;
  scratch.fill(0);
  if (first < 128) {
    input.at++;
    scratch[7] = first;
  } else {
    const count = integerLength(input, goType);
    for (let at = 8 - count; at < 8; at++) scratch[at] = input.bytes[input.at++] ?? 0;
  }
  return scratchView.getFloat64(0, true);
}

/** Reads the number of bytes of something that lies whole in the message. */
export function readLength(input: GobInput, goType: string): number {
  const length = readUint(input, goType);
  if (length > input.end - input.at) throw tooShort(input, goType, length);
  return length;
}

/** Reads bytes. They are a copy, so that a small value does not keep a large message alive. */
export function readBytes(input: GobInput, goType: string): Uint8Array {
  const length = readLength(input, goType);
  const start = input.at;
  input.at += length;
  return input.bytes.slice(start, input.at);
}

/** Skips bytes after their number. */
export function skipBytes(input: GobInput, goType: string): void {
  const length = readLength(input, goType);
  input.at += length;
}

/** Reads how many elements come. */
export function readCount(input: GobInput, goType: string): number {
  const start = input.at;
  const count = readUint(input, goType);
  if (count > input.elements) input.at = start;
  spend(input, goType, count);
  return count;
}

/** Counts elements and fields against what a value may have. */
export function spend(input: GobInput, goType: string, count: number): void {
  input.elements -= count;
  if (input.elements >= 0) return;
  throw inputError(
    input,
    goType,
    `${count} more elements or fields come; all of a value's together may be ${input.limits.maxElements}`,
  );
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Reads a text; bytes that are no UTF-8 become U+FFFD. */
export function readText(input: GobInput, goType: string): string {
  const length = readLength(input, goType);
  const { bytes } = input;
  const start = input.at;
  const end = start + length;
  input.at = end;
  return textOf(bytes, start, end);
}

/** The text that some bytes are in UTF-8. */
export function textOf(bytes: Uint8Array, start: number, end: number): string {
  const length = end - start;
  if (length === 0) return "";
  if (length > 64) return decoder.decode(bytes.subarray(start, end));
  for (let at = start; at < end; at++) {
    if ((bytes[at] ?? 0) > 127) return decoder.decode(bytes.subarray(start, end));
  }
  return ascii(bytes, start, end);
}

function ascii(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  let at = start;
  for (; at + 8 <= end; at += 8) {
    text += String.fromCharCode(
      bytes[at] ?? 0,
      bytes[at + 1] ?? 0,
      bytes[at + 2] ?? 0,
      bytes[at + 3] ?? 0,
      bytes[at + 4] ?? 0,
      bytes[at + 5] ?? 0,
      bytes[at + 6] ?? 0,
      bytes[at + 7] ?? 0,
    );
  }
  for (; at < end; at++) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}
