/** One thing that must hold on a real server, and how it is run. @module */
import type { Stage } from "./stage.ts";

/** A check. */
export interface Check {
  /** A sentence that says what holds. */
  readonly name: string;
  readonly run: (stage: Stage) => Promise<void>;
  /** How long it may take, in seconds. Default: 60. */
  readonly seconds?: number;
  /** Whether other checks build on what it leaves, so that it runs whatever was chosen. */
  readonly always?: boolean;
}

/** Runs a check; gives what went wrong, undefined if nothing did. */
export async function runCheck(check: Check, stage: Stage): Promise<string | undefined> {
  const seconds = check.seconds ?? 60;
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new Error(`did not end within ${seconds} seconds`)),
    seconds * 1000,
  );
  try {
    await Promise.race([check.run(stage), late]);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.stack ?? error.message : String(error);
  } finally {
    clearTimeout(timer);
  }
}
