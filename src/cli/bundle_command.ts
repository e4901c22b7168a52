import { bundlePlugin } from "../bundle/mod.ts";
import { readManifest } from "../bundle/manifest.ts";
import { dirname, resolve } from "../bundle/paths.ts";
import { UsageError } from "./usage_error.ts";

/** The options of `bundle`. */
export interface BundleOptions {
  /** The folder to write. */
  readonly out?: string | undefined;
  /** The manifest, or the folder that holds it. */
  readonly manifest?: string | undefined;
}

/** Bundles the one plugin that is named, and says what was written. */
export async function runBundle(words: readonly string[], options: BundleOptions): Promise<void> {
  const [entry, ...more] = words;
  if (entry === undefined) throw new UsageError("bundle needs the plugin's file");
  if (more.length > 0) {
    throw new UsageError(`bundle takes one plugin's file, and got ${words.length}`);
  }
  const manifest = options.manifest ?? dirname(resolve(entry));
  const outDir = options.out ?? `dist/${(await readManifest(manifest)).id}`;
  const bundle = await bundlePlugin({ entry, manifest, outDir });
  console.log(`${bundle.manifest.id} ${bundle.manifest.version}: ${bundle.folder}`);
  for (const warning of bundle.warnings) console.warn(`warning: ${warning}`);
  const { permissions } = bundle.plan;
  for (const [name, values] of Object.entries(permissions)) {
    if (Array.isArray(values) && values.length > 0) {
      console.log(`  may ${name}: ${values.join(", ")}`);
    }
  }
  if (permissions.database) console.log("  may use the server's database");
}
