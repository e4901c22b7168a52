import { ArchiveError } from "./archive_error.ts";

/** One file or folder below a folder. */
export interface ListedFile {
  /** Its path from that folder, with `/` between its parts. */
  readonly path: string;
  /** Whether it is a folder. */
  readonly isFolder: boolean;
}

/**
 * All files and folders below a folder, sorted by the bytes of their paths, each folder before what
 * is in it.
 *
 * @throws {ArchiveError} for a symbolic link, a device and the like.
 */
export async function listFiles(
  folder: string,
  leaveOut: (path: string) => boolean = () => false,
): Promise<readonly ListedFile[]> {
  const found: ListedFile[] = [];
  const visit = async (prefix: string) => {
    for await (const { name, isFile, isDirectory } of Deno.readDir(`${folder}/${prefix}`)) {
      const path = `${prefix}${name}`;
      if (leaveOut(path)) continue;
      if (!isFile && !isDirectory) {
        throw new ArchiveError(
          path,
          "neither a file nor a folder; a bundle may hold no links, so put the file itself there",
        );
      }
      found.push({ path, isFolder: isDirectory });
      if (isDirectory) await visit(`${path}/`);
    }
  };
  await visit("");
  // Not by the language of this machine, and as every other program sorts bytes.
  return found.sort((a, b) => compareBytes(a.path, b.path));
}

const encoder = new TextEncoder();

function compareBytes(first: string, second: string): number {
  const [a, b] = [encoder.encode(first), encoder.encode(second)];
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
