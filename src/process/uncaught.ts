/**
 * Errors that nobody caught.
 *
 * @module
 */
import type { Logger } from "./logger.ts";
import { thrownText } from "./log_value.ts";

/** The watch over uncaught errors. */
export interface UncaughtWatch {
  /** The plugin is running: from now on errors are logged and the process goes on. */
  started(): void;
  /** Ends the watch. */
  stop(): void;
}

/**
 * Logs uncaught errors and rejections that nobody handles, with their stacks.
 *
 * Until `started()` an uncaught error ends the process with exit code 1: a plugin that is half
 * loaded must not pass for one that runs. Afterwards the process goes on: one forgotten `await` or
 * one timer that throws must not take all the other hooks down with it. An unhandled rejection never
 * ends the process.
 *
 * @param exit ends the process; passed in for tests
 */
export function watchUncaught(
  logger: Logger,
  exit: (code: number) => void = Deno.exit,
): UncaughtWatch {
  let running = false;
  const say = (uncaught: string, thrown: unknown) =>
    logger.error(`${uncaught}: ${messageOf(thrown)}`, { uncaught, stack: thrownText(thrown) });
  const onError = (event: ErrorEvent) => {
    event.preventDefault();
    const thrown: unknown = event.error ?? event.message;
    say("uncaught error", thrown);
    if (!running) exit(1);
  };
  const onRejection = (event: PromiseRejectionEvent) => {
    event.preventDefault();
    say("unhandled rejection", event.reason);
  };
  globalThis.addEventListener("error", onError);
  globalThis.addEventListener("unhandledrejection", onRejection);
  return {
    started() {
      running = true;
    },
    stop() {
      globalThis.removeEventListener("error", onError);
      globalThis.removeEventListener("unhandledrejection", onRejection);
    },
  };
}

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : thrownText(thrown);
}
