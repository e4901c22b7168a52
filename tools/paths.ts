/** File URLs to paths, for arguments of programs. @module */

import { fileURLToPath } from "node:url";

/** The path of a `file:` URL. */
export function fromFileUrl(url: URL | string): string {
  return fileURLToPath(url);
}
