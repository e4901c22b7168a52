/**
 * Builds the half of a plugin that runs in Mattermost's web app.
 *
 * @module
 */
import { BundleError, findNpmCache, listNames, lockFlag, whatBundlerSaid } from "./deno_bundle.ts";
import { runBundler } from "./run_deno.ts";
import { findProjectConfig } from "./import_map.ts";
import { resolve, toFileUrl } from "./paths.ts";
import { temporaryFolder } from "./temporary_folder.ts";
import { JSX_RUNTIMES, REQUIRE_SHARED, WEBAPP_LIBRARIES } from "./webapp_libraries.ts";

/** A web app as one script. */
export interface BundledWebapp {
  /** Its text. */
  readonly script: string;
  /** The absolute paths of the local files that went in, apart from packages. */
  readonly inputs: readonly string[];
}

/**
 * Bundles a web app's entry with everything that it imports into one script for browsers, minified.
 * What the web app shares with plugins, such as React, is taken from there; style sheets become part
 * of the script.
 *
 * Deno runs in the web app's folder, so that a `package.json` with its `node_modules` counts as well
 * as the nearest `deno.json`.
 *
 * @param folder the web app's folder
 * @param entry the script's file
 * @throws {BundleError} if it cannot be bundled; the message has file and line
 */
export async function bundleWebapp(folder: string, entry: string): Promise<BundledWebapp> {
  await using own = await temporaryFolder("webapp");
  const temporary = own.path;
  const project = await findProjectConfig(toFileUrl(`${folder}/`));
  const outDir = `${temporary}/out`;
  const { success, stderr } = await runBundler(folder, [
    await lockFlag(project, temporary),
    "--platform=browser",
    "--format=iife",
    "--minify",
    "--sourcemap=external",
    ...[...Object.keys(WEBAPP_LIBRARIES), ...JSX_RUNTIMES].flatMap((
      name,
    ) => ["--external", name]),
    "--outdir",
    outDir,
    entry,
  ]);
  const names = await listNames(outDir);
  const script = names.find((name) => name.endsWith(".js"));
  if (!success || script === undefined) {
    throw new BundleError(`${entry} cannot be bundled:\n${whatBundlerSaid(stderr)}`);
  }
  const styles = names.filter((name) => name.endsWith(".css")).sort();
  const parts = [
    "(function () {\n",
    REQUIRE_SHARED,
    ...await Promise.all(
      styles.map(async (name) => addStyles(await Deno.readTextFile(`${outDir}/${name}`))),
    ),
    (await Deno.readTextFile(`${outDir}/${script}`)).trimEnd(),
    "\n})();\n",
  ];
  return { script: parts.join(""), inputs: await inputsOf(outDir, names) };
}

/** The files that the source maps name. */
async function inputsOf(outDir: string, names: readonly string[]): Promise<readonly string[]> {
  const maps = await Promise.all(
    names.filter((name) => name.endsWith(".map")).map(async (name) =>
      JSON.parse(await Deno.readTextFile(`${outDir}/${name}`)) as { sources: readonly string[] }
    ),
  );
  const packages = await findNpmCache();
  const files = maps.flatMap(({ sources }) => sources)
    .filter((source) => !/^[a-z][a-z0-9+.-]*:/i.test(source))
    .map((source) => resolve(outDir, source))
    .filter((file) => !file.startsWith(`${packages}/`) && !file.includes("/node_modules/"));
  return [...new Set(files)].sort();
}

/** JavaScript that adds a style sheet to the page. */
function addStyles(css: string): string {
  return `document.head.appendChild(document.createElement("style")).textContent = ${
    JSON.stringify(css.trimEnd())
  };\n`;
}
