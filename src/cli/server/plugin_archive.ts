import { ArchiveError } from "../../bundle/archive/archive_error.ts";
import { packBundle } from "../../bundle/archive/pack_bundle.ts";
import { unpackBundle } from "../../bundle/archive/unpack_bundle.ts";
import { explainFullDisk } from "../../bundle/archive/write_whole_file.ts";
import { bundledDenoPath } from "../../bundle/compare_deno.ts";
import { compiledPlatform } from "../../bundle/compiled/compiled_path.ts";
import { BUNDLE_LAYOUT, type LaunchPlan, type Manifest, readManifest } from "../../bundle/mod.ts";
import { join } from "../../bundle/paths.ts";
import { temporaryFolder } from "../../bundle/temporary_folder.ts";
import { verifyFolder } from "../../bundle/verify_bundle.ts";

/** What a plugin's archive holds, as far as whoever deploys it should know. */
export interface PluginArchive {
  /** The `.tar.gz`: these bytes were checked, and these are uploaded. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly manifest: Manifest;
  /** What the sandbox lets through; undefined where that cannot be read. */
  readonly plan: LaunchPlan | undefined;
  /** The plugin as one JavaScript file, where it is there. */
  readonly code: string | undefined;
  /** The platforms that it has a native launcher for, such as `linux-amd64`. */
  readonly launchers: readonly string[];
  /** Those that it has Deno for, too. */
  readonly selfContained: readonly string[];
  /** What is not as bundling makes it, in the sentences of `verify`. */
  readonly problems: readonly string[];
  /** What could not be compared with anything, in the sentences of `verify`. */
  readonly warnings: readonly string[];
}

/**
 * Reads what is to be deployed, a bundle's folder, which is packed for it, or a `.tar.gz`, and checks
 * it as `verify` does. The archive is read once: what was checked is what is uploaded.
 *
 * @throws {TypeError} if there is no such thing, nothing that can be deployed, or an archive that is
 *   damaged or leads out of its folder.
 */
export async function openPluginArchive(path: string, signal: AbortSignal): Promise<PluginArchive> {
  signal.throwIfAborted();
  const info = await Deno.stat(path).catch((cause: unknown) => {
    throw new TypeError(`${path} cannot be read: name a bundle's folder or its .tar.gz`, { cause });
  });
  return await readPluginArchive(
    info.isDirectory ? await packed(path, signal) : await readWhole(path, signal),
    path,
    signal,
  );
}

/**
 * Checks a plugin's archive as `verify` does. `name` stands in the errors.
 *
 * @throws {TypeError} if it is damaged, leads out of its folder, or holds no plugin.
 */
export async function readPluginArchive(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  signal: AbortSignal,
): Promise<PluginArchive> {
  await using temporary = await temporaryFolder("deploy");
  try {
    const source = new Blob([bytes]).stream();
    const { folder, modes } = await unpackBundle(source, temporary.path, undefined, signal);
    const { manifest, plan, problems, warnings } = await verifyFolder(folder, modes, { signal });
    if (manifest === undefined) throw unusable(name, problems);
    const code = await Deno.readTextFile(join(folder, BUNDLE_LAYOUT.plugin)).catch(() => undefined);
    const launchers = Object.keys(manifest.server?.executables ?? {}).sort();
    const selfContained: string[] = [];
    for (const platform of launchers) {
      const deno = join(folder, bundledDenoPath({ go: platform, suffix: "" }));
      const isCompiled = compiledPlatform(manifest.server?.executables?.[platform]) !== undefined;
      if (isCompiled || (await Deno.stat(deno).catch(() => undefined))?.isFile) {
        selfContained.push(platform);
      }
    }
    return { bytes, manifest, plan, code, launchers, selfContained, problems, warnings };
  } catch (error) {
    if (error instanceof ArchiveError) throw unusable(name, [error.message], error);
    throw explainFullDisk(temporary.path, error);
  }
}

async function readWhole(path: string, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  return await Deno.readFile(path, { signal });
}

/** The archive that bundling makes of a folder. */
async function packed(path: string, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const { id } = await readManifest(path);
  if ((await Deno.stat(join(path, BUNDLE_LAYOUT.plan)).catch(() => undefined)) === undefined) {
    throw new TypeError(
      `${path} is no bundle: there is no ${BUNDLE_LAYOUT.plan} in it. Bundle the plugin first, and ` +
        "name the folder or the .tar.gz that bundling writes",
    );
  }
  await using temporary = await temporaryFolder("deploy");
  try {
    const file = join(temporary.path, "plugin.tar.gz");
    await using draft = await packBundle({ folder: path, id, file, signal });
    return await readWhole(draft.path, signal);
  } catch (error) {
    throw error instanceof ArchiveError ? unusable(path, [error.message], error) : error;
  }
}

function unusable(name: string, problems: readonly string[], cause?: unknown): TypeError {
  const [only = "", ...more] = problems;
  const text = more.length === 0 ? ` ${only}` : problems.map((one) => `\n  ${one}`).join("");
  return new TypeError(
    `${name}:${text}${more.length === 0 ? ". " : "\n"}Do not deploy it; bundle the plugin again`,
    { cause },
  );
}
