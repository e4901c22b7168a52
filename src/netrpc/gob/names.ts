/**
 * Texts that come again and again: keys of maps and names of types.
 *
 * @module
 */

import { type GobInput, readLength, textOf } from "./input.ts";

interface Entry {
  readonly bytes: Uint8Array;
  readonly text: string;
}

/** Longer texts are rarely the same. */
const LONGEST = 40;
/** A power of two. */
const SLOTS = 512;

/** Texts by a few of their bytes; a new one takes the place of another. */
const slots: (Entry | undefined)[] = new Array(SLOTS).fill(undefined);

/** Reads a text as `readText` does; one that was read before is the same string, made once. */
export function readName(input: GobInput, goType: string): string {
  const length = readLength(input, goType);
  const { bytes } = input;
  const start = input.at;
  const end = start + length;
  input.at = end;
  if (length === 0 || length > LONGEST) return textOf(bytes, start, end);
  const slot = (length * 67 + (bytes[start] ?? 0) * 7 + (bytes[start + (length >> 1)] ?? 0) * 31 +
    (bytes[end - 1] ?? 0)) & (SLOTS - 1);
  const known = slots[slot];
  if (known !== undefined && isSame(known.bytes, bytes, start, length)) return known.text;
  const text = textOf(bytes, start, end);
  slots[slot] = { bytes: bytes.slice(start, end), text };
  return text;
}

function isSame(known: Uint8Array, bytes: Uint8Array, start: number, length: number): boolean {
  if (known.length !== length) return false;
  for (let at = 0; at < length; at++) if (known[at] !== bytes[start + at]) return false;
  return true;
}
