import { ArchiveError } from "./archive/archive_error.ts";
import { isProgram } from "./archive/executable_files.ts";
import { listFiles } from "./archive/list_files.ts";
import { isMadeByStart } from "./archive/pack_bundle.ts";
import { unpackBundle } from "./archive/unpack_bundle.ts";
import { BUNDLE_LAYOUT } from "./bundle_layout.ts";
import { compareChecksums } from "./checksums.ts";
import { bundledDenoPlatform, compareDeno } from "./compare_deno.ts";
import { compareCompiled } from "./compiled/compare_compiled.ts";
import { compiledPath, compiledPlatform } from "./compiled/compiled_path.ts";
import { compareNativeLauncher } from "./compare_native_launcher.ts";
import { compareVersions } from "./compare_versions.ts";
import { BundleError } from "./deno_bundle.ts";
import {
  createLaunchPlan,
  formatLaunchPlan,
  type LaunchPlan,
  MINIMUM_DENO,
  parseLaunchPlan,
} from "./launch_plan.ts";
import { firstDifference } from "./first_difference.ts";
import { launcherPath } from "./launcher_path.ts";
import { posixLauncher } from "./launcher_posix.ts";
import { bundleLoader, LOADER, NETRPC_LOADER } from "./loader_bundle.ts";
import { readManifest } from "./manifest.ts";
import { MANIFEST_FILE_NAMES } from "./manifest_source.ts";
import type { Manifest } from "./manifest_types.ts";
import { BUNDLE_PLATFORMS, type BundlePlatform, LAUNCHER_PLATFORMS } from "./platforms.ts";
import { type UndonePermission, undonePermissions } from "./undo_sandbox.ts";
import { temporaryFolder } from "./temporary_folder.ts";

/** What {@linkcode verifyBundle} found. */
export interface BundleReport {
  /** The manifest, if it can be used. */
  readonly manifest: Manifest | undefined;
  /** What the sandbox lets through, if that can be read. */
  readonly plan: LaunchPlan | undefined;
  /** Files in the bundle. */
  readonly files: number;
  /** Bytes of all of them. */
  readonly bytes: number;
  /** What is wrong, a sentence each; none for a bundle that is as bundling wrote it. */
  readonly problems: readonly string[];
  /** What could not be compared with anything, a sentence each. */
  readonly warnings: readonly string[];
  /** The permissions that undo the sandbox. */
  readonly undone: readonly UndonePermission[];
}

/** What {@linkcode verifyBundle} shall do besides. */
export interface VerifyOptions {
  /** Ends it. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Whether Deno's own program in a self-contained bundle is compared with the one in npm's
   * registry, which is fetched for that, some 40 MB. Default: a warning says that it is not.
   */
  readonly compareDeno?: boolean | undefined;
}

/**
 * Checks a bundle, a folder or a `.tar.gz`, without running anything in it: that the archive holds
 * nothing that leads out of it, the manifest, the launcher byte for byte against what is generated
 * from `launch.json`, that both ask for the same permissions, and the checksums of all files.
 *
 * Checksums find damage. That a bundle is somebody's, only a signature shows.
 *
 * @throws {Deno.errors.NotFound} if there is no such file or folder.
 */
export async function verifyBundle(
  path: string,
  options: VerifyOptions = {},
): Promise<BundleReport> {
  if ((await Deno.stat(path)).isDirectory) return await verifyFolder(path, undefined, options);
  await using temporary = await temporaryFolder("verify");
  try {
    const { folder, modes } = await unpackBundle(
      path,
      temporary.path,
      undefined,
      options.signal,
    );
    return await verifyFolder(folder, modes, options);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    return {
      manifest: undefined,
      plan: undefined,
      files: 0,
      bytes: 0,
      problems: [error.message],
      warnings: [],
      undone: [],
    };
  }
}

/**
 * The same for a bundle's folder, or for an archive that was unpacked into one.
 *
 * @param modes the modes that the archive gives to its files, which this disk may not know
 */
export async function verifyFolder(
  folder: string,
  modes?: ReadonlyMap<string, number>,
  { signal, compareDeno: comparesDeno = false }: VerifyOptions = {},
): Promise<BundleReport> {
  const problems: string[] = [];
  const warnings: string[] = [];
  const attempt = async <T>(read: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await read();
    } catch (error) {
      // The folder's own place says nothing: an archive was unpacked into it just now.
      problems.push(
        textOfFailure(error).replaceAll(`${folder}/`, "").replaceAll(folder, "the bundle"),
      );
      return undefined;
    }
  };
  signal?.throwIfAborted();
  const listed = await attempt(() => listFiles(folder, isMadeByStart));
  if (listed === undefined) {
    const nothing = { manifest: undefined, plan: undefined, files: 0, bytes: 0, undone: [] };
    return { ...nothing, problems, warnings };
  }
  const files = listed.filter(({ isFolder }) => !isFolder).map(({ path }) => path);
  const manifest = await attempt(() => readManifest(folder));
  if ([...modes?.keys() ?? []].some((path) => isMadeByStart(path.split("/", 2).join("/")))) {
    problems.push(BROUGHT_CACHE);
  }
  for (const name of MANIFEST_FILE_NAMES) {
    if (name === BUNDLE_LAYOUT.manifest || !files.includes(name)) continue;
    problems.push(`${name}: servers would read it in the place of ${BUNDLE_LAYOUT.manifest}`);
  }
  const plan = await attempt(async () => {
    const text = await readText(folder, "plan");
    const plan = parseLaunchPlan(text);
    if (text !== formatLaunchPlan(plan)) problems.push(READ_IN_TWO_WAYS);
    return plan;
  });
  for (const part of ["plugin", "loader", "netrpcLoader"] as const) {
    if (!files.includes(BUNDLE_LAYOUT[part])) {
      problems.push(`${BUNDLE_LAYOUT[part]}: it is missing`);
    }
  }
  if (plan !== undefined) {
    problems.push(...await checkLauncher(folder, plan, modes));
    if (manifest !== undefined) problems.push(...compareWithManifest(plan, manifest));
    for (const path of files) {
      const platform = compiledPlatform(path);
      if (platform === undefined) continue;
      problems.push(...await compareCompiled(folder, path, platform, plan));
    }
  }
  if (manifest !== undefined) problems.push(...checkExecutables(manifest, files));
  problems.push(...await compareChecksums(folder));
  signal?.throwIfAborted();
  const denos = comparesDeno ? files.filter((path) => bundledDenoPlatform(path)) : [];
  for (const path of denos) {
    const wrong = await compareDeno(folder, bundledDenoPlatform(path)!);
    if (wrong !== undefined) problems.push(`${path}: ${wrong}`);
  }
  const others = files.filter((path) => !denos.includes(path));
  warnings.push(...await compareLoaders(folder, files), ...await foreignPrograms(folder, others));
  const sizes = await Promise.all(files.map((path) => Deno.stat(`${folder}/${path}`)));
  const bytes = sizes.reduce((sum, { size }) => sum + size, 0);
  const undone = plan === undefined ? [] : undonePermissions(plan.permissions);
  return { manifest, plan, files: files.length, bytes, problems, warnings, undone };
}

// A native launcher takes names in capitals, too, and joins what stands twice.
const READ_IN_TWO_WAYS =
  `${BUNDLE_LAYOUT.plan}: it is not written as bundling writes it, so a launcher may read something ` +
  "else in it than is shown here; do not run it. Bundle the plugin again";

const BROUGHT_CACHE =
  `${BUNDLE_LAYOUT.cache}: an archive brings what only a server's first start makes, and compiled ` +
  "code in it would run outside of any sandbox; do not run it. Bundle the plugin again";

async function readText(folder: string, part: keyof typeof BUNDLE_LAYOUT): Promise<string> {
  const name = BUNDLE_LAYOUT[part];
  return await Deno.readTextFile(`${folder}/${name}`).catch((cause) => {
    throw new TypeError(`${name}: it cannot be read, so this is no bundle of a Deno plugin`, {
      cause,
    });
  });
}

async function checkLauncher(
  folder: string,
  plan: LaunchPlan,
  modes: ReadonlyMap<string, number> | undefined,
): Promise<string[]> {
  const name = BUNDLE_LAYOUT.launcher;
  const found = await Deno.readFile(`${folder}/${name}`).catch(() => undefined);
  if (found === undefined) return [`${name}: it is missing`];
  const problems: string[] = [];
  const expected = new TextEncoder().encode(posixLauncher(plan));
  const at = firstDifference(found, expected);
  if (at !== undefined) {
    const line = new TextDecoder().decode(expected.subarray(0, at)).split("\n").length;
    problems.push(
      `${name}: it is not the launcher that this version of the package writes for ` +
        `${BUNDLE_LAYOUT.plan}: it differs from byte ${at}, line ${line} on; do not run it. Bundle ` +
        "the plugin again, or verify it with the version that it was bundled with",
    );
  }
  const mode = modes?.get(name) ?? (await Deno.stat(`${folder}/${name}`)).mode;
  if (mode !== null && (mode & 0o111) === 0) {
    problems.push(`${name}: it is not executable, so no server can start it; pack it with bundle`);
  }
  return problems;
}

function compareWithManifest(plan: LaunchPlan, manifest: Manifest): string[] {
  const problems: string[] = [];
  const expected = createLaunchPlan(manifest);
  for (const name of ["id", "version", "permissions", "v8Flags"] as const) {
    const [wanted, found] = [JSON.stringify(expected[name]), JSON.stringify(plan[name])];
    if (wanted !== found) {
      problems.push(
        `${BUNDLE_LAYOUT.plan}: ${name} is ${found}, and by ${BUNDLE_LAYOUT.manifest} it must be ` +
          wanted,
      );
    }
  }
  if (compareVersions(plan.deno, MINIMUM_DENO) < 0) {
    problems.push(
      `${BUNDLE_LAYOUT.plan}: deno is "${plan.deno}", and an older Deno than ${MINIMUM_DENO} lets ` +
        "plugins out of this sandbox; bundle the plugin again",
    );
  }
  return problems;
}

function checkExecutables(manifest: Manifest, files: readonly string[]): string[] {
  const { executable, executables = {} } = manifest.server ?? {};
  const foreign = Object.entries(executables)
    .filter(([platform, path]) => !programsFor(platform).includes(path))
    .map(([platform, path]) =>
      `${BUNDLE_LAYOUT.manifest}: on ${platform} the server would execute ${
        JSON.stringify(path)
      }, ` +
      `which is no launcher: bundling names it ${BUNDLE_LAYOUT.launcher}-${platform}`
    );
  const missing = [executable, ...Object.values(executables)].flatMap((path) => {
    const where = `${BUNDLE_LAYOUT.manifest}: the server would execute ${JSON.stringify(path)}`;
    if (path === undefined || path === "") {
      return executable === undefined && Object.keys(executables).length === 0
        ? [`${BUNDLE_LAYOUT.manifest}: server.executable is missing`]
        : [];
    }
    if (!files.includes(path)) return [`${where}, which is not in the bundle`];
    if (!path.startsWith(`${BUNDLE_LAYOUT.server}/`)) {
      return [`${where}, which is outside of ${BUNDLE_LAYOUT.server}/`];
    }
    return path === executable && path !== BUNDLE_LAYOUT.launcher
      ? [`${where}, which is no launcher: bundling names it ${BUNDLE_LAYOUT.launcher}`]
      : [];
  });
  return [...foreign, ...missing];
}

/** What bundling can have a server execute on a platform. */
function programsFor(platform: string): string[] {
  return [
    ...LAUNCHER_PLATFORMS.filter(({ go }) => go === platform).map(launcherPath),
    ...(Object.keys(BUNDLE_PLATFORMS) as BundlePlatform[])
      .filter((name) => BUNDLE_PLATFORMS[name].go === platform).map(compiledPath),
  ];
}

/** The loaders run before the permissions count, so it matters whose they are. */
async function compareLoaders(folder: string, files: readonly string[]): Promise<string[]> {
  const warnings: string[] = [];
  for (
    const [name, url] of [
      [BUNDLE_LAYOUT.loader, LOADER],
      [BUNDLE_LAYOUT.netrpcLoader, NETRPC_LOADER],
    ] as const
  ) {
    if (!files.includes(name)) continue;
    const own = await bundleLoader(url).catch((error) => {
      if (error instanceof BundleError) return undefined;
      throw error;
    });
    if (await Deno.readTextFile(`${folder}/${name}`) === own) continue;
    warnings.push(
      `${name}: it is not the loader of this version of the package under Deno ` +
        `${Deno.version.deno}, so it could not be compared; it is what reads the plugin's file, ` +
        "without any permission of its own",
    );
  }
  return warnings;
}

async function foreignPrograms(folder: string, files: readonly string[]): Promise<string[]> {
  const warnings: string[] = [];
  for (const path of files) {
    if (path === BUNDLE_LAYOUT.launcher) continue;
    using file = await Deno.open(`${folder}/${path}`);
    const head = new Uint8Array(4);
    if (await file.read(head) === null || !isProgram(head)) continue;
    const what = path.startsWith(`${BUNDLE_LAYOUT.launcher}-`)
      ? await compareNativeLauncher(path, await Deno.readFile(`${folder}/${path}`))
      : bundledDenoPlatform(path) !== undefined
      ? "said to be Deno's, which verify --compare-deno compares with npm's"
      : compiledPlatform(path) === undefined
      ? "which is compared with nothing but its checksum"
      : "of which only the permissions and the plugin's files are compared";
    if (what === undefined) continue;
    warnings.push(`${path}: a program, ${what}; who signed the bundle vouches for it`);
  }
  return warnings;
}

function textOfFailure(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
