import type { CommandIO } from "./command_io.ts";

/** One command of the command line: what its help says, what it takes and what it does. */
export interface Command {
  /** The word that calls it. */
  readonly name: string;
  /** One line for the list of commands, without a full stop. */
  readonly summary: string;
  /** What may follow the name, such as `[options] <plugin.ts>`. */
  readonly usage: string;
  /** Paragraphs for its help, between the usage and the options. */
  readonly description?: string | undefined;
  /** Its options; `--help` is added to them. */
  readonly options: readonly CommandOption[];
  /** Lines for its help: what follows the program's name, and what that does. */
  readonly examples?: readonly CommandExample[] | undefined;
  /** What its words are, for completions in a shell. Default: files. */
  readonly words?: "files" | "folders" | "none" | readonly string[] | undefined;
  /**
   * Does it.
   *
   * @returns the exit code: 0, or 1 where what was asked for failed and that has been said
   * @throws {UsageError} for words that mean nothing: exit code 2, with the usage.
   * @throws {Error} for anything else that fails: its message is printed, exit code 1.
   */
  run(args: CommandArgs, io: CommandIO): Promise<number>;
}

/** One option of a {@linkcode Command}. */
export interface CommandOption {
  /** The name without its dashes. */
  readonly name: string;
  /** One letter that stands for it. */
  readonly short?: string | undefined;
  /** What its value is, such as `folder`; absent for an option that is on or off. */
  readonly value?: string | undefined;
  /** Whether it may stand more than once. */
  readonly many?: boolean | undefined;
  /** All values that it may have. */
  readonly choices?: readonly string[] | undefined;
  /** What it does, without a full stop at the end. */
  readonly help: string;
}

/** One line in the help of a {@linkcode Command}. */
export interface CommandExample {
  /** What follows the program's name. */
  readonly words: string;
  /** What that does. */
  readonly help: string;
}

/** What was given to a {@linkcode Command}. Asking for an option it does not have throws. */
export interface CommandArgs {
  /** The words that belong to no option. */
  readonly words: readonly string[];
  /** Whether an option that is on or off is on. */
  flag(name: string): boolean;
  /** The value of an option; undefined if it was not given. */
  text(name: string): string | undefined;
  /** The values of an option that may stand more than once. */
  texts(name: string): readonly string[];
}
