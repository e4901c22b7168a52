/**
 * The commands that the documentation shows.
 *
 * @module
 */
import { commands } from "../../src/cli/commands.ts";
import { denoConfig } from "../../src/cli/init/project_texts.ts";
import { parseCommand } from "../../src/cli/parse_command.ts";
import { root } from "./pages.ts";

/** How the command line is called: by its address, by a name that people gave it, from a checkout. */
const CALLS: readonly (readonly string[])[] = [
  ["deno", "run", "-A", "jsr:@mattermost-deno/plugin/cli"],
  ["mattermost-plugin"],
  ["deno", "run", "-A", "tools/run.ts", "run", "-A", "src/cli/mod.ts"],
];

/** What belongs to the computer, to Deno and to Mattermost. */
const OTHERS: ReadonlySet<string> = new Set([
  "cd",
  "export",
  "git",
  "mmctl",
  "printf",
  "server/launch",
  "sha256sum",
]);

const DENOS: ReadonlySet<string> = new Set(["install", "test", "upgrade"]);

/** The commands of a block, as the words of each. */
export function commandsIn(code: string): readonly (readonly string[])[] {
  return code.replaceAll("\\\n", " ").split("\n").flatMap((line) =>
    line.replace(/(^| )#.*$/, "").split(/ && | \| /).map((command) => {
      const words = command.match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g) ?? [];
      const first = words.findIndex((word) => !/^\w+=/.test(word));
      const own = first < 0 ? [] : words.slice(first);
      return own[0] === "npx" && own[1] === "-y" ? own.slice(2) : own;
    }).filter((words) => words.length > 0)
  );
}

/** What is wrong with a command; undefined for nothing. */
export async function wrongCommand(
  words: readonly string[],
  page: string,
): Promise<string | undefined> {
  const call = CALLS.find((call) => call.every((word, index) => words[index] === word));
  if (call !== undefined) return wrongWords(words.slice(call.length));
  const [program = "", subcommand = "", name = ""] = words;
  if (program !== "deno") return OTHERS.has(program) ? undefined : `nothing is known of ${program}`;
  if (subcommand !== "task") {
    return DENOS.has(subcommand) ? undefined : `nothing is known of deno ${subcommand}`;
  }
  const { tasks } = JSON.parse(await config(page)) as { tasks: Record<string, unknown> };
  return Object.hasOwn(tasks, name) ? undefined : `deno.json has no task "${name}"`;
}

/** The deno.json that a page means: this project's, or that of a plugin that `init` has made. */
async function config(page: string): Promise<string> {
  if (!page.startsWith("docs/")) return await Deno.readTextFile(`${root}deno.json`);
  return denoConfig({
    id: "com.example.page",
    name: "Page",
    trigger: "page",
    checkout: undefined,
    commands: commands.map(({ name }) => name),
  });
}

function wrongWords([name = "", ...rest]: readonly string[]): string | undefined {
  const command = commands.find((command) => command.name === name);
  if (command === undefined) return `there is no command "${name}"`;
  try {
    parseCommand(command, rest);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
