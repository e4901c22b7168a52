import { copyAssets, makeFolders } from "./assets.ts";
import { checkTexts } from "./check_texts.ts";
import { compareManifestSettings } from "./compare_settings.ts";
import { type DeclaredManifest, readDeclaredManifest } from "./declared_manifest.ts";
import { BUNDLE_LAYOUT } from "./bundle_layout.ts";
import { explainUnwritable } from "./archive/write_whole_file.ts";
import { modulesIn } from "./bundled_packages.ts";
import { writeChecksums } from "./checksums.ts";
import { type CompiledPlugin, compilePlugin } from "./compiled/compile_plugin.ts";
import { type CompileOptions, joinCompiled, prepareCompile } from "./compiled/prepare_compile.ts";
import { denoBundle, findNpmCache } from "./deno_bundle.ts";
import { draftPrefix } from "./draft_names.ts";
import { GO_LICENCE, goVersions } from "./go_licence.ts";
import { createLaunchPlan, formatLaunchPlan, type LaunchPlan } from "./launch_plan.ts";
import { posixLauncher } from "./launcher_posix.ts";
import { bundleLoader, NETRPC_LOADER } from "./loader_bundle.ts";
import { nativeFiles, type NativeOptions } from "./native_files.ts";
import { readManifest } from "./manifest.ts";
import { ManifestError } from "./manifest_error.ts";
import { findManifest, formatPath, parseManifestSource } from "./manifest_source.ts";
import type { Manifest } from "./manifest_types.ts";
import { basename, dirname, resolve, toFileUrl } from "./paths.ts";
import { createSbom } from "./sbom.ts";
import { sweepDrafts } from "./sweep_drafts.ts";
import {
  undoFaults,
  type UndoingPermission,
  undonePermissions,
  undoneWarning,
} from "./undo_sandbox.ts";
import { prepareWebapp } from "./webapp.ts";

/** What to bundle, and where to. */
export interface BundlePluginOptions extends NativeOptions, CompileOptions {
  /** The plugin's file, whose default export is its `definePlugin`. */
  readonly entry: string;
  /** The manifest, or the folder that holds it. Default: the folder of `entry`. */
  readonly manifest?: string | undefined;
  /** The folder to write; an older bundle there is replaced. */
  readonly outDir: string;
  /** Another loader than this package's own. */
  readonly loader?: URL | undefined;
  /**
   * The permissions that undo the sandbox and that the plugin gets all the same: each that its
   * manifest asks for, and no other. Default: none.
   */
  readonly undoSandbox?: readonly UndoingPermission[] | undefined;
}

/** A plugin in a folder that any go-plugin host can run. */
export interface BundledPlugin {
  /** The folder, absolute and without links. */
  readonly folder: string;
  /** The manifest as the bundle holds it. */
  readonly manifest: Manifest;
  /** The plan as the bundle holds it. */
  readonly plan: LaunchPlan;
  /** What its author should know. */
  readonly warnings: readonly string[];
  /**
   * The absolute paths of the local files that it was made from: modules, also those of the web app,
   * the manifest, and what says where modules are. Not those of packages, and of folders that are
   * copied.
   */
  readonly inputs: readonly string[];
  /** The compiled programs in it. */
  readonly compiled: readonly CompiledPlugin[];
}

/**
 * Turns a plugin's file and its manifest into a folder: `plugin.json`, the plugin as one JavaScript
 * file with its source map, the loaders, the launcher and the `launch.json` that it was written
 * from, the folder `assets`, and the files that the manifest names; beside them a bill of materials
 * (`sbom.cdx.json`) and the checksums of all files. The same input gives the same bytes.
 *
 * A folder `webapp` becomes the part that runs in the web app: `webapp/dist/main.js` if that is
 * there, or else what is built from `webapp/src/index.tsx` (or `.ts`, `.jsx`, `.js`).
 *
 * For the platforms that `selfContained` names, the bundle also has the native launcher and Deno's
 * binary, and needs neither a shell nor Deno on the server. For those that `compiled` names it has
 * the plugin as one program, by `deno compile`.
 *
 * Settings that the plugin declares become the manifest's `settings_schema`: the plugin is loaded for
 * that, without any permission.
 *
 * @example
 * ```ts ignore
 * const { folder } = await bundlePlugin({ entry: "examples/hello/plugin.ts", outDir: "dist/hello" });
 * ```
 *
 * @throws {ManifestError} if something in the manifest is wrong.
 * @throws {BundleError} if the plugin cannot be bundled; the message has file and line.
 * @throws {LauncherError} if there is no native launcher for a platform.
 * @throws {DenoBinaryError} if there is no Deno for a platform.
 * @throws {CompileError} if the plugin cannot be compiled for a platform.
 * @throws {TypeError} if `outDir` holds something else than a bundle, or there is no such platform.
 */
export async function bundlePlugin(options: BundlePluginOptions): Promise<BundledPlugin> {
  const entry = resolve(options.entry);
  const manifestFile = await findManifest(resolve(options.manifest ?? dirname(entry)));
  const source = await readManifest(manifestFile);
  const plan = createLaunchPlan({ ...source, server: bundleServer(source) });
  await refuseUndone(plan, manifestFile, options.undoSandbox);
  const outDir = resolve(options.outDir);
  await refuseForeignFolder(outDir);
  const [plugin, loader, netrpcLoader, webapp, launchers, compile] = await Promise.all([
    denoBundle(toFileUrl(entry)),
    bundleLoader(options.loader),
    bundleLoader(options.loader ?? NETRPC_LOADER),
    prepareWebapp(source, dirname(manifestFile)),
    nativeFiles(options),
    prepareCompile(options),
  ]);
  const native = joinCompiled(launchers, compile);
  const go = await goVersions(native.files);
  const declared = await readDeclaredManifest(
    plugin.code,
    entry,
    options.loader !== undefined,
    plugin.sourceMap,
  );
  const manifest: Manifest = {
    ...await withDeclaredSettings(manifestFile, source, declared),
    server: bundleServer(source, native.executables),
    ...webapp === undefined ? {} : { webapp: webapp.webapp },
  };

  await Deno.mkdir(dirname(outDir), { recursive: true });
  const base = `.${basename(outDir)}`;
  await sweepDrafts(dirname(outDir), base);
  const draft = await Deno.makeTempDir({ dir: dirname(outDir), prefix: draftPrefix(base) })
    .catch((error) => {
      throw explainUnwritable(dirname(outDir), error);
    });
  let compiled: readonly CompiledPlugin[];
  try {
    await Deno.chmod(draft, 0o755);
    // What was built is written below; all else is copied.
    const { webapp: _, ...rest } = manifest;
    await copyAssets(webapp?.script ? rest : manifest, dirname(manifestFile), draft);
    await checkTexts(declared, draft, entry);
    await makeFolder(`${draft}/${BUNDLE_LAYOUT.server}`);
    const files: [string, string, number][] = [
      [BUNDLE_LAYOUT.manifest, JSON.stringify(manifest, null, 2) + "\n", 0o644],
      [BUNDLE_LAYOUT.plan, formatLaunchPlan(plan), 0o644],
      [BUNDLE_LAYOUT.launcher, posixLauncher(plan), 0o755],
      [BUNDLE_LAYOUT.plugin, linkSourceMap(plugin.code), 0o644],
      [`${BUNDLE_LAYOUT.plugin}.map`, plugin.sourceMap, 0o644],
      [BUNDLE_LAYOUT.loader, loader, 0o644],
      [BUNDLE_LAYOUT.netrpcLoader, netrpcLoader, 0o644],
      [
        BUNDLE_LAYOUT.sbom,
        await createSbom({
          manifest,
          modules: [
            plugin.sources,
            ...[loader, netrpcLoader, compile.loader].map(modulesIn),
          ].flat(),
          hasUnknownParts: webapp !== undefined,
          programs: native.packages,
          programLicence: native.licence,
          goVersions: go,
          npmCache: await findNpmCache(),
        }),
        0o644,
      ],
    ];
    if (webapp?.script !== undefined) {
      await makeFolders(`${draft}/${dirname(BUNDLE_LAYOUT.webapp)}`);
      files.push([BUNDLE_LAYOUT.webapp, webapp.script, 0o644]);
    }
    if (go.length > 0) files.push([BUNDLE_LAYOUT.goLicence, GO_LICENCE.text, 0o644]);
    if (native.licence !== undefined) {
      files.push([BUNDLE_LAYOUT.denoLicence, native.licence.text, 0o644]);
    }
    for (const [name, text, mode] of files) {
      await Deno.writeTextFile(`${draft}/${name}`, text);
      await Deno.chmod(`${draft}/${name}`, mode);
    }
    for (const { from, to } of native.files) {
      await Deno.copyFile(from, `${draft}/${to}`);
      await Deno.chmod(`${draft}/${to}`, 0o755);
    }
    compiled = await compilePlugin({ bundle: draft, plan, ...compile });
    await writeChecksums(draft);
    // Only now: an error above leaves an older bundle as it was.
    await Deno.remove(outDir, { recursive: true }).catch(ignoreMissing);
    await Deno.rename(draft, outDir);
  } catch (error) {
    await Deno.remove(draft, { recursive: true }).catch(ignoreMissing);
    throw error;
  }
  return {
    folder: await Deno.realPath(outDir),
    manifest,
    plan,
    warnings: [...native.warnings, ...warningsOf(declared, plan)],
    inputs: [...plugin.inputs, ...plugin.configs, ...webapp?.inputs ?? [], manifestFile],
    compiled,
  };
}

/** Refuses a manifest whose permissions undo the sandbox, unless they are named. */
async function refuseUndone(
  { permissions }: LaunchPlan,
  file: string,
  named: readonly string[] | undefined,
): Promise<void> {
  const [fault] = undoFaults(permissions, named);
  if (fault === undefined) return;
  const path = ["server", "permissions", ...fault.unasked ? [] : [fault.permission]];
  const source = parseManifestSource(file, await Deno.readTextFile(file));
  throw new ManifestError(source.place(path), fault.reason);
}

/** The manifest with the settings that the plugin declares. */
async function withDeclaredSettings(
  file: string,
  source: Manifest,
  { parts }: DeclaredManifest,
): Promise<Manifest> {
  const declared = parts?.settings_schema;
  if (declared === undefined) return source;
  const [first, ...others] = compareManifestSettings(source.settings_schema ?? declared, declared);
  if (first === undefined) return { ...source, settings_schema: declared };
  const more = others.map(({ path, text }) => `\n  ${formatPath(path)}: ${text}`).join("");
  throw new ManifestError(
    parseManifestSource(file, await Deno.readTextFile(file)).place(first.path),
    `${first.text}. Take settings_schema out of the manifest, since bundling writes it from what ` +
      `the plugin declares, or make both say the same${more && `. They also differ here:${more}`}`,
  );
}

function warningsOf({ unknown }: DeclaredManifest, { permissions }: LaunchPlan): string[] {
  const undone = undonePermissions(permissions).map(undoneWarning);
  if (unknown === undefined) return undone;
  return [
    ...undone,
    "the plugin needs a permission as soon as it is loaded, so it is not known which settings it " +
    "declares, and the manifest's settings_schema stays as it is; do this in onActivate instead:\n" +
    unknown,
  ];
}

function bundleServer(
  manifest: Manifest,
  executables?: Readonly<Record<string, string>>,
): NonNullable<Manifest["server"]> {
  // Executables by platform win over the launcher, so that only the bundle's own may stand there.
  const { executables: _, ...server } = manifest.server ?? {};
  return {
    ...server,
    executable: BUNDLE_LAYOUT.launcher,
    ...executables === undefined ? {} : { executables },
    runtime: "deno",
  };
}

function linkSourceMap(code: string): string {
  return `${code.trimEnd()}\n//# sourceMappingURL=${basename(BUNDLE_LAYOUT.plugin)}.map\n`;
}

async function refuseForeignFolder(folder: string): Promise<void> {
  const info = await Deno.lstat(folder).catch(() => undefined);
  if (info === undefined) return;
  if (info.isDirectory) {
    if ((await Array.fromAsync(Deno.readDir(folder))).length === 0) return;
    const plan = await Deno.lstat(`${folder}/${BUNDLE_LAYOUT.plan}`).catch(() => undefined);
    if (plan?.isFile) return;
  }
  throw new TypeError(
    `${folder} exists and is no bundle, so it is left alone; choose another folder or remove it`,
  );
}

async function makeFolder(path: string): Promise<void> {
  await Deno.mkdir(path);
  await Deno.chmod(path, 0o755);
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Deno.errors.NotFound)) throw error;
}
