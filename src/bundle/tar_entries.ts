/** What an entry of an archive is. */
export type TarEntryKind = "file" | "folder" | "link" | "other";

/** One entry of a tar archive. */
export interface TarEntry {
  /** Its path as the archive has it, without a slash at the end. */
  readonly path: string;
  readonly kind: TarEntryKind;
  /** Its permission bits. */
  readonly mode: number;
  /** What is in it; empty for all but files. */
  readonly bytes: Uint8Array;
}

const BLOCK = 512;

/**
 * Reads the entries of a tar archive, in the formats that are common: ustar, with the long names of
 * pax and of GNU.
 *
 * @throws {TypeError} if it is damaged: where, and how.
 */
export function readTarEntries(archive: Uint8Array): TarEntry[] {
  const entries: TarEntry[] = [];
  let longName: string | undefined;
  let pax: ReadonlyMap<string, string> = new Map();
  for (let at = 0;;) {
    if (at + BLOCK > archive.length) {
      // Two blocks of zeros end an archive; without them it may have been cut between two files.
      throw damaged(at, "it ends without an end mark, so it was cut off");
    }
    const header = archive.subarray(at, at + BLOCK);
    if (header.every((byte) => byte === 0)) return entries;
    checkSum(header, at);
    const size = Number(pax.get("size") ?? readOctal(header, 124, 12, at));
    const start = at + BLOCK;
    const end = start + size;
    if (!Number.isSafeInteger(size) || size < 0 || end > archive.length) {
      throw damaged(at, `an entry has ${size} bytes, which are not there`);
    }
    const bytes = archive.subarray(start, end);
    const type = String.fromCharCode(header[156] ?? 0);
    at = start + Math.ceil(size / BLOCK) * BLOCK;
    if (type === "L") {
      longName = readText(bytes, 0, bytes.length);
      continue;
    }
    if (type === "x") {
      pax = readPax(bytes, start);
      continue;
    }
    if (type === "g") continue;
    const path = pax.get("path") ?? longName ?? headerPath(header);
    const folder = type === "5" || path.endsWith("/");
    const file = (type === "0" || type === "\0" || type === "7") && !folder;
    const link = type === "1" || type === "2";
    entries.push({
      path: path.replace(/\/+$/, ""),
      kind: link ? "link" : folder ? "folder" : file ? "file" : "other",
      mode: readOctal(header, 100, 8, at) & 0o7777,
      bytes: file ? bytes : new Uint8Array(),
    });
    longName = undefined;
    pax = new Map();
  }
}

function damaged(at: number, how: string): TypeError {
  return new TypeError(`the archive is damaged at byte ${at} of its contents: ${how}`);
}

function readText(bytes: Uint8Array, start: number, length: number): string {
  const field = bytes.subarray(start, start + length);
  const end = field.indexOf(0);
  return new TextDecoder().decode(end < 0 ? field : field.subarray(0, end));
}

function readOctal(header: Uint8Array, start: number, length: number, at: number): number {
  const text = readText(header, start, length).trim();
  if (!/^[0-7]*$/.test(text)) throw damaged(at, `expected an octal number, found "${text}"`);
  return text === "" ? 0 : Number.parseInt(text, 8);
}

function checkSum(header: Uint8Array, at: number): void {
  let sum = 0;
  // The sum is taken with spaces where itself stands.
  header.forEach((byte, index) => sum += index >= 148 && index < 156 ? 32 : byte);
  if (sum !== readOctal(header, 148, 8, at)) throw damaged(at, "a header's checksum is wrong");
}

function headerPath(header: Uint8Array): string {
  const name = readText(header, 0, 100);
  const prefix = readText(header, 257, 6) === "ustar" ? readText(header, 345, 155) : "";
  return prefix === "" ? name : `${prefix}/${name}`;
}

function readPax(bytes: Uint8Array, at: number): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const decoder = new TextDecoder();
  for (let start = 0; start < bytes.length;) {
    const space = bytes.indexOf(32, start);
    const length = Number(decoder.decode(bytes.subarray(start, Math.max(space, start))));
    if (!Number.isInteger(length) || length < 4 || start + length > bytes.length) {
      throw damaged(at + start, "a long name cannot be read");
    }
    const record = decoder.decode(bytes.subarray(space + 1, start + length - 1));
    const equals = record.indexOf("=");
    values.set(record.slice(0, equals), record.slice(equals + 1));
    start += length;
  }
  return values;
}
