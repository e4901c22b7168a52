/**
 * The functions that declare commands which run something.
 *
 * @module
 */
import type { CommandAnswer } from "../plugin/command_hooks.ts";
import type { UserContext } from "../plugin/context/user_context.ts";
import type { PluginConfig } from "../plugin/hook_context.ts";
import type { Awaitable } from "../plugin/hook_types.ts";
import type { ArgumentDeclarations, ArgumentValues } from "./argument.ts";
import { checkOptions, type OptionType } from "./check_options.ts";
import type {
  CommandRegistration,
  CommandWithoutSubcommands,
  RunnableFacts,
  Subcommand,
} from "./command_declarations.ts";

/** What a subcommand is. */
export interface SubcommandOptions<Config extends object, Arguments extends ArgumentDeclarations>
  extends RunnableFacts<Config, Arguments> {
  /**
   * Does it. What it returns is the answer: a text for the caller alone, `ephemeral(…)`,
   * `inChannel(…)`, or nothing. `null` passes the command on to the plugin's `executeCommand`.
   *
   * If it throws a `UserError`, the caller reads its text. Any other error is logged, and the caller
   * is told that it failed.
   */
  readonly run: (
    args: ArgumentValues<Arguments>,
    context: UserContext<Config>,
  ) => Awaitable<CommandAnswer>;
}

/** What a command without subcommands is. */
export interface CommandOptions<Config extends object, Arguments extends ArgumentDeclarations>
  extends SubcommandOptions<Config, Arguments>, CommandRegistration<Config> {}

/** The options of groups and subcommands. */
export const factOptions: Readonly<Record<string, OptionType>> = {
  description: "text",
  hint: "text",
  aliases: "any",
  hidden: "boolean",
  adminOnly: "boolean",
  permission: "any",
};

/** The options that only commands have. */
export const registrationOptions: Readonly<Record<string, OptionType>> = {
  teams: "any",
  icon: "string",
  displayName: "text",
};

/**
 * Declares a subcommand, or a command that has none.
 *
 * @param options what it is and does
 * @throws {TypeError} for an option that does not exist or is of the wrong kind; what concerns names
 * and arguments is checked by `definePlugin`
 *
 * @example
 * ```ts
 * import { arg, definePlugin, ephemeral, subcommand } from "@mattermost-deno/plugin";
 *
 * export default definePlugin({
 *   commands: {
 *     todo: {
 *       description: "Your todos",
 *       subcommands: {
 *         add: subcommand({
 *           description: "Add one",
 *           args: { text: arg.rest({ hint: "[what]" }) },
 *           run: async ({ text }, { kv, userId }) => {
 *             await kv.update<string[]>(`todos/${userId}`, (old = []) => [...old, text]);
 *             return ephemeral("Added.");
 *           },
 *         }),
 *       },
 *     },
 *   },
 * });
 * ```
 */
export function subcommand<
  Config extends object = PluginConfig,
  // deno-lint-ignore ban-types -- no arguments, rather than arguments of any name
  const Arguments extends ArgumentDeclarations = {},
>(options: SubcommandOptions<Config, Arguments>): Subcommand<Config> {
  return runnable("mattermost-deno.Subcommand", options, "subcommand()", {});
}

/**
 * Declares a command that has no subcommands, with what only commands have: teams, an icon. Without
 * those, `subcommand` does as well.
 *
 * @param options what it is and does
 * @throws {TypeError} as `subcommand`
 *
 * @example
 * ```ts
 * import { arg, command, definePlugin } from "@mattermost-deno/plugin";
 *
 * export default definePlugin({
 *   commands: {
 *     echo: command({
 *       description: "Say it again",
 *       teams: ["sales"],
 *       args: { text: arg.rest({ hint: "[text]" }) },
 *       run: ({ text }) => text,
 *     }),
 *   },
 * });
 * ```
 */
export function command<
  Config extends object = PluginConfig,
  // deno-lint-ignore ban-types -- as above
  const Arguments extends ArgumentDeclarations = {},
>(options: CommandOptions<Config, Arguments>): CommandWithoutSubcommands<Config> {
  return runnable("mattermost-deno.Command", options, "command()", registrationOptions);
}

type AnyOptions = CommandOptions<never, never>;

/** A subcommand or command with what was said about it. */
export interface Runnable {
  (args: never, context: UserContext<never>): Awaitable<CommandAnswer>;
  readonly kind: "mattermost-deno.Subcommand" | "mattermost-deno.Command";
  readonly options: AnyOptions;
}

function runnable<Kind extends Runnable["kind"], Made extends { kind: Kind }>(
  kind: Kind,
  options: unknown,
  where: string,
  more: Readonly<Record<string, OptionType>>,
): Made {
  const misplaced = Object.keys(Object(options)).find((name) =>
    Object.hasOwn(registrationOptions, name) && !Object.hasOwn(more, name)
  );
  if (misplaced !== undefined) {
    throw new TypeError(
      `${where}: only commands have "${misplaced}"; make this one with command()`,
    );
  }
  checkOptions(options, { ...factOptions, args: "object", run: "function", ...more }, where);
  const { run } = options as AnyOptions;
  if (run === undefined) throw new TypeError(`${where}: run is missing, the function that does it`);
  const made: Runnable["options"]["run"] = (args, context) => run(args, context);
  return Object.freeze(
    Object.assign(made, { kind, options: Object.freeze({ ...options as AnyOptions }) }),
  ) as unknown as Made;
}

/** Whether this is what `subcommand()` or `command()` has made. */
export function isRunnable(value: unknown): value is Runnable {
  if (typeof value !== "function" || !("kind" in value)) return false;
  return value.kind === "mattermost-deno.Subcommand" || value.kind === "mattermost-deno.Command";
}
