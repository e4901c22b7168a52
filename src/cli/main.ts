import { PACKAGE_VERSION } from "../bundle/package_version.ts";
import type { Command } from "./command.ts";
import type { CommandIO } from "./command_io.ts";
import { commands } from "./commands.ts";
import { commandHelp, PROGRAM, programHelp, usageLine } from "./help.ts";
import { didYouMean, parseCommand } from "./parse_command.ts";
import { openProcessIO } from "./process_io.ts";
import { printable } from "./printable.ts";
import { UsageError } from "./usage_error.ts";

/**
 * Runs the command line.
 *
 * @param args the words after the program's name
 * @param given what a command has of the world; default: this process's streams and signals
 * @returns the exit code: 0, 1 when the command failed, 2 when the words are wrong, 130 after Ctrl-C
 *
 * @example
 * ```ts
 * import { main } from "@mattermost-deno/plugin/cli";
 *
 * if (await main(["help", "bundle"]) !== 0) throw new Error("there is no such command");
 * ```
 */
export async function main(args: readonly string[], given?: CommandIO): Promise<number> {
  if (given !== undefined) return await dispatch(args, given);
  using io = openProcessIO();
  return await dispatch(args, io);
}

async function dispatch(args: readonly string[], io: CommandIO): Promise<number> {
  let command: Command | undefined;
  try {
    const [first, ...rest] = args;
    if (first === undefined) {
      io.out(programHelp(commands, io.paint));
      return 2;
    }
    if (first === "-h" || first === "--help") return await help([], io);
    if (first === "-V" || first === "--version") {
      io.out(`@mattermost-deno/plugin ${PACKAGE_VERSION} (deno ${Deno.version.deno})`);
      return 0;
    }
    if (first === "help") return await help(rest, io);
    if (first.startsWith("-")) {
      throw new UsageError(`the command comes first, and ${first} is none`);
    }
    command = findCommand(first);
    const end = rest.indexOf("--");
    if ((end < 0 ? rest : rest.slice(0, end)).some((word) => word === "-h" || word === "--help")) {
      return await help([first], io);
    }
    return await command.run(parseCommand(command, rest), io);
  } catch (error) {
    return await report(error, command, io);
  }
}

function findCommand(name: string): Command {
  const command = commands.find((command) => command.name === name);
  if (command !== undefined) return command;
  const names = [...commands.map(({ name }) => name), "help"];
  throw new UsageError(`there is no command "${name}"${didYouMean(name, names)}`);
}

function help(words: readonly string[], io: CommandIO): Promise<number> {
  const [name] = words.filter((word) => !word.startsWith("-"));
  io.out(
    name === undefined || name === "help"
      ? programHelp(commands, io.paint)
      : commandHelp(findCommand(name), io.paint),
  );
  return Promise.resolve(0);
}

function report(error: unknown, command: Command | undefined, io: CommandIO): Promise<number> {
  const { paint } = io;
  // Whatever failed after Ctrl-C failed because of it.
  if (io.signal.aborted) {
    io.err("interrupted");
    return Promise.resolve(130);
  }
  const message = error instanceof Error ? error.message : String(error);
  // It may quote what somebody else has written.
  io.err(`${paint.bold(paint.red("error"))}: ${printable(message)}`);
  if (!(error instanceof UsageError)) return Promise.resolve(1);
  io.err("");
  io.err(
    command === undefined
      ? `${paint.bold("Usage:")} ${paint.green(`${PROGRAM} <command> [options]`)}`
      : usageLine(command, paint),
  );
  io.err(
    command === undefined
      ? `Commands: ${commands.map(({ name }) => name).join(", ")}. More with --help.`
      : `More with: help ${command.name}`,
  );
  return Promise.resolve(2);
}
