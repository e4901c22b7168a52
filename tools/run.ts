/**
 * Runs a Deno command as it is meant to run on this machine: `deno run -A tools/run.ts test -A
 * src/plugin` is `deno test -A src/plugin`, with stand-ins for the standard library where jsr.io
 * does not answer. The tasks in `deno.json` use it, and so can you for a single file:
 *
 * ```sh
 * deno run -A tools/run.ts test -A src/transport/transport_error_test.ts
 * deno run -A tools/run.ts check mod.ts
 * deno run -A tools/run.ts run -A examples/hello/demo.ts
 * ```
 *
 * `STD_SOURCE=jsr` or `STD_SOURCE=stand-ins` skips the question and decides.
 *
 * @module
 */

import { prepare } from "./deno_command.ts";

/** Runs the command to its end, with our streams, and gives its exit code. */
export async function run(words: readonly string[]): Promise<number> {
  await using command = await prepare(words);
  const child = new Deno.Command(Deno.execPath(), {
    args: [...command.args],
    stdin: "inherit",
    stdout: "inherit",
    stderr: "inherit",
  }).spawn();
  // A terminal sends Ctrl-C to both of us: the child decides what to do about it. Whoever ends us
  // with SIGTERM knows only our process, so that one is passed on.
  const wait = () => {};
  const pass = () => child.kill("SIGTERM");
  Deno.addSignalListener("SIGINT", wait);
  Deno.addSignalListener("SIGTERM", pass);
  const { code } = await child.status;
  Deno.removeSignalListener("SIGINT", wait);
  Deno.removeSignalListener("SIGTERM", pass);
  return code;
}

if (import.meta.main) {
  if (Deno.args.length === 0) {
    console.error("What shall run is missing. For example: deno run -A tools/run.ts test -A src/");
    Deno.exit(2);
  }
  Deno.exit(await run(Deno.args));
}
