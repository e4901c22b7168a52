/** File URLs and paths, for arguments of programs. @module */

import { fileURLToPath, pathToFileURL } from "node:url";

/** The path of a `file:` URL. */
export function fromFileUrl(url: URL | string): string {
  return fileURLToPath(url);
}

/** The `file:` URL of a path; a slash at its end stays. */
export function toFileUrl(path: string): URL {
  return pathToFileURL(path);
}
