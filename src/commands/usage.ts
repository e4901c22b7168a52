/**
 * How commands are written, in one line.
 *
 * @module
 */
import type { Say } from "../plugin/context/translate.ts";
import type { CommandNode } from "./command_tree.ts";
import type { DeclaredArgument, NamedArgument } from "./declared_argument.ts";

/** The command as it is typed, such as `/todo add`. */
export function typed(node: CommandNode): string {
  return `/${node.path.join(" ")}`;
}

/**
 * The usage line, such as `/todo add <text> [--urgent]`.
 *
 * @param shown which subcommands may be named
 * @param say puts it into a language
 */
export function usageLine(node: CommandNode, shown: readonly CommandNode[], say: Say): string {
  return [typed(node), hintOf(node, shown, say)].filter((part) => part !== "").join(" ");
}

/** What may follow a command, such as `<text> [--urgent]`. */
export function hintOf(node: CommandNode, shown: readonly CommandNode[], say: Say): string {
  if (node.hint !== undefined) return say(node.hint);
  const own = node.arguments.map(argumentUsage).join(" ");
  if (node.children === undefined) return own;
  const ways = [...shown.map(({ name }) => name), ...(own === "" ? [] : [own])].join(" | ");
  return ways === "" || node.run === undefined ? ways : `[${ways}]`;
}

/** The same for lists that show it in one line beside others. */
export function shortHint(node: CommandNode, shown: readonly CommandNode[], say: Say): string {
  const hint = hintOf(node, shown, say);
  const isLong = node.hint === undefined && node.children !== undefined && hint.length > 60;
  return isLong ? "[subcommand]" : hint;
}

/** One argument, such as `<text>`, `[--urgent]` or `--to <user>`. */
export function argumentUsage({ name, argument }: NamedArgument): string {
  const { type, named, optional } = argument;
  if (named && type === "boolean") return optional ? `[--${name}]` : `--${name}`;
  // A word that has to stand there, as in `/remind in 10m`.
  const only = onlyValue(argument);
  if (only !== undefined && !named) return optional ? `[${only}]` : only;
  const value = type === "rest" ? `${name}…` : name;
  if (named) return optional ? `[--${name} <${value}>]` : `--${name} <${value}>`;
  return optional ? `[${value}]` : `<${value}>`;
}

/** The value of a choice that has no other. */
function onlyValue(argument: DeclaredArgument): string | undefined {
  if (argument.type !== "choice" || typeof argument.values === "function") return undefined;
  const [first, ...others] = argument.values;
  const value = others.length === 0 ? first?.value : undefined;
  return value !== undefined && /^[\p{L}\p{N}_-]+$/u.test(value) ? value : undefined;
}

/** What an argument is, for the list that shows while a person types. */
export function argumentHint({ name, argument }: NamedArgument, say: Say): string {
  if (argument.hint !== "") return say(argument.hint);
  switch (argument.type) {
    case "user":
      return "[@user]";
    case "channel":
      return "[~channel]";
    case "number":
      return `[${name}: number]`;
    case "duration":
      return `[${name}: 90m]`;
    default:
      return `[${name}]`;
  }
}

/** The subcommands of a group in their order, each once, less those that nobody is shown. */
export function listed(node: CommandNode, withAdmins: boolean): readonly CommandNode[] {
  return [...new Set(node.children?.values())]
    .filter(({ hidden, adminOnly }) => !hidden && (withAdmins || !adminOnly));
}
