// The few path functions that bundling needs, from Node's library: the standard library's are on a
// registry that not every network reaches.
import { pathToFileURL } from "node:url";

export { fileURLToPath as fromFileUrl } from "node:url";
export { basename, dirname, join, relative, resolve } from "node:path";

/** A path as a `file:` URL. */
export function toFileUrl(path: string): URL {
  return new URL(pathToFileURL(path).href);
}
