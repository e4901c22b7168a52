import { BLOCK, encodeHeader, fitsHeader, paxRecord } from "./tar_header.ts";

/** What goes into an archive. */
export interface TarInput {
  /** The path, with `/` between its parts. */
  readonly path: string;
  /** Whether it is a folder. */
  readonly isFolder: boolean;
  /** The permission bits. */
  readonly mode: number;
  /** Reads a file's content. */
  read(): Promise<Uint8Array>;
}

/**
 * The bytes of a tar archive, entry by entry in the order given. They depend on names, modes and
 * contents only.
 */
export async function* writeTar(inputs: Iterable<TarInput>): AsyncGenerator<Uint8Array> {
  for (const { path, isFolder, mode, read } of inputs) {
    const name = isFolder ? `${path}/` : path;
    const bytes = isFolder ? new Uint8Array() : await read();
    const fits = fitsHeader(name);
    if (!fits) yield* longName(name);
    yield encodeHeader({
      name: fits ? name : "long-name",
      mode,
      size: bytes.length,
      type: isFolder ? "5" : "0",
    });
    yield bytes;
    yield filling(bytes.length);
  }
  // Two blocks of zeros are the end.
  yield new Uint8Array(2 * BLOCK);
}

/** A pax header with the name of the entry that follows. */
function* longName(name: string): Generator<Uint8Array> {
  const record = paxRecord("path", name);
  yield encodeHeader({ name: "pax-header", mode: 0o644, size: record.length, type: "x" });
  yield record;
  yield filling(record.length);
}

function filling(size: number): Uint8Array {
  return new Uint8Array((BLOCK - size % BLOCK) % BLOCK);
}
