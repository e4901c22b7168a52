/**
 * The files of the project, by folder.
 *
 * @module
 */

import { fromFileUrl } from "./paths.ts";
import { ROOT } from "./std_source.ts";

/** Folders that are never ours. */
const FOREIGN: ReadonlySet<string> = new Set(["node_modules", ".cache", ".git"]);

/**
 * The paths of the files below the folders, or the files themselves, relative to `root` and sorted.
 * A folder that does not exist has none.
 */
export async function filesBelow(
  places: readonly string[],
  accept: (path: string) => boolean,
  root: string = fromFileUrl(ROOT),
): Promise<string[]> {
  const found = new Set<string>();
  const visit = async (path: string): Promise<void> => {
    const info = await Deno.lstat(`${root}/${path}`).catch(() => undefined);
    if (info?.isFile && accept(path)) found.add(path);
    if (!info?.isDirectory) return;
    for await (const entry of Deno.readDir(`${root}/${path}`)) {
      if (!FOREIGN.has(entry.name)) await visit(`${path}/${entry.name}`);
    }
  };
  for (const place of places) await visit(place.replace(/^\.\//, "").replace(/\/+$/, ""));
  return [...found].sort();
}
