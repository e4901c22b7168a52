import { textOf } from "../../transport/text_of.ts";
import type { CommandIO } from "../command_io.ts";
import { printableLines } from "./trace_lines.ts";
import { checkTypes } from "./type_check.ts";

/** Checks a plugin's types while it runs. */
export interface BackgroundTypes extends AsyncDisposable {
  /**
   * Begins a check; one that is under way ends without a word.
   *
   * @param instead what was shown of a save that does not run; the check does not repeat it
   */
  begin(instead?: string): void;
  /** Ends a check that is under way without a word: what it looks at has changed. */
  stop(): void;
}

/** Makes the check of one plugin; what is wrong is shown, and also that nothing is wrong any more. */
export function checkTypesBehind(
  entry: string,
  temporary: string,
  io: CommandIO,
): BackgroundTypes {
  const { paint } = io;
  let current = new AbortController();
  let wrong = false;
  let all: Promise<unknown> = Promise.resolve();
  const check = async (signal: AbortSignal, instead: string | undefined) => {
    try {
      const found = await checkTypes(entry, temporary, signal);
      if (signal.aborted) return;
      if (found !== undefined && instead?.includes(found)) return; // Such as what is no TypeScript.
      if (found !== undefined) {
        const rest = instead === undefined ? ", and what was saved runs all the same" : ", too";
        io.err(`${paint.yellow("types")} are wrong${rest}:`);
        io.err(`  ${printableLines(found)}`);
      } else if (wrong) {
        io.err(`${paint.green("types")} are right again`);
      }
      wrong = found !== undefined;
    } catch (error) {
      if (!signal.aborted) io.err(`${paint.yellow("types")} cannot be checked: ${textOf(error)}`);
    }
  };
  return {
    begin(instead) {
      current.abort();
      current = new AbortController();
      all = Promise.all([all, check(current.signal, instead)]);
    },
    stop: () => current.abort(),
    async [Symbol.asyncDispose]() {
      current.abort();
      await all;
    },
  };
}
