/**
 * A value as the database has it, where a plain read may see an older one.
 *
 * @module
 */
import type { Clock } from "../process/clock.ts";
import { compareAndSet, type KVAPI, nothing } from "../store/kv_api.ts";
import { sleep } from "./sleep.ts";

/** What this needs. */
export interface CurrentValueParts {
  /** The server. */
  readonly api: KVAPI;
  /** The time. */
  readonly clock: Clock;
}

/** Waits between two reads of what is stale, in milliseconds. */
const firstWaitMs = 50;
const longestWaitMs = 2000;
const attempts = 10;

/**
 * Reads a value, and makes sure of it: reads come from a replica, which may not have what another
 * node has just written, but a comparison is done by the database itself.
 *
 * @param initial what is written if there is nothing
 * @throws {Error} if the replica stays behind for some ten seconds
 */
export async function currentValue(
  { api, clock }: CurrentValueParts,
  key: string,
  initial: Uint8Array,
  signal: AbortSignal,
): Promise<Uint8Array> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (attempt > 0) {
      await sleep(clock, Math.min(firstWaitMs * 2 ** (attempt - 1), longestWaitMs), signal);
    }
    const value = await api.kvGet({ key }) ?? nothing;
    const now = value.length === 0 ? initial : value;
    if (await compareAndSet(api, key, value, now)) return now;
  }
  throw new Error(
    `key ${JSON.stringify(key)}: what the server reads is not what its database has; it tried ` +
      `${attempts} times`,
  );
}
