/**
 * Runs a program to its end and keeps what it said.
 *
 * @module
 */

import { prepare } from "./deno_command.ts";
import { fromFileUrl } from "./paths.ts";
import { ROOT } from "./std_source.ts";

/** What a program said and how it ended. */
export interface Captured {
  readonly success: boolean;
  /** Standard output and standard error, the one after the other. */
  readonly output: string;
}

/** Runs Deno with these words, prepared for this machine (see `deno_command.ts`). */
export async function captureDeno(words: readonly string[], cwd: URL = ROOT): Promise<Captured> {
  await using command = await prepare(words);
  return await capture(Deno.execPath(), command.args, cwd);
}

/** Runs any program. */
export async function capture(
  program: string,
  args: readonly string[],
  cwd: URL = ROOT,
): Promise<Captured> {
  const { success, stdout, stderr } = await new Deno.Command(program, {
    args: [...args],
    cwd: fromFileUrl(cwd),
    stdin: "null",
    env: { NO_COLOR: "1" },
  }).output();
  const decoder = new TextDecoder();
  return { success, output: decoder.decode(stdout) + decoder.decode(stderr) };
}
