import { dirname, fromFileUrl, toFileUrl } from "./paths.ts";
import { findProjectConfig, type ProjectConfig } from "./import_map.ts";
import { importMapForPlugin } from "./own_package.ts";
import { runBundler, runDeno } from "./run_deno.ts";
import { type RawBundle, relabel, type RelabelledBundle } from "./source_labels.ts";
import { temporaryFolder } from "./temporary_folder.ts";

/** A module could not be bundled. The message holds all that the bundler said, with file and line. */
export class BundleError extends Error {
  /** Tells the error from others, also across copies of this package. */
  override readonly name = "BundleError";
}

/** One module with everything that it imports, as one JavaScript file. */
export interface BundledModule extends RelabelledBundle {
  /** The project's folder: where its `deno.json` is, or else the module. */
  readonly projectDir: string;
  /** The absolute paths of the files that say what the project means by names. */
  readonly configs: readonly string[];
}

/**
 * Bundles a module with `deno bundle`, which resolves names as Deno does everywhere else: the
 * project's import map, npm and jsr packages, workspaces, `package.json`. Nothing is written into
 * the project; pins in its lock file hold. Built-in `node:` modules stay imports, and anything else
 * that stays one is an error.
 *
 * @throws {BundleError} if the module, or something that it imports, cannot be bundled.
 */
export async function denoBundle(entry: URL): Promise<BundledModule> {
  await using temporary = await temporaryFolder("bundle");
  return await bundleInto(temporary.path, entry);
}

async function bundleInto(temporary: string, given: URL): Promise<BundledModule> {
  const entry = given.protocol === "file:" ? given : await localEntry(temporary, given);
  const project = await findProjectConfig(new URL("./", entry));
  const projectDir = await Deno.realPath(dirname(fromFileUrl(project.file ?? entry)));
  const flags = await projectFlags(project, temporary);
  const outDir = `${temporary}/out`;
  const output = await runBundler(projectDir, [
    ...flags,
    "--platform=deno",
    "--format=esm",
    "--packages=bundle",
    "--sourcemap=external",
    "--outdir",
    outDir,
    fromFileUrl(entry),
  ]);
  const names = await listNames(outDir);
  const file = names.find((name) => name.endsWith(".js"));
  if (!output.success || file === undefined) {
    throw new BundleError(
      `${fromFileUrl(entry)} cannot be bundled:\n${whatBundlerSaid(output.stderr)}`,
    );
  }
  const [bundled] = await Promise.all([
    readBundle({ outDir, projectDir }, file),
    refuseImports(`${outDir}/${file}`, fromFileUrl(entry)),
  ]);
  const configs = project.sources.filter(({ protocol }) => protocol === "file:");
  return { ...bundled, projectDir, configs: configs.map((file) => fromFileUrl(file)) };
}

async function readBundle(
  place: Pick<RawBundle, "outDir" | "projectDir">,
  file: string,
): Promise<RelabelledBundle> {
  const [code, sourceMap, npmCache] = await Promise.all([
    Deno.readTextFile(`${place.outDir}/${file}`),
    Deno.readTextFile(`${place.outDir}/${file}.map`),
    findNpmCache(),
  ]);
  return relabel({ ...place, code, sourceMap, npmCache });
}

/**
 * The flags by which Deno finds, for a plugin, what its project means by the names that it imports.
 *
 * @param temporary a folder for what the flags name
 */
export async function projectFlags(project: ProjectConfig, temporary: string): Promise<string[]> {
  const importMap = await importMapForPlugin(project);
  const flags = project.file === undefined
    ? ["--no-config"]
    : ["--config", fromFileUrl(project.file)];
  if (importMap !== undefined) {
    await Deno.writeTextFile(`${temporary}/import_map.json`, JSON.stringify(importMap));
    flags.push("--import-map", `${temporary}/import_map.json`);
  }
  return [...flags, await lockFlag(project, temporary)];
}

/** Has a project's pins hold, and nothing added to them: by a copy of its lock file. */
export async function lockFlag({ lock }: ProjectConfig, temporary: string): Promise<string> {
  if (lock === undefined) return "--no-lock";
  await Deno.copyFile(lock, `${temporary}/deno.lock`);
  await Deno.chmod(`${temporary}/deno.lock`, 0o600);
  return `--lock=${temporary}/deno.lock`;
}

/** A module from a registry is bundled through a local one that does nothing but import it. */
async function localEntry(temporary: string, remote: URL): Promise<URL> {
  const folder = `${temporary}/entry`;
  await Deno.mkdir(folder);
  await Deno.writeTextFile(`${folder}/entry.ts`, `import ${JSON.stringify(remote.href)};\n`);
  return toFileUrl(`${folder}/entry.ts`);
}

/** The names in a folder; none if it is not there. */
export async function listNames(folder: string): Promise<string[]> {
  const names: string[] = [];
  try {
    for await (const { name } of Deno.readDir(folder)) names.push(name);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return names;
}

/** What the bundler said, without what only its own authors need. */
export function whatBundlerSaid(stderr: string): string {
  return stderr
    .replace(/\n*Stack backtrace:[\s\S]*$/, "")
    .split("\n")
    .filter((line) => !/^(?:⚠️|Download |error: bundling failed$)/u.test(line))
    .join("\n")
    .trim();
}

/** Refuses a bundle that would have to fetch something when it runs. */
async function refuseImports(bundle: string, entry: string): Promise<void> {
  const flags = ["--json", "--no-config", "--no-lock", "--no-remote", "--no-npm"];
  const { stdout } = await runDeno(dirname(bundle), ["info", ...flags, bundle]);
  const { modules } = JSON.parse(stdout) as {
    modules: { dependencies?: { specifier: string }[] }[];
  };
  const left = modules.flatMap(({ dependencies = [] }) => dependencies.map((it) => it.specifier))
    .filter((specifier) => !specifier.startsWith("node:"));
  if (left.length === 0) return;
  throw new BundleError(
    `${entry} cannot be bundled: the bundle still imports ${
      left.join(", ")
    }, and a plugin in its ` +
      `sandbox can fetch nothing; import it with a literal name`,
  );
}

/** Where Deno keeps npm packages; asked once. */
export const findNpmCache: () => Promise<string> = (() => {
  let answer: Promise<string> | undefined;
  return () =>
    answer ??= runDeno(".", ["info", "--json", "--no-config"])
      .then(({ stdout }) => (JSON.parse(stdout) as { npmCache: string }).npmCache)
      // The bundler names files without links.
      .then((path) => Deno.realPath(path).catch(() => path));
})();
