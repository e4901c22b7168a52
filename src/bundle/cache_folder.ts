import { PACKAGE_ROOT } from "./own_package.ts";
import { fromFileUrl } from "./paths.ts";

/**
 * Where this package keeps what can be made again: in a checkout its `.cache`, else in the user's
 * folder for such things.
 *
 * @throws {TypeError} if there is none, because neither `XDG_CACHE_HOME` nor `HOME` is set.
 */
export function cacheFolder(): string {
  if (PACKAGE_ROOT.protocol === "file:") return fromFileUrl(new URL(".cache", PACKAGE_ROOT));
  const home = Deno.env.get("HOME");
  const base = Deno.env.get("XDG_CACHE_HOME") || (home && `${home}/.cache`);
  if (!base) throw new TypeError("nowhere to keep bundled files: set HOME or XDG_CACHE_HOME");
  return `${base}/mattermost-deno-plugin`;
}
