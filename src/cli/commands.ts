import { bundleCommand } from "./bundle_command.ts";
import { checkCommand } from "./check_command.ts";
import type { Command } from "./command.ts";
import { createCompletionsCommand } from "./completions_command.ts";
import { deployCommand } from "./deploy_command.ts";
import { devCommand } from "./dev_command.ts";
import { doctorCommand } from "./doctor_command.ts";
import { createInitCommand } from "./init_command.ts";
import { listCommand } from "./list_command.ts";
import { logsCommand } from "./logs_command.ts";
import { disableCommand, enableCommand, resetCommand } from "./switch_commands.ts";
import { verifyCommand } from "./verify_command.ts";

/** All commands, in the order in which the help lists them. */
export const commands: readonly Command[] = [
  createInitCommand(() => commands),
  devCommand,
  checkCommand,
  bundleCommand,
  verifyCommand,
  deployCommand,
  logsCommand,
  enableCommand,
  disableCommand,
  resetCommand,
  listCommand,
  doctorCommand,
  createCompletionsCommand(() => commands),
];
