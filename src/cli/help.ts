import type { Command, CommandOption } from "./command.ts";
import type { Paint } from "./paint.ts";

/** What stands before the command's name when it is typed. */
export const PROGRAM = "deno run -A jsr:@mattermost-deno/plugin/cli";

const HELP: CommandOption = { name: "help", short: "h", help: "Show this help" };
const VERSION: CommandOption = { name: "version", short: "V", help: "Show the version" };

/** The help of the whole program. */
export function programHelp(commands: readonly Command[], paint: Paint): string {
  return [
    "Mattermost plugins in TypeScript.",
    "",
    `${paint.bold("Usage:")} ${paint.green(`${PROGRAM} <command> [options]`)}`,
    "",
    paint.bold("Commands:"),
    ...columns([
      ...commands.map(({ name, summary }): Row => [name, summary]),
      ["help", "Show this help, or the help of a command: help <command>"],
    ], paint),
    "",
    paint.bold("Options:"),
    ...columns([HELP, VERSION].map(optionRow), paint),
  ].join("\n");
}

/** The help of one command. */
export function commandHelp(command: Command, paint: Paint): string {
  const parts = [
    `${command.summary}.`,
    usageLine(command, paint),
    ...command.description === undefined ? [] : [command.description.trim()],
    [
      paint.bold("Options:"),
      ...columns([...command.options, HELP].map(optionRow), paint),
    ].join("\n"),
  ];
  if (command.examples !== undefined && command.examples.length > 0) {
    parts.push([
      paint.bold("Examples:"),
      ...command.examples.flatMap(({ words, help }) => [
        `  ${help}:`,
        `    ${paint.cyan(`${PROGRAM} ${command.name} ${words}`.trimEnd())}`,
      ]),
    ].join("\n"));
  }
  return parts.join("\n\n");
}

/** The one line that says how a command is called. */
export function usageLine(command: Command, paint: Paint): string {
  const text = `${PROGRAM} ${command.name} ${command.usage}`.trimEnd();
  return `${paint.bold("Usage:")} ${paint.green(text)}`;
}

type Row = readonly [left: string, right: string];

function optionRow({ name, short, value, choices, help }: CommandOption): Row {
  const left = `${short === undefined ? "    " : `-${short}, `}--${name}`;
  const known = choices === undefined ? "" : ` (${choices.join(", ")})`;
  return [value === undefined ? left : `${left} <${value}>`, `${help}${known}`];
}

/** Two columns; the right one is folded at 100 characters. */
function columns(rows: readonly Row[], paint: Paint): string[] {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return rows.flatMap(([left, right]) => {
    const [first = "", ...more] = fold(right, Math.max(30, 98 - width));
    return [
      `  ${paint.cyan(left)}${" ".repeat(width - left.length)}${first}`,
      ...more.map((line) => " ".repeat(width + 2) + line),
    ];
  });
}

function fold(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
