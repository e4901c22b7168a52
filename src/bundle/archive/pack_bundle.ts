import { BUNDLE_LAYOUT } from "../bundle_layout.ts";
import { modeOf } from "./executable_files.ts";
import { gzip } from "./gzip.ts";
import { listFiles } from "./list_files.ts";
import { type TarInput, writeTar } from "./write_tar.ts";
import { draftFile, type FileDraft } from "./write_whole_file.ts";

/** What to pack. */
export interface PackOptions {
  /** The bundle's folder. */
  readonly folder: string;
  /** The plugin's id: the name of the one folder in the archive. */
  readonly id: string;
  /** The archive to write. */
  readonly file: string;
  /** Gives up when it is aborted. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Packs a bundle's folder into a `.tar.gz` as Mattermost takes it, with one folder around all of it.
 * The same files give the same bytes: sorted, with fixed times, owners and modes.
 *
 * The archive has its name only after `keep()`, so that it can be tried before.
 *
 * @throws {ArchiveError} if there is a link in the folder.
 * @throws {TypeError} if the disk is full.
 */
export async function packBundle(options: PackOptions): Promise<FileDraft> {
  const { folder, id, file, signal } = options;
  const files = await listFiles(folder, isMadeByStart);
  const inputs: TarInput[] = [{ path: id, isFolder: true, mode: 0o755, read: nothing }];
  for (const { path, isFolder } of files) {
    const read = isFolder ? nothing : () => Deno.readFile(`${folder}/${path}`);
    const mode = isFolder ? 0o755 : modeOf(path, await beginning(`${folder}/${path}`));
    inputs.push({ path: `${id}/${path}`, isFolder, mode, read });
  }
  return await draftFile(file, gzip(writeTar(inputs)), signal);
}

/** What the first start makes belongs to that machine. */
export function isMadeByStart(path: string): boolean {
  return path === BUNDLE_LAYOUT.cache;
}

function nothing(): Promise<Uint8Array> {
  return Promise.resolve(new Uint8Array());
}

async function beginning(path: string): Promise<Uint8Array> {
  using file = await Deno.open(path);
  const bytes = new Uint8Array(4);
  const count = await file.read(bytes);
  return bytes.subarray(0, count ?? 0);
}
