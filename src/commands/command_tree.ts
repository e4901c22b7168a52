/**
 * A plugin's commands, checked: one shape for groups and for what runs.
 *
 * @module
 */
import type { CommandAnswer } from "../plugin/command_hooks.ts";
import type { Text } from "../plugin/context/translate.ts";
import type { UserContext } from "../plugin/context/user_context.ts";
import type { Awaitable } from "../plugin/hook_types.ts";
import type {
  CommandDeclarations,
  CommandPermissionCheck,
  CommandPermissions,
  CommandRegistration,
  CommandTree,
} from "./command_declarations.ts";
import { checkFacts, checkPlainFunction, checkRegistration, fail } from "./check_facts.ts";
import { checkArguments } from "./check_arguments.ts";
import { checkSubcommandName, checkTrigger } from "./check_names.ts";
import { checkObject, checkOptions } from "./check_options.ts";
import type { NamedArgument } from "./declared_argument.ts";
import { factOptions, isRunnable, registrationOptions } from "./subcommand.ts";

/** What runs when a command is called. */
export type Run = (
  args: Readonly<Record<string, unknown>>,
  context: UserContext,
) => Awaitable<CommandAnswer>;

/** A command, a subcommand or a group of them. */
export interface CommandNode {
  /** Its word, in lower case. */
  readonly name: string;
  /** The words that lead to it, itself included, such as `todo` and `add`. */
  readonly path: readonly string[];
  /** The group that it is in; undefined for commands. */
  readonly parent: CommandNode | undefined;
  readonly description: Text;
  readonly hint: Text | undefined;
  readonly aliases: readonly string[];
  /** Whether it, or a group that it is in, is hidden. */
  readonly hidden: boolean;
  /** Whether it, or a group that it is in, is for administrators. */
  readonly adminOnly: boolean;
  readonly permission: CommandPermissions | CommandPermissionCheck | undefined;
  /** What it takes, positional ones first; none for groups without a `run` of their own. */
  readonly arguments: readonly NamedArgument[];
  /** What it does; undefined for groups that show their help. */
  readonly run: Run | undefined;
  /** What may follow, by name and alias; undefined where nothing may. */
  readonly children: ReadonlyMap<string, CommandNode> | undefined;
}

/** A command with what only commands have. */
export interface CommandRoot extends CommandNode {
  readonly registration: CommandRegistration;
}

/**
 * Checks the declared commands.
 *
 * @param declarations what the author wrote
 * @throws {TypeError} with the place, what was expected there and what to do
 */
export function commandTree(declarations: CommandDeclarations<never>): readonly CommandRoot[] {
  const where = "definePlugin(): commands";
  checkObject(declarations, where);
  const roots = Object.entries(declarations).map(([name, declared]) => {
    const place = `${where}.${name}`;
    checkTrigger(name, place);
    const node = nodeOf(name, declared, undefined, place);
    for (const alias of node.aliases) checkTrigger(alias, `${place}.aliases`);
    const registration = registrationOf(declared);
    checkRegistration(registration, place);
    return { ...node, registration };
  });
  byName(roots, where);
  return roots;
}

/** The nodes by their names and aliases. */
export function byName<Node extends CommandNode>(
  nodes: readonly Node[],
  where: string,
): ReadonlyMap<string, Node> {
  const found = new Map<string, Node>();
  for (const node of nodes) {
    for (const name of [node.name, ...node.aliases]) {
      const other = found.get(name);
      if (other !== undefined) {
        fail(
          where,
          other === node
            ? `"${node.name}" has the name "${name}" twice; leave one of them out`
            : `"${name}" is a name of "${other.name}" and of "${node.name}"; give one of them another`,
        );
      }
      found.set(name, node);
    }
  }
  return found;
}

type Fields = Readonly<Record<string, unknown>>;

function nodeOf(
  name: string,
  declared: unknown,
  parent: CommandNode | undefined,
  where: string,
): CommandNode {
  if (isRunnable(declared)) {
    if (declared.kind === "mattermost-deno.Command" && parent !== undefined) {
      fail(where, "command() makes commands; what follows one is made by subcommand()");
    }
    const facts = factsOf(name, declared.options, parent, where);
    return { ...facts, ...runs(declared, where), children: undefined };
  }
  checkPlainFunction(declared, where);
  const more = parent === undefined ? registrationOptions : {};
  checkObject(declared, where);
  if ("args" in declared && !("subcommands" in declared)) {
    fail(where, "what has args is made by subcommand({ description, args, run })");
  }
  checkOptions(
    declared,
    { ...factOptions, ...more, subcommands: "object", run: "function" },
    where,
  );
  const group = declared as CommandTree<never>;
  if (group.subcommands === undefined) {
    fail(where, "subcommands is missing; a command that has none is made by subcommand({ … })");
  }
  const own = group.run === undefined ? { run: undefined, arguments: [] } : runs(group.run, where);
  const node = { ...factsOf(name, group, parent, where), ...own };
  const place = `${where}.subcommands`;
  const children = Object.entries(group.subcommands).map(([child, value]) => {
    checkSubcommandName(child, `${place}.${child}`);
    const made = nodeOf(child, value, { ...node, children: undefined }, `${place}.${child}`);
    for (const alias of made.aliases) checkSubcommandName(alias, `${place}.${child}.aliases`);
    return made;
  });
  if (children.length === 0) fail(place, "there is none; a command needs at least one, or a run");
  return { ...node, children: byName(children, place) };
}

/** What a function or a subcommand does. */
function runs(declared: unknown, where: string): Pick<CommandNode, "run" | "arguments"> {
  if (!isRunnable(declared)) return { run: declared as Run, arguments: [] };
  return {
    run: declared as unknown as Run,
    arguments: checkArguments(declared.options.args ?? {}, `${where}.args`),
  };
}

function factsOf(
  name: string,
  declared: unknown,
  parent: CommandNode | undefined,
  where: string,
): Omit<CommandNode, "run" | "arguments" | "children"> {
  const facts = checkFacts(declared as Fields, where);
  return {
    ...facts,
    name,
    path: [...parent?.path ?? [], name],
    parent,
    hidden: facts.hidden || parent?.hidden === true,
    adminOnly: facts.adminOnly || parent?.adminOnly === true,
  };
}

function registrationOf(declared: unknown): CommandRegistration {
  const options = isRunnable(declared) ? declared.options : declared as CommandTree;
  const { teams, icon, displayName } = options as CommandRegistration;
  return {
    ...(teams === undefined ? {} : { teams }),
    ...(icon === undefined ? {} : { icon }),
    ...(displayName === undefined ? {} : { displayName }),
  };
}
