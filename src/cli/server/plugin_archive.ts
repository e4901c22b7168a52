import {
  BUNDLE_LAYOUT,
  createLaunchPlan,
  type LaunchPlan,
  type Manifest,
  MANIFEST_FILE_NAMES,
  parseLaunchPlan,
  parseManifest,
  posixLauncher,
} from "../../bundle/mod.ts";
import { readTarEntries, type TarEntry } from "../../bundle/tar_entries.ts";

/** What a plugin's archive holds, as far as whoever deploys it should know. */
export interface PluginArchive {
  /** The `.tar.gz`. */
  readonly bytes: Uint8Array;
  readonly manifest: Manifest;
  /** What the sandbox lets through; undefined for a plugin that does not run under Deno. */
  readonly plan: LaunchPlan | undefined;
  /** What is not as bundling makes it: reasons not to trust the archive. */
  readonly suspicious: readonly string[];
  /** Programs in it that cannot be compared with anything here. */
  readonly programs: readonly string[];
}

/** More than any plugin unpacks to; an archive that grows beyond is there to fill memory. */
const MOST_UNPACKED_BYTES = 1024 * 1024 * 1024;

/**
 * Reads a plugin's archive and compares its launcher, byte for byte, with the one that bundling
 * writes for its `launch.json`. `name` stands in the errors.
 *
 * @throws {TypeError} if it is damaged, leads out of its folder, or holds no plugin.
 */
export async function readPluginArchive(bytes: Uint8Array, name: string): Promise<PluginArchive> {
  const fail = (reason: string, cause?: unknown): never => {
    throw new TypeError(`${name}: ${reason}`, { cause });
  };
  let entries: TarEntry[];
  try {
    entries = readTarEntries(await gunzip(bytes));
  } catch (cause) {
    return fail(`${(cause as Error).message}; bundle the plugin again`, cause);
  }
  for (const { path, kind } of entries) {
    if (path.startsWith("/") || path.split("/").includes("..")) {
      fail(
        `"${path}" leads out of the folder that it is unpacked into; do not deploy this archive`,
      );
    }
    if (kind === "link" || kind === "other") {
      fail(
        `"${path}" is a ${kind === "link" ? "link" : "device or the like"}, which servers leave ` +
          "out of plugins; do not deploy this archive",
      );
    }
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
    suspicious: plan === undefined
      ? manifest.server?.runtime === "deno" ? [`${BUNDLE_LAYOUT.plan} is missing`] : []
      : suspicions(files, manifest, plan),
    programs: programsOf(manifest),
  };
}

function suspicions(
  files: ReadonlyMap<string, TarEntry>,
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
function filesOf(entries: readonly TarEntry[]): ReadonlyMap<string, TarEntry> {
  const paths = entries.map((entry) => ({ entry, steps: stepsOf(entry.path) }))
    .filter(({ steps }) => steps.length > 0);
  const roots = new Set(paths.map(({ steps }) => steps[0]));
  const wrapped = roots.size === 1 &&
    paths.every(({ entry, steps }) => steps.length > 1 || entry.kind === "folder");
  return new Map(
    paths.filter(({ entry }) => entry.kind === "file")
      .map(({ entry, steps }) => [(wrapped ? steps.slice(1) : steps).join("/"), entry]),
  );
}

function stepsOf(path: string): string[] {
  return path.split("/").filter((step) => step !== "" && step !== ".");
}

function firstDifference(expected: Uint8Array, found: Uint8Array): number | undefined {
  const at = expected.findIndex((byte, index) => byte !== found[index]);
  if (at >= 0) return at;
  return expected.length === found.length ? undefined : expected.length;
}

async function gunzip(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) throw new TypeError("this is no .tar.gz archive");
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream()
    .pipeThrough(new DecompressionStream("gzip"));
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of stream) {
      length += chunk.length;
      if (length > MOST_UNPACKED_BYTES) break;
      chunks.push(chunk);
    }
  } catch (cause) {
    throw new TypeError("the archive is damaged or was cut off: it cannot be unpacked", { cause });
  }
  if (length > MOST_UNPACKED_BYTES) throw new TypeError("the archive unpacks to more than 1 GiB");
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
