/**
 * Checks of a plugin's functions, for authors whose mistakes the types do not catch.
 *
 * @module
 */
import { shown } from "../api/mismatch.ts";
import { suggestion } from "../api/option_names.ts";
import { hookNames, willHookNames } from "./hook_names.ts";
import type { Hooks } from "./hooks.ts";
import type { PluginFunctions } from "./plugin_definition.ts";

const functionNames = ["onActivate", "onDeactivate", "onConfigurationChange"] as const;

/** The names of a plugin's functions in its definition. */
export const functionOptions: readonly (keyof PluginFunctions)[] = [
  ...functionNames,
  "hooks",
  "failClosed",
];

/**
 * Refuses what is no plugin: names that do not exist, and values of the wrong kind.
 *
 * @param plugin what the author wrote
 * @param options the names that may stand in it, beside those of the functions
 * @throws {TypeError} with the name that was probably meant
 */
export function checkDefinition(plugin: PluginFunctions, options: readonly string[] = []): void {
  checkObject(plugin, "definePlugin()");
  const known = [...functionOptions, ...options];
  checkOptionNames(Object.keys(plugin), known);
  for (const name of functionNames) checkFunction(plugin[name], name);
  const hooks = plugin.hooks ?? {};
  checkObject(hooks, "definePlugin(): hooks");
  checkHookNames(Object.keys(hooks), known);
  for (const name of hookNames) checkHook(hooks[name], name);
  const failClosed = plugin.failClosed ?? [];
  if (!Array.isArray(failClosed)) {
    throw new TypeError(`definePlugin(): failClosed: expected an array, got ${shown(failClosed)}`);
  }
  for (const name of failClosed) checkFailClosed(name, hooks);
}

function checkObject(value: unknown, where: string): void {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return;
  throw new TypeError(`${where}: expected an object, got ${shown(value)}`);
}

function checkOptionNames(given: readonly string[], known: readonly string[]): void {
  for (const name of given) {
    if (known.includes(name)) continue;
    if ((hookNames as readonly string[]).includes(name)) {
      throw new TypeError(
        `definePlugin(): "${name}" is a hook: write it inside of hooks: { ${name}: … }`,
      );
    }
    throw new TypeError(
      `definePlugin(): there is no "${name}"; ${suggestion(name, known)}`,
    );
  }
}

function checkHookNames(given: readonly string[], options: readonly string[]): void {
  for (const name of given) {
    if ((hookNames as readonly string[]).includes(name)) continue;
    if (options.includes(name)) {
      throw new TypeError(
        `definePlugin(): "${name}" belongs beside hooks, not inside of it: definePlugin({ ${name}: … })`,
      );
    }
    throw new TypeError(
      `definePlugin(): there is no hook "${name}"; ${suggestion(name, hookNames)}`,
    );
  }
}

function checkFunction(value: unknown, name: string): void {
  if (value === undefined || typeof value === "function") return;
  throw new TypeError(`definePlugin(): ${name}: expected a function, got ${shown(value)}`);
}

function checkHook(value: unknown, name: string): void {
  if (name === "serveHTTP" || name === "serveMetrics") {
    const exchange = value as { kind?: unknown; handle?: unknown } | null | undefined;
    if (exchange?.kind === "httpExchange" && typeof exchange.handle === "function") return;
  }
  checkFunction(value, name);
}

function checkFailClosed(name: unknown, hooks: Hooks): void {
  const known = willHookNames.find((each) => each === name);
  if (known === undefined) {
    throw new TypeError(
      typeof name === "string"
        ? `definePlugin(): failClosed: "${name}" cannot refuse; ${suggestion(name, willHookNames)}`
        : `definePlugin(): failClosed: expected the name of a hook, got ${shown(name)}`,
    );
  }
  if (hooks[known] === undefined) {
    throw new TypeError(
      `definePlugin(): failClosed names "${known}", which is not among the plugin's hooks`,
    );
  }
}
