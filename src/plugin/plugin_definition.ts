/**
 * What a plugin's file exports: functions and declarations.
 *
 * @module
 */
import { shown } from "../api/mismatch.ts";
import type { HookContext, PluginConfig } from "./hook_context.ts";
import type { WillHookName } from "./hook_names.ts";
import type { Ignored } from "./hook_types.ts";
import type { Hooks } from "./hooks.ts";
import type { ManifestParts } from "./manifest_parts.ts";

/** The functions that a plugin consists of. Everything may be left out. */
export interface PluginFunctions<Config extends object = PluginConfig> {
  /**
   * Called when the plugin is started, after the settings were read: the place to register commands
   * and to start what runs beside the hooks. A throw keeps the plugin from starting; its message is
   * shown in the System Console.
   */
  readonly onActivate?: (context: HookContext<Config>) => Ignored;
  /**
   * Called before the plugin is stopped: end here what `onActivate` has begun. A throw is logged. A
   * server that shuts down waits 10 seconds at most.
   */
  readonly onDeactivate?: (context: HookContext<Config>) => Ignored;
  /**
   * Called with the settings in `context.config`: once before `onActivate`, and then after every
   * change of the server's configuration, even one that does not concern this plugin. A throw is
   * logged, and reported to the server.
   */
  readonly onConfigurationChange?: (context: HookContext<Config>) => Ignored;
  /** What the plugin is called for. */
  readonly hooks?: Hooks<Config>;
  /**
   * "Will" hooks that refuse when they throw, instead of letting the server go on as if they were
   * not there: for rules that matter more than that people can work.
   */
  readonly failClosed?: readonly WillHookName[];
}

/** The brand of a definition; a bundle and its loader share no code, so no class can serve. */
const brand = "mattermost-deno.PluginDefinition";

/** A plugin, checked and frozen. Made by `definePlugin`; the file's default export. */
export interface PluginDefinition extends PluginFunctions {
  /** Says what this object is. */
  readonly kind: "mattermost-deno.PluginDefinition";
  /** What the plugin is called for; empty if it left that out. */
  readonly hooks: Hooks;
  /** The hooks that refuse when they throw; empty if it left that out. */
  readonly failClosed: readonly WillHookName[];
}

/** A definition as it is served. */
export interface ServedDefinition extends PluginDefinition {
  /** What it declares, checked; bundles of older versions have nothing. */
  readonly declared?: object | undefined;
  /** What its declarations write into the manifest. */
  readonly manifest?: ManifestParts | undefined;
  /** Where it was defined: its stack leads to the plugin's file. For the test kit. */
  readonly place?: Error | undefined;
}

/**
 * A plugin's definition from checked parts.
 *
 * @param plugin its functions
 * @param declared what it declares, checked
 * @param manifest what they write into the manifest
 */
export function createDefinition<Config extends object>(
  plugin: PluginFunctions<Config>,
  declared: object,
  manifest: ManifestParts = {},
): PluginDefinition {
  const { onActivate, onDeactivate, onConfigurationChange, hooks, failClosed } = plugin;
  const definition = {
    kind: brand,
    onActivate,
    onDeactivate,
    onConfigurationChange,
    hooks: Object.freeze({ ...hooks }),
    failClosed: Object.freeze([...failClosed ?? []]),
    declared: Object.freeze({ ...declared }),
    manifest: Object.freeze({ ...manifest }),
    place: new Error("defined here"),
  };
  // The dispatch does not know this plugin's settings; its contexts have what the features make.
  return Object.freeze(definition) as unknown as ServedDefinition;
}

/**
 * What a plugin's file exports by default, checked.
 *
 * @param value the default export
 * @param where the file, for the error's text
 * @throws {TypeError} when it is not the result of `definePlugin`
 */
export function asPluginDefinition(value: unknown, where: string): ServedDefinition {
  if (typeof value === "object" && value !== null && "kind" in value && value.kind === brand) {
    return value as ServedDefinition;
  }
  const got = value === undefined ? "there is none" : `it is ${shown(value)}`;
  throw new TypeError(
    `${where}: the default export must be what definePlugin() returns, but ${got}. ` +
      'Write: export default definePlugin({ hooks: { … } }), with definePlugin from "@mattermost-deno/plugin".',
  );
}
