/** A bundle's folder without a plugin that does anything, for tests of what handles bundles. @module */
import {
  BUNDLE_LAYOUT,
  createLaunchPlan,
  formatLaunchPlan,
  type Manifest,
  posixLauncher,
} from "../../src/bundle/mod.ts";
import { writeChecksums } from "../../src/bundle/checksums.ts";

/** The manifest of {@linkcode writeSmallBundle}. */
export const SMALL_MANIFEST = {
  id: "com.example.small",
  name: "Small",
  version: "1.0.0",
  server: { executable: BUNDLE_LAYOUT.launcher, runtime: "deno" },
} as const satisfies Manifest;

/** Writes the bundle into a folder that is not there yet. */
export async function writeSmallBundle(
  folder: string,
  changes: Partial<Manifest> = {},
): Promise<void> {
  const manifest: Manifest = { ...SMALL_MANIFEST, ...changes };
  const plan = createLaunchPlan(manifest);
  await Deno.mkdir(`${folder}/${BUNDLE_LAYOUT.server}`, { recursive: true });
  await Deno.writeTextFile(`${folder}/${BUNDLE_LAYOUT.manifest}`, JSON.stringify(manifest));
  await Deno.writeTextFile(`${folder}/${BUNDLE_LAYOUT.plan}`, formatLaunchPlan(plan));
  await Deno.writeTextFile(`${folder}/${BUNDLE_LAYOUT.launcher}`, posixLauncher(plan));
  await Deno.chmod(`${folder}/${BUNDLE_LAYOUT.launcher}`, 0o755);
  await Deno.writeTextFile(`${folder}/${BUNDLE_LAYOUT.plugin}`, "export default {};\n");
  await writeChecksums(folder);
}
