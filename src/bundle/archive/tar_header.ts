/**
 * The header of an entry in a tar archive, as POSIX's ustar format has it.
 *
 * @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html
 * @module
 */

/** Bytes of a header; file contents are filled up to a multiple of it. */
export const BLOCK = 512;

/** What a header says, as far as bundles need it. */
export interface TarHeader {
  /** The name; a folder's may end with `/`. */
  readonly name: string;
  /** The permission bits, with setuid, setgid and sticky. */
  readonly mode: number;
  /** Bytes of content that follow. */
  readonly size: number;
  /** What kind of entry it is: `"0"` a file, `"5"` a folder, and so on. */
  readonly type: string;
}

const encoder = new TextEncoder();

// 1980-01-01T00:00:00Z: the beginning of 1970 makes some programs doubt the archive.
const FIXED_TIME = 315532800;

/** Bytes that a name may have without a header of its own. */
const NAME_BYTES = 100;

/**
 * Writes a header that depends on nothing but its arguments: one time, owner 0, no owner's name.
 *
 * @throws {TypeError} if the name does not fit into the 100 bytes of its field, or the size into 33
 *   bits.
 */
export function encodeHeader({ name, mode, size, type }: TarHeader): Uint8Array<ArrayBuffer> {
  const block = new Uint8Array(BLOCK);
  const bytes = encoder.encode(name);
  if (bytes.length > NAME_BYTES) throw new TypeError(`the name ${name} does not fit`);
  if (size > 0o77777777777) throw new TypeError(`${name} is too large for a tar archive`);
  block.set(bytes, 0);
  octal(block, 100, 8, mode);
  octal(block, 108, 8, 0);
  octal(block, 116, 8, 0);
  octal(block, 124, 12, size);
  octal(block, 136, 12, FIXED_TIME);
  block.set(encoder.encode(type), 156);
  block.set(encoder.encode("ustar\u000000"), 257);
  octal(block, 329, 8, 0);
  octal(block, 337, 8, 0);
  block.set(encoder.encode(checksum(block).toString(8).padStart(6, "0") + "\0 "), 148);
  return block;
}

/** Whether a name fits into a header as it is; else a pax record comes before it. */
export function fitsHeader(name: string): boolean {
  return encoder.encode(name).length <= NAME_BYTES && /^[\x20-\x7e]*$/.test(name);
}

/** One record of a pax header: its own length, the key and the value. */
export function paxRecord(key: string, value: string): Uint8Array<ArrayBuffer> {
  const rest = encoder.encode(` ${key}=${value}\n`).length;
  let length = rest + 1;
  while (String(length).length + rest !== length) length = String(length).length + rest;
  return encoder.encode(`${length} ${key}=${value}\n`);
}

function octal(block: Uint8Array, at: number, width: number, value: number): void {
  block.set(encoder.encode(value.toString(8).padStart(width - 1, "0") + "\0"), at);
}

/** The sum of a header's bytes, with spaces where the sum itself stands. */
function checksum(block: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < BLOCK; at++) sum += at >= 148 && at < 156 ? 32 : block[at] ?? 0;
  return sum;
}

/**
 * Reads a header; what is wrong with it as a text, or undefined for a block of zeros.
 */
export function decodeHeader(
  block: Uint8Array,
): TarHeader | { readonly wrong: string } | undefined {
  if (block.every((byte) => byte === 0)) return undefined;
  const sum = number(block, 148, 8);
  if (sum === undefined || sum !== checksum(block)) {
    return { wrong: "its checksum does not fit, so it is damaged or no tar archive" };
  }
  const name = text(block, 0, 100);
  const mode = number(block, 100, 8);
  const size = number(block, 124, 12);
  if (name === undefined) return { wrong: "its name is no UTF-8" };
  if (mode === undefined) return { wrong: "its mode is no number" };
  if (size === undefined) return { wrong: "its size is no number" };
  const isPosix = new TextDecoder().decode(block.subarray(257, 263)) === "ustar\0";
  const prefix = isPosix ? text(block, 345, 155) : "";
  if (prefix === undefined) return { wrong: "its name is no UTF-8" };
  const type = String.fromCharCode(block[156] ?? 0);
  return {
    name: prefix === "" ? name : `${prefix}/${name}`,
    mode,
    size,
    // An old header has a zero byte for a file.
    type: type === "\0" ? "0" : type,
  };
}

function text(block: Uint8Array, at: number, width: number): string | undefined {
  const field = block.subarray(at, at + width);
  const end = field.indexOf(0);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
      .decode(end < 0 ? field : field.subarray(0, end));
  } catch {
    return undefined;
  }
}

/** An octal number, with spaces or zero bytes around it; negative and binary ones are none. */
function number(block: Uint8Array, at: number, width: number): number | undefined {
  const field = String.fromCharCode(...block.subarray(at, at + width));
  const match = /^ *([0-7]*)[ \0]*$/.exec(field);
  if (match === null) return undefined;
  return match[1] === "" ? 0 : parseInt(match[1] ?? "", 8);
}
