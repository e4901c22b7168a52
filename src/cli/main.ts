import { parseArgs } from "@std/cli";
import { runBundle } from "./bundle_command.ts";
import { UsageError } from "./usage_error.ts";

const usage = `Mattermost plugins in TypeScript.

Usage: deno run -A jsr:@mattermost-deno/plugin/cli <command> [options]

Commands:
  bundle <plugin.ts>  Turn a plugin and its manifest into a folder that a host can start

Options:
  -h, --help  Show this help, or the help of a command

bundle options:
  --out <folder>     The folder to write. Default: dist/<id of the plugin>
  --manifest <path>  plugin.json, plugin.yaml or plugin.yml, or the folder that holds it.
                     Default: the folder of the plugin's file
`;

/**
 * Runs the command line and prints to stdout and stderr.
 *
 * @param args the words after the program's name
 * @returns the exit code: 0, 1 when the command failed, 2 when the words are wrong
 */
export async function main(args: readonly string[]): Promise<number> {
  const unknown: string[] = [];
  const options = parseArgs([...args], {
    boolean: ["help"],
    string: ["out", "manifest", "_"],
    alias: { help: "h" },
    unknown: (word: string, key?: string) => {
      if (key !== undefined) unknown.push(word);
      return key === undefined;
    },
  });
  const [command, ...words] = options._.map(String);
  if (options["help"] || command === undefined) {
    console.log(usage);
    return options["help"] ? 0 : 2;
  }
  try {
    if (unknown.length > 0) throw new UsageError(`there is no option ${unknown.join(", ")}`);
    if (command !== "bundle") throw new UsageError(`there is no command "${command}"`);
    await runBundle(words, { out: options["out"], manifest: options["manifest"] });
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`error: ${error.message}\n\n${usage}`);
      return 2;
    }
    console.error(`error: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}
