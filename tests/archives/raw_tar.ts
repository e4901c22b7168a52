/** Archives byte by byte, as nobody's tar would write them. @module */
import { BLOCK, encodeHeader } from "../../src/bundle/archive/tar_header.ts";

/** An entry; what is not said is that of an ordinary file. */
export interface RawEntry {
  readonly name: string;
  readonly bytes?: Uint8Array;
  readonly type?: string;
  readonly mode?: number;
  /** The size in the header, if it lies. */
  readonly size?: number;
  /** Where a link points. */
  readonly link?: string;
  /** Bytes that replace the header's, from a position on; the checksum is made to fit. */
  readonly patch?: readonly [at: number, bytes: Uint8Array | string];
}

const encoder = new TextEncoder();

/** The blocks of one entry. */
export function rawEntry(entry: RawEntry): Uint8Array<ArrayBuffer> {
  const { name, bytes = new Uint8Array(), type = "0", mode = 0o644, link = "", patch } = entry;
  const header = encodeHeader({
    name: name.slice(0, 90),
    mode,
    type,
    size: entry.size ?? bytes.length,
  });
  header.set(encoder.encode(link), 157);
  if (patch !== undefined) {
    header.set(typeof patch[1] === "string" ? encoder.encode(patch[1]) : patch[1], patch[0]);
  }
  return concat([
    fixChecksum(header),
    bytes,
    new Uint8Array((BLOCK - bytes.length % BLOCK) % BLOCK),
  ]);
}

/** Entries and the archive's end. */
export function rawTar(entries: readonly RawEntry[]): Uint8Array<ArrayBuffer> {
  return concat([...entries.map(rawEntry), new Uint8Array(2 * BLOCK)]);
}

/** A header, or record, of a pax archive with these records. */
export function pax(records: string): RawEntry {
  return { name: "pax", type: "x", bytes: encoder.encode(records) };
}

/** A pax record whose length fits. */
export function record(key: string, value: string): string {
  const rest = encoder.encode(` ${key}=${value}\n`).length;
  let length = rest;
  while (rest + String(length).length !== length) length++;
  return `${length} ${key}=${value}\n`;
}

/** Bytes one after the other. */
export function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Compressed with Deno's own gzip, which is not the one that bundling uses. */
export async function zipped(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function fixChecksum(header: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  header.fill(0x20, 148, 156);
  const sum = header.reduce((sum, byte) => sum + byte, 0);
  header.set(encoder.encode(`${sum.toString(8).padStart(6, "0")}\0 `), 148);
  return header;
}
