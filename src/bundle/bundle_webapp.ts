/**
 * Builds the half of a plugin that runs in Mattermost's web app.
 *
 * @module
 */
import { BundleError, listNames, lockFlag, whatBundlerSaid } from "./deno_bundle.ts";
import { runBundler } from "./run_deno.ts";
import { findProjectConfig } from "./import_map.ts";
import { toFileUrl } from "./paths.ts";
import { temporaryFolder } from "./temporary_folder.ts";
import { JSX_RUNTIMES, REQUIRE_SHARED, WEBAPP_LIBRARIES } from "./webapp_libraries.ts";

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
export async function bundleWebapp(folder: string, entry: string): Promise<string> {
  await using own = await temporaryFolder("webapp");
  const temporary = own.path;
  const project = await findProjectConfig(toFileUrl(`${folder}/`));
  const outDir = `${temporary}/out`;
  const { success, stderr } = await runBundler(folder, [
    await lockFlag(project, temporary),
    "--platform=browser",
    "--format=iife",
    "--minify",
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
  return [
    "(function () {\n",
    REQUIRE_SHARED,
    ...await Promise.all(
      styles.map(async (name) => addStyles(await Deno.readTextFile(`${outDir}/${name}`))),
    ),
    (await Deno.readTextFile(`${outDir}/${script}`)).trimEnd(),
    "\n})();\n",
  ].join("");
}

/** JavaScript that adds a style sheet to the page. */
function addStyles(css: string): string {
  return `document.head.appendChild(document.createElement("style")).textContent = ${
    JSON.stringify(css.trimEnd())
  };\n`;
}
