/**
 * A run on real servers: says what is missing for it, ends early when it is interrupted, and looks at
 * its end whether anything of it is left.
 *
 * @module
 */
import { type Result, resultLine } from "../../tools/result.ts";
import { findGo, GoMissing } from "./environment/go_build.ts";
import { findLeftovers } from "./environment/leftovers.ts";
import { findPostgres, PostgresMissing } from "./environment/postgres.ts";

/** What a run works with. */
export interface Rehearsal {
  /** Aborted when somebody wants it to end. */
  readonly interrupted: AbortSignal;
  /** What is ended when the run is over, the last one first. */
  readonly cleanup: AsyncDisposableStack;
  /** Tells how long something took; throws if the run was interrupted meanwhile. */
  readonly timed: <T>(what: string, work: Promise<T>) => Promise<T>;
  /** Has it checked at the end that this folder, and all processes in it, are gone. */
  readonly leaves: (folder: string) => void;
}

/** Runs it, whatever happens to its end; gives the status for the process to end with. */
export async function rehearse(
  name: string,
  run: (rehearsal: Rehearsal) => Promise<Result>,
): Promise<number> {
  const missing = await whatIsMissing();
  if (missing !== undefined) {
    console.log(`skipped: ${name}: ${missing}`);
    console.log(resultLine({ passed: 0, failed: 0, skipped: 1 }));
    return Deno.env.get("CI") ? 1 : 0;
  }
  const interruption = new AbortController();
  const interrupt = () => {
    if (interruption.signal.aborted) return;
    console.log("interrupted: stopping what runs");
    interruption.abort(new Error("interrupted"));
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) Deno.addSignalListener(signal, interrupt);
  try {
    const result = await perform(run, interruption.signal);
    console.log(resultLine(result));
    return result.failed === 0 ? 0 : 1;
  } catch (error) {
    if (interruption.signal.aborted) return 130;
    console.error(error);
    console.log(resultLine({ passed: 0, failed: 1, skipped: 0 }));
    return 1;
  }
}

/** Why the test cannot run on this machine; undefined if it can. */
async function whatIsMissing(): Promise<string | undefined> {
  if (Deno.build.os !== "linux") return "it needs Linux";
  try {
    await findPostgres();
    await findGo();
    return undefined;
  } catch (error) {
    if (error instanceof PostgresMissing || error instanceof GoMissing) return error.message;
    throw error;
  }
}

async function perform(
  run: (rehearsal: Rehearsal) => Promise<Result>,
  interrupted: AbortSignal,
): Promise<Result> {
  const places: string[] = [];
  const cleanedUp = async () => {
    await using cleanup = new AsyncDisposableStack();
    return await run({
      interrupted,
      cleanup,
      leaves: (folder) => void places.push(folder),
      async timed(what, work) {
        const start = performance.now();
        const result = await work;
        console.log(`${what} (${((performance.now() - start) / 1000).toFixed(1)}s)`);
        interrupted.throwIfAborted();
        return result;
      },
    });
  };
  const { passed, failed, skipped } = await cleanedUp();
  const left = await findLeftovers(places);
  const nothing = "nothing is left: no process, no folder";
  console.log(left.length === 0 ? `ok ${nothing}` : `FAILED ${nothing}: ${left.join("; ")}`);
  return left.length === 0
    ? { passed: passed + 1, failed, skipped }
    : { passed, failed: failed + 1, skipped };
}
