/**
 * Bundles of the plugins that tests run in their sandboxes: each is made once for a test process.
 *
 * @module
 */
import type { UndoingPermission } from "../bundle/mod.ts";
import type { PluginDefinition } from "../plugin/plugin_definition.ts";

/** A plugin's bundle. */
export interface SandboxBundle {
  /** The bundle's folder. */
  readonly folder: string;
  /** Its manifest, as JSON. */
  readonly manifest: unknown;
}

/** What is bundled. */
export interface SandboxSource {
  readonly definition: PluginDefinition;
  /** The plugin's file, a URL or a path. Default: the file that called `definePlugin`. */
  readonly entry: string | URL | undefined;
  /** The manifest. Default: the one beside the plugin's file. */
  readonly manifest: unknown;
  /** The permissions that undo the sandbox and that the plugin gets all the same. */
  readonly undoSandbox: readonly UndoingPermission[] | undefined;
}

const bundles = new Map<string, Promise<SandboxBundle>>();

/**
 * Bundles a plugin.
 *
 * @throws {TypeError} when the plugin's file is not known, or does not export this plugin
 */
export async function sandboxBundle(source: SandboxSource): Promise<SandboxBundle> {
  const entry = await entryOf(source);
  const key = JSON.stringify([entry.href, source.manifest, source.undoSandbox]);
  let made = bundles.get(key);
  if (made === undefined) {
    made = bundle(entry, source).catch(permissionsMissing);
    bundles.set(key, made);
  }
  return await made;
}

function permissionsMissing(error: unknown): never {
  if (!(error instanceof Deno.errors.NotCapable)) throw error;
  throw new TypeError(
    "testPlugin(): sandbox: the plugin is bundled, and run as a process of its own, which needs all " +
      "permissions: deno test -A. Without sandbox a test needs none.",
    { cause: error },
  );
}

async function bundle(
  entry: URL,
  { manifest, undoSandbox }: SandboxSource,
): Promise<SandboxBundle> {
  const { bundlePlugin } = await import("../bundle/mod.ts");
  const folder = await Deno.makeTempDir({ prefix: "plugin-test-" });
  globalThis.addEventListener("unload", () => {
    Deno.removeSync(folder, { recursive: true });
  });
  let manifestFile: string | undefined;
  if (manifest !== undefined) {
    manifestFile = `${folder}/plugin.json`;
    await Deno.writeTextFile(manifestFile, JSON.stringify(manifest));
  }
  const { folder: outDir, manifest: made } = await bundlePlugin({
    entry: decodeURIComponent(entry.pathname),
    manifest: manifestFile,
    outDir: `${folder}/bundle`,
    undoSandbox,
  });
  return { folder: outDir, manifest: made };
}

async function entryOf({ definition, entry }: SandboxSource): Promise<URL> {
  const file = entry ?? definedIn(definition);
  const advice =
    `Export the plugin from a file of its own ("export default definePlugin(…)"), or ` +
    `name the file: testPlugin(plugin, { sandbox: { entry: import.meta.resolve("./plugin.ts") } }).`;
  if (file === undefined) {
    throw new TypeError(`The sandbox runs a file, and it is not known which: ${advice}`);
  }
  const url = URL.parse(String(file)) ?? new URL(`file://${await Deno.realPath(String(file))}`);
  if (url.protocol !== "file:") {
    throw new TypeError(`The sandbox runs a file of this computer, and ${url} is none: ${advice}`);
  }
  const module = await import(`file://${url.pathname}${url.search}`) as { default?: unknown };
  if (module.default === definition) return url;
  throw new TypeError(`The sandbox runs a file, but ${url} does not export this plugin: ${advice}`);
}

/** The file that called `definePlugin`, by what the definition remembers. */
function definedIn(definition: PluginDefinition): string | undefined {
  const { place } = definition as { place?: { stack?: string } };
  const own = new URL("../../", import.meta.url).href;
  const frames = [...place?.stack?.matchAll(/\(?(file:\/\/[^\s()]+?):\d+:\d+\)?$/gm) ?? []];
  return frames.map(([, file]) => file).find((file) =>
    file !== undefined && !file.startsWith(`${own}src/define/`) &&
    !file.startsWith(`${own}src/plugin/`)
  );
}
