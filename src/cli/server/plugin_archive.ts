import {
  BUNDLE_LAYOUT,
  createLaunchPlan,
  type LaunchPlan,
  type Manifest,
  MANIFEST_FILE_NAMES,
  parseLaunchPlan,
  parseManifest,
  posixLauncher,
  readManifest,
} from "../../bundle/mod.ts";
import { join } from "../../bundle/paths.ts";
import { packBundle } from "../../bundle/archive/pack_bundle.ts";
import { type ArchiveEntry, readTar } from "../../bundle/archive/read_tar.ts";
import { unpackBundle } from "../../bundle/archive/unpack_bundle.ts";
import { compareChecksums } from "../../bundle/checksums.ts";

/** What a plugin's archive holds, as far as whoever deploys it should know. */
export interface PluginArchive {
  /** The `.tar.gz`. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly manifest: Manifest;
  /** What the sandbox lets through; undefined for a plugin that does not run under Deno. */
  readonly plan: LaunchPlan | undefined;
  /** The plugin as one JavaScript file, where it is there. */
  readonly code: string | undefined;
  /** What is not as bundling makes it: reasons not to trust the archive. */
  readonly suspicious: readonly string[];
  /** Programs in it that cannot be compared with anything here. */
  readonly programs: readonly string[];
}

/**
 * Reads what is to be deployed: a bundle's folder, which is packed for it, or a `.tar.gz`.
 *
 * @throws {TypeError} if there is no such thing, or nothing that can be deployed.
 */
export async function openPluginArchive(path: string, signal: AbortSignal): Promise<PluginArchive> {
  const info = await Deno.stat(path).catch((cause: unknown) => {
    throw new TypeError(`${path} cannot be read: name a bundle's folder or its .tar.gz`, { cause });
  });
  if (!info.isDirectory) {
    const archive = await readPluginArchive(await Deno.readFile(path), path);
    return archive.plan === undefined ? archive : await withChecksums(archive, path);
  }
  const manifest = await readManifest(path);
  if ((await Deno.stat(join(path, BUNDLE_LAYOUT.plan)).catch(() => undefined)) === undefined) {
    throw new TypeError(
      `${path} is no bundle: there is no ${BUNDLE_LAYOUT.plan} in it. Bundle the plugin first, and ` +
        "name the folder or the .tar.gz that bundling writes",
    );
  }
  const folder = await Deno.makeTempDir({ prefix: "deploy-" });
  try {
    await using draft = await packBundle({
      folder: path,
      id: manifest.id,
      file: join(folder, "plugin.tar.gz"),
      signal,
    });
    const archive = await readPluginArchive(await Deno.readFile(draft.path), path);
    return await withChecksums(archive, draft.path);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Adds what the checksums in an archive tell of its files. */
async function withChecksums(archive: PluginArchive, file: string): Promise<PluginArchive> {
  const into = await Deno.makeTempDir({ prefix: "deploy-" });
  try {
    const { folder } = await unpackBundle(file, into);
    return { ...archive, suspicious: [...archive.suspicious, ...await compareChecksums(folder)] };
  } finally {
    await Deno.remove(into, { recursive: true });
  }
}

/**
 * Reads a plugin's archive and compares its launcher, byte for byte, with the one that bundling
 * writes for its `launch.json`. `name` stands in the errors.
 *
 * @throws {TypeError} if it is damaged, leads out of its folder, or holds no plugin.
 */
export async function readPluginArchive(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
): Promise<PluginArchive> {
  const fail = (reason: string, cause?: unknown): never => {
    throw new TypeError(`${name}: ${reason}`, { cause });
  };
  const entries: ArchiveEntry[] = [];
  try {
    for await (const entry of readTar(new Blob([bytes]).stream())) entries.push(entry);
  } catch (cause) {
    return fail(`${(cause as Error).message}. Do not deploy it; bundle the plugin again`, cause);
  }
  const files = filesOf(entries);
  const manifestName = MANIFEST_FILE_NAMES.find((name) => files.has(name));
  if (manifestName === undefined) {
    return fail(`there is no ${MANIFEST_FILE_NAMES.join(", ")} in it, so it is no plugin`);
  }
  const text = (path: string) => new TextDecoder().decode(files.get(path)?.bytes);
  const manifest = parseManifest(`${name}/${manifestName}`, text(manifestName));
  const plan = files.has(BUNDLE_LAYOUT.plan)
    ? parseLaunchPlan(text(BUNDLE_LAYOUT.plan), `${name}/${BUNDLE_LAYOUT.plan}`)
    : undefined;
  return {
    bytes,
    manifest,
    plan,
    code: files.has(BUNDLE_LAYOUT.plugin) ? text(BUNDLE_LAYOUT.plugin) : undefined,
    suspicious: plan === undefined
      ? manifest.server?.runtime === "deno" ? [`${BUNDLE_LAYOUT.plan} is missing`] : []
      : suspicions(files, manifest, plan),
    programs: programsOf(manifest),
  };
}

function suspicions(
  files: ReadonlyMap<string, ArchiveEntry>,
  manifest: Manifest,
  plan: LaunchPlan,
): string[] {
  const found: string[] = [];
  const launcher = files.get(BUNDLE_LAYOUT.launcher);
  if (launcher !== undefined) {
    const expected = new TextEncoder().encode(posixLauncher(plan));
    const at = firstDifference(expected, launcher.bytes);
    if (at !== undefined) {
      found.push(
        `${BUNDLE_LAYOUT.launcher} differs at byte ${at} from the launcher that belongs to its ` +
          `${BUNDLE_LAYOUT.plan}: it was changed, or made by another version of this package`,
      );
    }
    if ((launcher.mode & 0o111) === 0) {
      found.push(`${BUNDLE_LAYOUT.launcher} is not marked as a program, so no server can start it`);
    }
  } else if (manifest.server?.executable === BUNDLE_LAYOUT.launcher) {
    found.push(`${BUNDLE_LAYOUT.launcher} is missing, so no server can start it`);
  }
  const declared = createLaunchPlan(manifest);
  for (const name of ["id", "version"] as const) {
    if (plan[name] !== declared[name]) {
      found.push(
        `${BUNDLE_LAYOUT.plan} is for ${name} ${plan[name]}, its manifest for ${declared[name]}`,
      );
    }
  }
  if (JSON.stringify(plan.permissions) !== JSON.stringify(declared.permissions)) {
    found.push(`${BUNDLE_LAYOUT.plan} grants other permissions than its manifest declares`);
  }
  return found;
}

/** What the server executes beside, or instead of, the launcher that can be compared. */
function programsOf({ server }: Manifest): string[] {
  const paths = [server?.executable ?? "", ...Object.values(server?.executables ?? {})];
  return [...new Set(paths)].filter((path) => path !== "" && path !== BUNDLE_LAYOUT.launcher);
}

/** The files by their paths in the plugin's folder; a folder around everything counts for nothing. */
function filesOf(entries: readonly ArchiveEntry[]): ReadonlyMap<string, ArchiveEntry> {
  const tops = new Set(entries.map(({ path }) => path.split("/")[0]));
  const wrapped = tops.size === 1 &&
    entries.every(({ path, isFolder }) => isFolder || path.includes("/"));
  return new Map(
    entries.filter(({ isFolder }) => !isFolder)
      .map((
        entry,
      ) => [wrapped ? entry.path.slice(entry.path.indexOf("/") + 1) : entry.path, entry]),
  );
}

function firstDifference(expected: Uint8Array, found: Uint8Array): number | undefined {
  const at = expected.findIndex((byte, index) => byte !== found[index]);
  if (at >= 0) return at;
  return expected.length === found.length ? undefined : expected.length;
}
