/** A bundle's folder with all that verifying looks at, made without bundling a plugin. @module */
import { writeChecksums } from "../../src/bundle/checksums.ts";
import { BUNDLE_LAYOUT, bundleLoader, type Manifest } from "../../src/bundle/mod.ts";
import { NETRPC_LOADER } from "../../src/bundle/loader_bundle.ts";
import { writeSmallBundle } from "../support/small_bundle.ts";

/** Writes it into a folder that is not there yet. */
export async function writeWholeBundle(
  folder: string,
  changes: Partial<Manifest> = {},
): Promise<void> {
  await writeSmallBundle(folder, changes);
  await Deno.writeTextFile(`${folder}/${BUNDLE_LAYOUT.loader}`, await bundleLoader());
  await Deno.writeTextFile(
    `${folder}/${BUNDLE_LAYOUT.netrpcLoader}`,
    await bundleLoader(NETRPC_LOADER),
  );
  await writeChecksums(folder);
}
