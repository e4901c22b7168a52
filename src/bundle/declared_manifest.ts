import type { ManifestParts } from "../plugin/manifest_parts.ts";
import type { PluginDefinition } from "../plugin/plugin_definition.ts";
import type { LoadedTexts, TextsByKey } from "../translations/translations.ts";
import { FIXED_VARIABLES, NO_DENO_DIR } from "./command_template.ts";
import { BundleError } from "./deno_bundle.ts";
import { toFileUrl } from "./paths.ts";
import { temporaryFolder } from "./temporary_folder.ts";

/** What a plugin declares for its manifest, or why that cannot be known before it runs. */
export type DeclaredManifest =
  | {
    readonly parts: ManifestParts;
    /** Its texts, or the folder that has them; undefined in what older versions have defined. */
    readonly texts?: string | LoadedTexts | undefined;
    /** The hooks that it defines. */
    readonly hooks?: readonly string[] | undefined;
    readonly unknown?: undefined;
  }
  | {
    readonly unknown: string;
    readonly parts?: undefined;
    readonly texts?: undefined;
    readonly hooks?: undefined;
  };

/** Milliseconds that loading a plugin may take. */
const timeLimitMs = 30_000;

/**
 * Loads a bundled plugin, without any permission but to read itself and without starting it, and asks for what it
 * declares for its manifest.
 *
 * What the plugin does when it is loaded fails here where it needs a permission; then nothing is
 * known.
 *
 * @param code the plugin as one JavaScript file
 * @param name the plugin's file, for errors
 * @param foreign whether another loader than this package's own serves it, which may expect anything
 * @param sourceMap leads errors to the author's files
 * @param signal ends it early
 * @throws {BundleError} if loading it fails otherwise, as it would on every server, and if it exports
 * no plugin.
 */
export async function readDeclaredManifest(
  code: string,
  name: string,
  foreign = false,
  sourceMap?: string,
  signal?: AbortSignal,
): Promise<DeclaredManifest> {
  signal?.throwIfAborted();
  await using temporary = await temporaryFolder("declared");
  const folder = temporary.path;
  const link = sourceMap === undefined ? "" : "\n//# sourceMappingURL=plugin.js.map\n";
  await Deno.writeTextFile(`${folder}/plugin.js`, code + link);
  if (sourceMap !== undefined) await Deno.writeTextFile(`${folder}/plugin.js.map`, sourceMap);
  await Deno.writeTextFile(`${folder}/ask.js`, questioner);
  const { success, stdout, stderr } = await run(folder, signal);
  signal?.throwIfAborted();
  const answer = stdout.split("\n").findLast((line) => line.startsWith(mark));
  if (success && answer !== undefined) {
    const { isPlugin, ...declared } = readAnswer(answer.slice(mark.length));
    if (isPlugin || foreign) return declared;
    throw new BundleError(
      `${name}: the default export must be what definePlugin() returns, or no server could start ` +
        'it. Write: export default definePlugin({ … }), with definePlugin from "@mattermost-deno/plugin".',
    );
  }
  const reason = whatFailed(stderr, folder) || "it ends by itself";
  if (/\bNotCapable: /.test(stderr)) return { unknown: reason };
  throw new BundleError(`${name} cannot be loaded, so no server could start it:\n${reason}`);
}

const definitionKind = "mattermost-deno.PluginDefinition" satisfies PluginDefinition["kind"];

// The plugin may write to stdout, too.
const mark = "declared manifest: ";

// What a first file imports is read without any permission, whatever it is; so that the plugin's
// imports are asked for theirs, it is not named in a way that is seen before the first line runs.
const questioner = `const file = "./plugin.js";
const plugin = await import(file);
const definition = plugin.default ?? {};
const { manifest = {}, hooks = {}, declared: { texts } = {} } = definition;
const answer = ${JSON.stringify(mark)} + JSON.stringify({
  isPlugin: definition.kind === ${JSON.stringify(definitionKind)},
  parts: manifest,
  hooks: Object.keys(hooks),
  texts: texts?.byLocale === undefined ? texts : { ...texts, byLocale: [...texts.byLocale] },
});
Deno.stdout.writeSync(new TextEncoder().encode("\\n" + answer + "\\n"));
Deno.exit(0);
`;

type Answer = Extract<DeclaredManifest, { readonly unknown?: undefined }> & {
  readonly isPlugin: boolean;
};

function readAnswer(json: string): Answer {
  const { texts, ...rest } = JSON.parse(json) as Omit<Answer, "texts"> & {
    readonly texts?: string | { readonly main?: string; readonly byLocale: [string, TextsByKey][] };
  };
  if (texts === undefined || typeof texts === "string") return { ...rest, texts };
  return { ...rest, texts: { main: texts.main, byLocale: new Map(texts.byLocale) } };
}

async function run(
  folder: string,
  signal: AbortSignal | undefined,
): Promise<{ success: boolean; stdout: string; stderr: string }> {
  const flags = ["--no-prompt", "--no-config", "--no-lock", "--no-remote", "--no-npm"];
  // By names below the folder it runs in: the flag could not hold a path with a comma.
  const own = "--allow-read=plugin.js,plugin.js.map";
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      ...flags,
      "--cached-only",
      "--deny-import",
      own,
      toFileUrl(`${folder}/ask.js`).href,
    ],
    cwd: folder,
    // As on a server, it can keep nothing.
    env: { ...FIXED_VARIABLES, DENO_DIR: NO_DENO_DIR },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const stop = () => {
    try {
      child.kill("SIGKILL");
    } catch {
      // It has just ended.
    }
  };
  signal?.addEventListener("abort", stop, { once: true });
  if (signal?.aborted) stop();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    stop();
  }, timeLimitMs);
  try {
    const { success, stdout, stderr } = await child.output();
    const text = new TextDecoder();
    const said = late ? `it takes longer than ${timeLimitMs / 1000} s` : text.decode(stderr);
    return { success, stdout: text.decode(stdout), stderr: said };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
  }
}

/** What Deno said, without what differs from run to run. */
function whatFailed(stderr: string, folder: string): string {
  return stderr
    .replaceAll(`${toFileUrl(folder).href}/`, "")
    .replaceAll(`${folder}/`, "")
    .replace(/^error: (?:Uncaught )?(?:\(in promise\) )?/m, "")
    // Where our own file stood then, and its line.
    .replace(/^const plugin = await import\(file\);\n *\^\n/m, "")
    .replace(/^ +at .*\bask\.js:.*\n?/gm, "")
    .replace(/\n*Stack backtrace:[\s\S]*$/, "")
    .trim();
}
