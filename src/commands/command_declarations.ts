/**
 * What a plugin's commands are declared as.
 *
 * @module
 */
import type { CommandAnswer } from "../plugin/command_hooks.ts";
import type { Text } from "../plugin/context/translate.ts";
import type { UserContext } from "../plugin/context/user_context.ts";
import type { HookContext, PluginConfig } from "../plugin/hook_context.ts";
import type { Awaitable } from "../plugin/hook_types.ts";
import type { ArgumentDeclarations } from "./argument.ts";

/** Permissions by their Mattermost ids, such as `manage_team`; the caller needs all of them. */
export interface CommandPermissions {
  /** One of the whole system. */
  readonly system?: string;
  /** One in the team in which the command is run. Outside of teams nobody has it. */
  readonly team?: string;
  /** One in the channel in which the command is run. */
  readonly channel?: string;
}

/** Decides whether this person may run the command; false refuses. */
export type CommandPermissionCheck<Config extends object = PluginConfig> = (
  context: UserContext<Config>,
) => Awaitable<boolean>;

/**
 * What commands, subcommands and groups of them have in common.
 *
 * Texts that `localized` names are in the language of who asks for the help; the list that shows while
 * a person types is the same for everybody, and in the server's language.
 */
export interface CommandFacts<Config extends object = PluginConfig> {
  /** What it does, in a few words. */
  readonly description: Text;
  /** What may follow it, for the list that shows while a person types. Default: from its arguments. */
  readonly hint?: Text;
  /** Other names, which work but are not offered while a person types. */
  readonly aliases?: readonly string[];
  /** Whether neither the help nor the list that shows while a person types has it. Default: false. */
  readonly hidden?: boolean;
  /**
   * Whether system administrators alone may run it, and see it. For groups: all that is in them.
   * Default: false.
   */
  readonly adminOnly?: boolean;
  /** Who may run it. For groups: all that is in them. Default: everybody. */
  readonly permission?: CommandPermissions | CommandPermissionCheck<Config>;
}

/** What only a command has, not a subcommand. */
export interface CommandRegistration<Config extends object = PluginConfig> {
  /**
   * The teams in which the command is there, by name or id, or what gives them when the plugin is
   * activated and whenever its settings change. Default: everywhere, direct messages included.
   */
  readonly teams?:
    | readonly string[]
    | ((context: HookContext<Config>) => Awaitable<readonly string[]>);
  /** A picture for the list that shows while a person types: the text of an SVG file. */
  readonly icon?: string;
  /** The name that administrators see. Default: the trigger. */
  readonly displayName?: Text;
}

/** A declared subcommand, as `subcommand()` makes it. Called, it runs. */
export interface Subcommand<Config extends object = PluginConfig> {
  /** Runs it with these arguments, whatever it declares about who may. */
  (args: never, context: UserContext<Config>): Awaitable<CommandAnswer>;
  /** Says what this object is. */
  readonly kind: "mattermost-deno.Subcommand";
}

/** A declared command without subcommands, as `command()` makes it. Called, it runs. */
export interface CommandWithoutSubcommands<Config extends object = PluginConfig> {
  /** Runs it with these arguments, whatever it declares about who may. */
  (args: never, context: UserContext<Config>): Awaitable<CommandAnswer>;
  /** Says what this object is. */
  readonly kind: "mattermost-deno.Command";
}

/** Subcommands and groups of them, by their names. */
export type SubcommandDeclarations<Config extends object = PluginConfig> = Readonly<
  Record<string, Subcommand<Config> | SubcommandGroup<Config>>
>;

/** Subcommands under one word, such as `/todo list add` and `/todo list remove` under `list`. */
export interface SubcommandGroup<Config extends object = PluginConfig>
  extends CommandFacts<Config> {
  /** What may follow the word, by name. `help` is there anyway, unless it is declared here. */
  readonly subcommands: SubcommandDeclarations<Config>;
  /**
   * What runs when no subcommand follows: a function, or a subcommand, which also gets what is no
   * subcommand's name if it has arguments. Default: the help.
   */
  readonly run?: (args: never, context: UserContext<Config>) => Awaitable<CommandAnswer>;
}

/** A command with subcommands. */
export interface CommandTree<Config extends object = PluginConfig>
  extends SubcommandGroup<Config>, CommandRegistration<Config> {}

/** A plugin's commands by their triggers, the words after the slash. */
export type CommandDeclarations<Config extends object = PluginConfig> = Readonly<
  Record<string, CommandTree<Config> | CommandWithoutSubcommands<Config> | Subcommand<Config>>
>;

/** What {@link SubcommandOptions} and {@link CommandOptions} have beside their `run`. */
export interface RunnableFacts<Config extends object, Arguments extends ArgumentDeclarations>
  extends CommandFacts<Config> {
  /** What must or may follow it, by name: those that are given by their place in this order. */
  readonly args?: Arguments;
}
