import { ArchiveError } from "./archive_error.ts";
import { type ByteReader, byteReader } from "./byte_reader.ts";
import { checkEntryName, createNameRegister } from "./entry_name.ts";
import { gunzip } from "./gunzip.ts";
import { ARCHIVE_LIMITS, type ArchiveLimits } from "./limits.ts";
import { parsePax } from "./parse_pax.ts";
import { BLOCK, decodeHeader, type TarHeader } from "./tar_header.ts";

/** A file or a folder in an archive. */
export interface ArchiveEntry {
  /** Its path, relative, with `/` between its parts; checked, so that it stays inside. */
  readonly path: string;
  /** Whether it is a folder. */
  readonly isFolder: boolean;
  /** The permission bits that the archive gives it. */
  readonly mode: number;
  /** Its content; empty for a folder. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const KINDS: Readonly<Record<string, string>> = {
  "1": "a hard link",
  "2": "a symbolic link",
  "3": "a character device",
  "4": "a block device",
  "6": "a named pipe",
  "S": "a sparse file",
};

const MAX_EXTENSION_BYTES = 64 * 1024;

/**
 * Reads a `.tar.gz`, entry by entry, and trusts nothing in it: only files and folders, whose names
 * stay inside the folder to unpack into and are there once, and no more than the limits say.
 *
 * @throws {ArchiveError} while it is read, at the first thing that is wrong.
 */
export async function* readTar(
  source: ReadableStream<Uint8Array<ArrayBuffer>>,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): AsyncGenerator<ArchiveEntry> {
  const reader = byteReader(gunzip(source, limits));
  try {
    const register = createNameRegister();
    let count = 0;
    for (;;) {
      const header = await readHeader(reader);
      if (header === undefined) break;
      count++;
      if (count > limits.entries) {
        throw new ArchiveError(undefined, `it holds more than ${limits.entries} files and folders`);
      }
      const { name } = header;
      const isFolder = header.type === "5";
      if (!isFolder && header.type !== "0" && header.type !== "7") throw notAFile(header);
      const path = checkEntryName(name);
      if ((header.mode & 0o6000) !== 0) {
        throw new ArchiveError(name, "it would run with another user's rights (setuid or setgid)");
      }
      if (isFolder && header.size !== 0) throw new ArchiveError(name, "a folder with content");
      if (!isFolder && (path === "" || name.endsWith("/"))) {
        throw new ArchiveError(name, "a file with the name of a folder");
      }
      const bytes = await readContent(reader, header);
      if (path === "") continue;
      register(name, path, isFolder);
      yield { path, isFolder, mode: header.mode & 0o777, bytes };
    }
    await expectZeros(reader);
    if (count === 0) throw new ArchiveError(undefined, "it holds nothing");
  } finally {
    await reader.close();
  }
}

function notAFile({ name, type }: TarHeader): ArchiveError {
  const kind = KINDS[type] ?? `an entry of the unknown type ${JSON.stringify(type)}`;
  return new ArchiveError(name, `${kind}; a bundle holds files and folders only`);
}

/** The next entry's header, with what extensions before it say; undefined at the end. */
async function readHeader(reader: ByteReader): Promise<TarHeader | undefined> {
  let changes: Partial<TarHeader> = {};
  for (let extensions = 0;; extensions++) {
    const block = await reader.read(BLOCK);
    if (block.length < BLOCK) throw cutShort();
    const header = decodeHeader(block);
    if (header === undefined) {
      if (extensions > 0) throw new ArchiveError(undefined, "it ends after half an entry");
      return undefined;
    }
    if ("wrong" in header) {
      throw new ArchiveError(undefined, `the header of an entry cannot be read: ${header.wrong}`);
    }
    const { type, name } = header;
    if (type !== "x" && type !== "g" && type !== "L") return { ...header, ...changes };
    if (extensions > 4) throw new ArchiveError(name, "too many headers for one entry");
    if (header.size > MAX_EXTENSION_BYTES) throw new ArchiveError(name, "its header is too long");
    const bytes = await readContent(reader, header);
    // What git writes for all entries is a comment; whatever else there is must not count.
    if (type === "x") changes = { ...changes, ...parsePax(name, bytes) };
    if (type === "L") changes = { ...changes, name: longName(name, bytes) };
  }
}

function longName(entry: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/\0$/, "");
  } catch (cause) {
    throw new ArchiveError(entry, "its long name is no UTF-8", { cause });
  }
}

async function readContent(
  reader: ByteReader,
  { size }: TarHeader,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await reader.read(size);
  const fill = (BLOCK - size % BLOCK) % BLOCK;
  if (bytes.length < size || (await reader.read(fill)).length < fill) throw cutShort();
  return bytes;
}

/** After the last entry there are zeros and nothing else, or two programs would see two archives. */
async function expectZeros(reader: ByteReader): Promise<void> {
  let blocks = 1;
  for (;; blocks++) {
    const block = await reader.read(BLOCK);
    if (block.some((byte) => byte !== 0)) {
      throw new ArchiveError(undefined, "something comes after the archive's end");
    }
    if (block.length < BLOCK) break;
  }
  if (blocks < 2) throw cutShort();
}

function cutShort(): ArchiveError {
  return new ArchiveError(undefined, "it is cut short; copy or download it again");
}
