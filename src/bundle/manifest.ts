import { checkManifest } from "./manifest_check.ts";
import { ManifestError } from "./manifest_error.ts";
import { findManifest, parseManifestSource } from "./manifest_source.ts";
import type { Manifest } from "./manifest_types.ts";

/**
 * Reads and checks a plugin's manifest. `path` is the manifest itself or the folder that holds it
 * as `plugin.yml`, `plugin.yaml` or `plugin.json`; where there are several, the first of these
 * counts, as for Mattermost.
 *
 * @example
 * ```ts ignore
 * const manifest = await readManifest("examples/hello");
 * console.log(manifest.id, manifest.version);
 * ```
 *
 * @throws {ManifestError} if there is none, or if something in it is wrong.
 */
export async function readManifest(path: string): Promise<Manifest> {
  const file = await findManifest(path);
  return parseManifest(file, await Deno.readTextFile(file));
}

/**
 * Checks the text of a manifest. `file` decides by its ending between JSON and YAML and stands in
 * the errors.
 *
 * @throws {ManifestError} if something in it is wrong.
 */
export function parseManifest(file: string, text: string): Manifest {
  const source = parseManifestSource(file, text);
  const wrong = checkManifest(source.value).find(({ severity }) => severity === "error");
  if (wrong !== undefined) throw new ManifestError(source.place(wrong.path), wrong.reason);
  return source.value as Manifest;
}
