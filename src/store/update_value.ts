/**
 * Compare and set, again and again.
 *
 * @module
 */
import { shown } from "../api/mismatch.ts";
import type { Clock } from "../process/clock.ts";
import type { Awaitable } from "../plugin/hook_types.ts";
import { compareAndSet, type KVAPI, nothing } from "./kv_api.ts";
import { StoreConflictError } from "./store_errors.ts";
import type { UpdateLine } from "./update_queue.ts";

/** How often an update is tried if nobody says. */
const defaultAttempts = 15;

/** Waits grow from the first to the longest, in milliseconds: together a few seconds. */
const firstWaitMs = 4;
const longestWaitMs = 500;

/** One update. */
export interface ValueUpdate {
  /** The key, as the server has it. */
  readonly key: string;
  /** Makes the new bytes from the old ones; `nothing` for no value. */
  readonly change: (old: Uint8Array) => Awaitable<Uint8Array>;
  /** How often it is tried at most. */
  readonly attempts: number;
  /** When the value expires; 0 for never. */
  readonly expireInSeconds: bigint;
}

/** Updates a value. The line is that of the key. */
export async function updateValue(
  api: KVAPI,
  clock: Clock,
  line: UpdateLine,
  { key, change, attempts, expireInSeconds }: ValueUpdate,
): Promise<void> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    // The guess is good for one attempt.
    const old = line.written ?? await api.kvGet({ key }) ?? nothing;
    line.written = undefined;
    const value = await change(old);
    if (await compareAndSet(api, key, old, value, expireInSeconds)) {
      line.written = value;
      return;
    }
    if (attempt < attempts) await wait(clock, waitBefore(attempt));
  }
  throw new StoreConflictError(key, attempts);
}

/**
 * A number of attempts, checked.
 *
 * @throws {TypeError} for what is none
 */
export function checkedAttempts(attempts: number = defaultAttempts): number {
  if (Number.isSafeInteger(attempts) && attempts > 0) return attempts;
  throw new TypeError(`attempts: expected a whole number above 0, got ${shown(attempts)}`);
}

/** Doubles with every attempt; between half of it and all of it, so that two nodes fall apart. */
function waitBefore(attempt: number): number {
  const most = Math.min(firstWaitMs * 2 ** (attempt - 1), longestWaitMs);
  return most / 2 + Math.random() * most / 2;
}

function wait(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => void clock.after(ms, resolve));
}
