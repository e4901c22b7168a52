import { dirname } from "../paths.ts";
import { ArchiveError } from "./archive_error.ts";
import type { ArchiveLimits } from "./limits.ts";
import { readTar } from "./read_tar.ts";

/** An unpacked archive. */
export interface UnpackedBundle {
  /** The folder with the manifest in it: inside of the one folder that archives have around them. */
  readonly folder: string;
  /** The mode of each file as the archive gives it, by its path from that folder. */
  readonly modes: ReadonlyMap<string, number>;
}

/**
 * Unpacks a `.tar.gz` into an empty folder. Files are made anew, so that nothing there is written
 * through; they are executable or not, and have no other rights than that.
 *
 * @param archive its path, or its bytes as they come
 * @throws {ArchiveError} at the first entry that is wrong; what was unpacked before it stays.
 */
export async function unpackBundle(
  archive: string | ReadableStream<Uint8Array<ArrayBuffer>>,
  into: string,
  limits?: ArchiveLimits,
  signal?: AbortSignal,
): Promise<UnpackedBundle> {
  const modes = new Map<string, number>();
  const tops = new Set<string>();
  let isWrapped = true;
  const source = typeof archive === "string" ? (await Deno.open(archive)).readable : archive;
  for await (const { path, isFolder, mode, bytes } of readTar(source, limits)) {
    signal?.throwIfAborted();
    tops.add(path.split("/")[0] ?? "");
    if (isFolder) {
      await Deno.mkdir(`${into}/${path}`, { recursive: true, mode: 0o755 });
      continue;
    }
    if (!path.includes("/")) isWrapped = false;
    await Deno.mkdir(dirname(`${into}/${path}`), { recursive: true, mode: 0o755 });
    await Deno.writeFile(`${into}/${path}`, bytes, {
      createNew: true,
      mode: mode & 0o100 ? 0o755 : 0o644,
    });
    modes.set(path, mode);
  }
  if (modes.size === 0) throw new ArchiveError(undefined, "it holds no file");
  const [top] = tops;
  if (!isWrapped || tops.size !== 1 || top === undefined) return { folder: into, modes };
  return {
    folder: `${into}/${top}`,
    modes: new Map([...modes].map(([path, mode]) => [path.slice(top.length + 1), mode])),
  };
}
