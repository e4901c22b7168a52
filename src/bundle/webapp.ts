/**
 * Finds the half of a plugin that runs in Mattermost's web app.
 *
 * @module
 */
import { bundleWebapp } from "./bundle_webapp.ts";
import { BUNDLE_LAYOUT } from "./bundle_layout.ts";
import type { Manifest } from "./manifest_types.ts";
import { join } from "./paths.ts";

/** The folder of the web app, beside the manifest. */
const FOLDER = "webapp";

/** What is built, relative to that folder; the first that is there. */
const ENTRIES = ["src/index.tsx", "src/index.ts", "src/index.jsx", "src/index.js"];

/** A plugin's web app, as its bundle has it. */
export interface Webapp {
  /** The manifest's part. */
  readonly webapp: NonNullable<Manifest["webapp"]>;
  /** The script, where it was built here; undefined for one that is copied as it is. */
  readonly script: string | undefined;
  /**
   * The absolute paths of the files that it is made from, apart from packages, and of the one that
   * would take their place.
   */
  readonly inputs: readonly string[];
}

/**
 * The web app of the plugin in a folder: the script that its manifest names, or else
 * `webapp/dist/main.js`, or else what is built from `webapp/src/index.tsx` (or `.ts`, `.jsx`, `.js`).
 * Undefined for a plugin without one.
 *
 * @throws {BundleError} if it cannot be built
 * @throws {TypeError} if there is a folder `webapp` with none of these in it
 */
export async function prepareWebapp(
  { webapp }: Manifest,
  folder: string,
): Promise<Webapp | undefined> {
  const path = BUNDLE_LAYOUT.webapp;
  const named = webapp?.bundle_path || undefined;
  if (named !== undefined && named !== path) {
    return { webapp: { ...webapp }, script: undefined, inputs: [join(folder, named)] };
  }
  const part = { ...webapp, bundle_path: path };
  const built = join(folder, path);
  if (await isFile(built)) return { webapp: part, script: undefined, inputs: [built] };
  const root = join(folder, FOLDER);
  for (const entry of ENTRIES) {
    const file = join(root, entry);
    if (!await isFile(file)) continue;
    const { script, inputs } = await bundleWebapp(root, file);
    return { webapp: part, script, inputs: [built, ...inputs] };
  }
  const present = await Deno.lstat(root).catch(() => undefined);
  if (named === undefined && !present?.isDirectory) return undefined;
  throw new TypeError(
    `${root}: there is neither ${path.slice(FOLDER.length + 1)} nor ${ENTRIES.join(", ")}; write ` +
      "one of them, or name the script in the manifest: webapp.bundle_path",
  );
}

async function isFile(path: string): Promise<boolean> {
  return (await Deno.stat(path).catch(() => undefined))?.isFile === true;
}
