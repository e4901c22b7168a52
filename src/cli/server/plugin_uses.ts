import { codeSections } from "../../bundle/code_sections.ts";
import { readDeclaredManifest } from "../../bundle/declared_manifest.ts";
import { BundleError } from "../../bundle/mod.ts";
import { serverNeeds } from "../../bundle/server_needs.ts";

/** What a plugin uses of the server, as far as its code tells. */
export interface PluginUses {
  /** API methods that its own files call by name, in the order of the alphabet. */
  readonly methods: readonly string[];
  /** Hooks that it defines; undefined if that cannot be known before it runs. */
  readonly hooks: readonly string[] | undefined;
}

/**
 * Reads what a bundled plugin uses. For its hooks it is loaded, without any permission and without
 * being started.
 *
 * @param code the bundle's `plugin.js`
 */
export async function pluginUses(
  code: string,
  name: string,
  signal?: AbortSignal,
): Promise<PluginUses> {
  const methods = serverNeeds(codeSections(code), [])
    .filter(({ kind }) => kind === "method")
    .map(({ name }) => name)
    .sort();
  try {
    const { hooks } = await readDeclaredManifest(code, name, true, undefined, signal);
    return { methods, hooks };
  } catch (error) {
    // It cannot be loaded; the server will say so, too.
    if (error instanceof BundleError) return { methods, hooks: undefined };
    throw error;
  }
}

/** That in lines for whoever lets the plugin onto a server. */
export function usesTexts({ methods, hooks }: PluginUses): string[] {
  const calls = methods.length === 0
    ? "no API method is called by name in its own files"
    : `calls ${methods.join(", ")} of the plugin API, and can call any other`;
  if (hooks === undefined) return [calls, "its hooks are known only once it runs"];
  return [calls, hooks.length === 0 ? "has no hooks" : `has the hooks ${hooks.join(", ")}`];
}
