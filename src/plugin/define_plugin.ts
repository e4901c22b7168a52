/**
 * The one object that is a plugin.
 *
 * @module
 */
import { nearestName } from "../api/nearest_name.ts";
import { shown } from "../api/mismatch.ts";
import type { HookContext } from "./hook_context.ts";
import { hookNames, type WillHookName, willHookNames } from "./hook_names.ts";
import type { Ignored } from "./hook_types.ts";
import type { Hooks } from "./hooks.ts";

/** What a plugin consists of. Everything may be left out. */
export interface PluginOptions {
  /**
   * Called when the plugin is started, after the settings were read: the place to register commands
   * and to start what runs beside the hooks. A throw keeps the plugin from starting; its message is
   * shown in the System Console.
   */
  readonly onActivate?: (context: HookContext) => Ignored;
  /**
   * Called before the plugin is stopped: end here what `onActivate` has begun. A throw is logged. A
   * server that shuts down waits 10 seconds at most.
   */
  readonly onDeactivate?: (context: HookContext) => Ignored;
  /**
   * Called with the settings in `context.config`: once before `onActivate`, and then after every
   * change of the server's configuration, even one that does not concern this plugin. A throw is
   * logged, and reported to the server.
   */
  readonly onConfigurationChange?: (context: HookContext) => Ignored;
  /** What the plugin is called for. */
  readonly hooks?: Hooks;
  /**
   * "Will" hooks that refuse when they throw, instead of letting the server go on as if they were
   * not there: for rules that matter more than that people can work.
   */
  readonly failClosed?: readonly WillHookName[];
}

/** The brand of a definition; a bundle and its loader share no code, so no class can serve. */
const brand = "mattermost-deno.PluginDefinition";

/** A plugin, checked and frozen. Made by {@link definePlugin}; the file's default export. */
export interface PluginDefinition extends PluginOptions {
  /** Says what this object is. */
  readonly kind: "mattermost-deno.PluginDefinition";
  /** What the plugin is called for; empty if it left that out. */
  readonly hooks: Hooks;
  /** The hooks that refuse when they throw; empty if it left that out. */
  readonly failClosed: readonly WillHookName[];
}

const optionNames: readonly (keyof PluginOptions)[] = [
  "onActivate",
  "onDeactivate",
  "onConfigurationChange",
  "hooks",
  "failClosed",
];

/**
 * Defines a plugin. Export the result as the file's default; nothing starts until a server loads the
 * file.
 *
 * @param plugin what it consists of
 * @throws {TypeError} for a name that does not exist (with the one that was probably meant) or a
 * value of the wrong kind
 *
 * @example
 * ```ts
 * import { allow, definePlugin, reject } from "@mattermost-deno/plugin";
 *
 * export default definePlugin({
 *   async onActivate({ api, log }) {
 *     await api.registerCommand({ command: { trigger: "hello", autoComplete: true } });
 *     log.info("ready");
 *   },
 *   hooks: {
 *     messageWillBePosted: (post) =>
 *       post.message.includes("hunter2") ? reject("That looks like a password.") : allow(),
 *     executeCommand: async (args, { api }) => {
 *       const user = await api.getUser({ userId: args.userId });
 *       return { text: `Hello, ${user.username}!` };
 *     },
 *     serveHTTP: (request) => Response.json({ path: new URL(request.url).pathname }),
 *   },
 * });
 * ```
 */
export function definePlugin(plugin: PluginOptions): PluginDefinition {
  checkObject(plugin, "definePlugin()");
  checkNames(Object.keys(plugin), optionNames, hookNames);
  for (const name of ["onActivate", "onDeactivate", "onConfigurationChange"] as const) {
    checkFunction(plugin[name], name);
  }
  const hooks = plugin.hooks ?? {};
  checkObject(hooks, "definePlugin(): hooks");
  checkHookNames(Object.keys(hooks));
  for (const name of hookNames) checkHook(hooks[name], name);
  const failClosed = plugin.failClosed ?? [];
  if (!Array.isArray(failClosed)) {
    throw new TypeError(`definePlugin(): failClosed: expected an array, got ${shown(failClosed)}`);
  }
  for (const name of failClosed) checkFailClosed(name, hooks);
  return Object.freeze({
    ...plugin,
    kind: brand,
    hooks: Object.freeze({ ...hooks }),
    failClosed: Object.freeze([...failClosed]),
  });
}

/**
 * What a plugin's file exports by default, checked.
 *
 * @param value the default export
 * @param where the file, for the error's text
 * @throws {TypeError} when it is not the result of `definePlugin`
 */
export function asPluginDefinition(value: unknown, where: string): PluginDefinition {
  if (typeof value === "object" && value !== null && "kind" in value && value.kind === brand) {
    return value as PluginDefinition;
  }
  const got = value === undefined ? "there is none" : `it is ${shown(value)}`;
  throw new TypeError(
    `${where}: the default export must be what definePlugin() returns, but ${got}. ` +
      'Write: export default definePlugin({ hooks: { … } }), with definePlugin from "@mattermost-deno/plugin".',
  );
}

function checkObject(value: unknown, where: string): void {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return;
  throw new TypeError(`${where}: expected an object, got ${shown(value)}`);
}

function checkNames(
  given: readonly string[],
  known: readonly string[],
  hooks: readonly string[],
): void {
  for (const name of given) {
    if (known.includes(name)) continue;
    if (hooks.includes(name)) {
      throw new TypeError(
        `definePlugin(): "${name}" is a hook: write it inside of hooks: { ${name}: … }`,
      );
    }
    throw new TypeError(
      `definePlugin(): there is no "${name}"; ${suggestion(name, known)}`,
    );
  }
}

function checkHookNames(given: readonly string[]): void {
  for (const name of given) {
    if ((hookNames as readonly string[]).includes(name)) continue;
    if ((optionNames as readonly string[]).includes(name)) {
      throw new TypeError(
        `definePlugin(): "${name}" belongs beside hooks, not inside of it: definePlugin({ ${name}: … })`,
      );
    }
    throw new TypeError(
      `definePlugin(): there is no hook "${name}"; ${suggestion(name, hookNames)}`,
    );
  }
}

function suggestion(name: string, known: readonly string[]): string {
  const near = nearestName(name, known);
  return near === undefined ? `it knows ${known.join(", ")}` : `did you mean "${near}"?`;
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
