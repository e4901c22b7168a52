/**
 * Updates of one key wait for each other within a process: what would collide anyway had better
 * queue. That is for speed alone; the server's comparison is what keeps values right.
 *
 * @module
 */
import type { Clock } from "../process/clock.ts";

/** What updates of one key have in common while there are any. */
export interface UpdateLine {
  /** What the last of them wrote: a better guess than what a replica may say. */
  written: Uint8Array | undefined;
}

/** Runs updates of one key one after the other. */
export type UpdateQueue = <Result>(
  key: string,
  update: (line: UpdateLine) => Promise<Result>,
) => Promise<Result>;

/**
 * After so many milliseconds nobody waits for the one before any more: it may hang in a call, or be
 * one in whose `change` this update runs.
 */
const patienceMs = 2000;

/** Makes the queue of a plugin process. */
export function createUpdateQueue(clock: Clock): UpdateQueue {
  const lines = new Map<string, UpdateLine & { waiting: number; last: Promise<void> }>();
  return async (key, update) => {
    const line = lines.get(key) ?? { written: undefined, waiting: 0, last: Promise.resolve() };
    lines.set(key, line);
    const before = line.last;
    const { promise: done, resolve } = Promise.withResolvers<void>();
    line.last = done;
    line.waiting++;
    try {
      if (line.waiting > 1) await settledOrLate(before, clock);
      return await update(line);
    } finally {
      resolve();
      if (--line.waiting === 0) lines.delete(key);
    }
  };
}

async function settledOrLate(before: Promise<void>, clock: Clock): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const cancel = clock.after(patienceMs, resolve);
  await Promise.race([before, late]);
  cancel();
}
