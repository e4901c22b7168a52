/**
 * Starts this same Deno again with the standard library that this machine can reach.
 *
 * @module
 */

import { fromFileUrl } from "./paths.ts";
import { CACHE, ROOT, standInImportMap, type StdSource, stdSource } from "./std_source.ts";

/** Subcommands of Deno that take `--import-map` and `--lock`. */
const RESOLVING: ReadonlySet<string> = new Set([
  "run",
  "test",
  "check",
  "doc",
  "info",
  "cache",
  "bench",
  "eval",
  "publish",
]);

/** Subcommands after which a bare word is a file or the program's own argument. */
export interface PreparedCommand {
  /** Arguments for `Deno.execPath()`. */
  readonly args: readonly string[];
  /** Where the standard library comes from. */
  readonly source: StdSource;
  /** Removes what the command needed for itself. */
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Adds to a Deno command what it needs here: an import map with our stand-ins when jsr.io does not
 * answer, and a copy of the lock file, since the pins shall hold but running something shall not
 * change a committed file.
 *
 * @example
 * ```ts
 * await using command = await prepare(["check", "mod.ts"]);
 * await new Deno.Command(Deno.execPath(), { args: [...command.args] }).spawn().status;
 * ```
 */
export async function prepare(words: readonly string[]): Promise<PreparedCommand> {
  const [subcommand = "help", ...rest] = words;
  const source = await stdSource();
  if (!RESOLVING.has(subcommand)) {
    return { args: words, source, [Symbol.asyncDispose]: () => Promise.resolve() };
  }
  const added: string[] = [];
  if (source === "stand-ins") added.push(`--import-map=${await standInImportMap()}`);
  const takesLock = !rest.some((word) => /^--(no-)?lock\b/.test(word));
  const lock = takesLock ? await lockCopy() : undefined;
  if (lock) added.push(`--lock=${fromFileUrl(lock)}`);
  return {
    args: [subcommand, ...added, ...rest],
    source,
    [Symbol.asyncDispose]: async () => {
      if (lock) await Deno.remove(lock).catch(ignoreMissing);
    },
  };
}

async function lockCopy(): Promise<URL> {
  const folder = new URL("locks/", CACHE);
  await Deno.mkdir(folder, { recursive: true });
  const copy = new URL(`${Deno.pid}-${crypto.randomUUID().slice(0, 8)}.lock`, folder);
  await Deno.copyFile(new URL("deno.lock", ROOT), copy).catch(ignoreMissing);
  return copy;
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Deno.errors.NotFound)) throw error;
}
