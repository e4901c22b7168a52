import { bundleCommand } from "./bundle_command.ts";
import type { Command } from "./command.ts";
import { createCompletionsCommand } from "./completions_command.ts";

/** All commands, in the order in which the help lists them. */
export const commands: readonly Command[] = [
  bundleCommand,
  createCompletionsCommand(() => commands),
];
