import type { Command } from "./command.ts";
import { bashCompletions, fishCompletions, zshCompletions } from "./completions.ts";
import { didYouMean } from "./parse_command.ts";
import { UsageError } from "./usage_error.ts";

const SHELLS = { bash: bashCompletions, zsh: zshCompletions, fish: fishCompletions };

/** Makes `completions`, which knows all commands, itself included. */
export function createCompletionsCommand(commands: () => readonly Command[]): Command {
  return {
    name: "completions",
    summary: "Write completions for a shell",
    usage: "[options] <bash|zsh|fish>",
    description: `
Completions belong to a name, so install the command line under one first:

  deno install --global -A --name mattermost-plugin jsr:@mattermost-deno/plugin/cli

and have your shell read what this command prints:

  bash: source <(mattermost-plugin completions bash)    in ~/.bashrc
  zsh:  source <(mattermost-plugin completions zsh)     in ~/.zshrc, after compinit
  fish: mattermost-plugin completions fish > ~/.config/fish/completions/mattermost-plugin.fish`,
    options: [{
      name: "name",
      value: "name",
      help: "The name under which the command line is installed. Default: mattermost-plugin",
    }],
    words: Object.keys(SHELLS),
    run({ words, text }, io) {
      const [shell, ...more] = words;
      const names = Object.keys(SHELLS);
      if (shell === undefined || more.length > 0) {
        throw new UsageError(`completions takes one shell: ${names.join(", ")}`);
      }
      if (!Object.hasOwn(SHELLS, shell)) {
        throw new UsageError(
          `there are no completions for "${shell}"; expected ${names.join(", ")}` +
            didYouMean(shell, names),
        );
      }
      const name = text("name") ?? "mattermost-plugin";
      if (!/^[A-Za-z0-9_.][A-Za-z0-9_.-]*$/.test(name)) {
        throw new UsageError(`--name is "${name}"; expected letters, digits, ".", "_" and "-"`);
      }
      io.out(SHELLS[shell as keyof typeof SHELLS](name, commands()).trimEnd());
      return Promise.resolve(0);
    },
  };
}
