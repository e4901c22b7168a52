/** Plugins of the tests on the server. @module */
import { bundlePlugin } from "../../../src/bundle/mod.ts";
import { capture } from "../../../tools/capture.ts";
import { fromFileUrl, toFileUrl } from "../../../tools/paths.ts";
import { uploadPlugin } from "../client/plugins.ts";
import type { Stage } from "../stage.ts";

/** Bundles a plugin with all that lies beside its manifest, and uploads it; it is removed again. */
export async function withPlugin(
  { admin }: Stage,
  entry: URL,
  act: (id: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "e2e-rooms-" });
  try {
    const { manifest: { id } } = await bundlePlugin({
      entry: fromFileUrl(entry),
      outDir: `${folder}/bundle`,
    });
    const tar = await capture("tar", ["-czf", "bundle.tar.gz", "bundle"], toFileUrl(`${folder}/`));
    if (!tar.success) throw new Error(tar.output);
    await uploadPlugin(admin, await Deno.readFile(`${folder}/bundle.tar.gz`));
    try {
      await act(id);
    } finally {
      await admin.call("DELETE", `/plugins/${id}`);
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
