import { denoBundle } from "../src/bundle/deno_bundle.ts";
import { toFileUrl } from "../src/bundle/paths.ts";

/**
 * Bundles a program into one file with the bundler that plugins go through, so that what is
 * compared starts alike.
 *
 * @param entry the program's path
 * @param output the path of the file to write
 */
export async function bundleScript(entry: string, output: string): Promise<void> {
  const { code } = await denoBundle(toFileUrl(entry));
  await Deno.writeTextFile(output, code);
}
