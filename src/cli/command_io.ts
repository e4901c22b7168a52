import type { Paint } from "./paint.ts";

/** What a command has of the world: handed in, so that a test needs no process. */
export interface CommandIO {
  /** Writes a line to stdout: what was asked for. */
  out(line: string): void;
  /** Writes a line to stderr: what went wrong, and what else a person should know. */
  err(line: string): void;
  /** Whether a person is there who can be asked. */
  readonly isTerminal: boolean;
  /** Whether {@linkcode CommandIO.paint} paints. */
  readonly colours: boolean;
  /** Colours, where they are wanted. */
  readonly paint: Paint;
  /**
   * Asks for a line of text.
   *
   * @returns the answer, or `suggested` for an empty one; undefined where nobody can be asked, or
   *   where the input ends
   */
  prompt(question: string, suggested?: string): Promise<string | undefined>;
  /**
   * The next line of the input, whoever writes it: a person, who is shown `sign` first, or a script.
   *
   * @returns undefined at the end of the input
   */
  line(sign: string): Promise<string | undefined>;
  /** Asks for a text that is not shown. */
  secret(question: string): Promise<string | undefined>;
  /** Asks for yes or no; `otherwise` where nobody can be asked, or for an empty answer. */
  confirm(question: string, otherwise: boolean): Promise<boolean>;
  /** Shows what takes long: a line that comes after a second, counts, and goes away in the end. */
  progress(text: string): Progress;
  /** An environment variable; undefined for one that is not set or empty. */
  env(name: string): string | undefined;
  /** Aborted by Ctrl-C and by SIGTERM. */
  readonly signal: AbortSignal;
}

/** What {@linkcode CommandIO.progress} shows. */
export interface Progress extends Disposable {
  /** Says something else. */
  update(text: string): void;
}
