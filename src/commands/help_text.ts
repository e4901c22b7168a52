/**
 * The help, made from what is declared.
 *
 * @module
 */
import type { Say } from "../plugin/context/translate.ts";
import { durationText } from "../jobs/duration.ts";
import { code } from "./answer.ts";
import type { CommandNode } from "./command_tree.ts";
import type { NamedArgument } from "./declared_argument.ts";
import { argumentUsage, listed, typed, usageLine } from "./usage.ts";

/** The word that asks for help, unless a plugin has a subcommand of that name. */
export const helpWord = "help";

/**
 * The help for a command, in Markdown.
 *
 * @param isAdmin whether it is for somebody who sees what administrators may do
 * @param say puts it into their language
 */
export function helpText(node: CommandNode, isAdmin: boolean, say: Say): string {
  const shown = listed(node, isAdmin);
  const lines = [
    `**${plainCode(usageLine(node, shown, say))}**`,
    say(node.description),
    ...paragraph(shown.map((child) => subcommandLine(child, isAdmin, say))),
    ...paragraph(node.arguments.map((named) => argumentLine(named, say))),
  ];
  if (node.aliases.length > 0) {
    lines.push("", `Also: ${node.aliases.map((name) => code(besides(node, name))).join(", ")}`);
  }
  if (node.children !== undefined && !node.children.has(helpWord) && shown.length > 0) {
    lines.push("", `${code(`${typed(node)} ${helpWord} ${shown[0]?.name}`)} tells more about one.`);
  }
  return lines.join("\n");
}

function paragraph(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ["", ...lines];
}

function subcommandLine(node: CommandNode, isAdmin: boolean, say: Say): string {
  const usage = usageLine(node, listed(node, isAdmin), say);
  return `- ${plainCode(usage)}: ${say(node.description)}`;
}

function argumentLine(named: NamedArgument, say: Say): string {
  const { argument } = named;
  const facts = [
    ...(argument.description === "" ? [] : [say(argument.description)]),
    ...valuesOf(named, say),
    ...defaultsOf(named),
  ];
  return `- ${plainCode(argumentUsage(named))}${facts.length === 0 ? "" : `: ${facts.join("; ")}`}`;
}

function valuesOf({ argument }: NamedArgument, say: Say): string[] {
  if (argument.type !== "choice" || typeof argument.values === "function") return [];
  const values = argument.values.map(({ value, description }) =>
    description === undefined ? code(value) : `${code(value)} (${say(description)})`
  );
  return [`one of ${values.join(", ")}`];
}

function defaultsOf({ argument }: NamedArgument): string[] {
  const { default: value, type } = argument;
  if (value === undefined || typeof value === "function" || type === "boolean") return [];
  return [`default ${code(type === "duration" ? durationText(Number(value)) : String(value))}`];
}

function besides(node: CommandNode, alias: string): string {
  return `/${[...node.path.slice(0, -1), alias].join(" ")}`;
}

/** As code, however long it is; a usage line has no backticks unless a hint has. */
function plainCode(text: string): string {
  return text.includes("`") ? code(text) : `\`${text}\``;
}
