import { readUses } from "../../bundle/compare_with_code.ts";
import { readDeclaredManifest } from "../../bundle/declared_manifest.ts";
import { BundleError } from "../../bundle/mod.ts";
import { serverNeeds } from "../../bundle/server_needs.ts";

/** What a plugin uses of the server, as far as its code tells; `check` says the same. */
export interface PluginUses {
  /** API methods that it calls, itself or through this package, in the order of the alphabet. */
  readonly methods: readonly string[];
  /** Whether it works out the names of others while it runs. */
  readonly computed?: boolean;
  /** Why nothing is known of what it calls. */
  readonly unknown?: string;
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
  const [{ uses, fault }, hooks] = await Promise.all([
    readUses({ code, file: name }),
    hooksOf(code, name, signal),
  ]);
  if (uses === undefined) return { methods: [], unknown: fault.reason, hooks };
  const needs = serverNeeds(uses, []);
  return {
    methods: needs.map(({ name }) => name).sort(),
    computed: uses.computed.length > 0,
    hooks: hooks ?? (uses.hooks.length > 0 ? uses.hooks.map(({ name }) => name) : undefined),
  };
}

async function hooksOf(
  code: string,
  name: string,
  signal: AbortSignal | undefined,
): Promise<readonly string[] | undefined> {
  try {
    return (await readDeclaredManifest(code, name, true, undefined, signal)).hooks;
  } catch (error) {
    // It cannot be loaded; the server will say so, too.
    if (error instanceof BundleError) return undefined;
    throw error;
  }
}

/** That in lines for whoever lets the plugin onto a server. */
export function usesTexts({ methods, computed, unknown, hooks }: PluginUses): string[] {
  const calls = unknown !== undefined
    ? `what it calls is not known: ${unknown}`
    : methods.length === 0
    ? "no API method is called by name in its files"
    : `calls ${methods.join(", ")} of the plugin API${
      computed ? ", others by names that it works out while it runs" : ""
    }, and can call any other`;
  if (hooks === undefined) return [calls, "its hooks are known only once it runs"];
  return [calls, hooks.length === 0 ? "has no hooks" : `has the hooks ${hooks.join(", ")}`];
}
