/**
 * @module
 */
import { thrownText } from "../api/app_error.ts";
import { inspect } from "./inspect_thrown.ts";
import type { LogFields, Logger } from "./logger.ts";

/**
 * Logs what the author's code threw and did not catch. The field `uncaught` says where, so that a log
 * can be searched for such lines, and so that a test fails of them.
 *
 * @param what whose code it was, such as `job digest`
 */
export function logUncaught(
  log: Logger,
  what: string,
  thrown: unknown,
  fields: LogFields = {},
): void {
  log.error(`${what} failed: ${thrownText(thrown)}`, {
    ...fields,
    uncaught: what,
    error: inspect(thrown),
  });
}
