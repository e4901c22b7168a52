/**
 * Those of one process who want the same lock: the first asks the cluster, the others wait in line.
 *
 * @module
 */
import type { Clock } from "../process/clock.ts";
import { sleep, unlessAborted } from "./sleep.ts";

/** Lines by key. */
export interface LocalQueue {
  /** Waits until it is this one's turn; gives what ends the turn. Rejects with the signal's reason. */
  enter(key: string, signal: AbortSignal): Promise<() => void>;
  /** The turn if nobody has it or waits for it. */
  tryEnter(key: string): (() => void) | undefined;
}

/**
 * When a process has passed a lock on within itself for so long, it leaves it alone for a moment:
 * longer than other nodes wait between their attempts, or they would hardly ever get it.
 */
const keptMs = 10_000;
const leftMs = 1500;

interface Line {
  last: Promise<void>;
  count: number;
  since: number;
}

/** Makes the lines. */
export function createLocalQueue(clock: Clock): LocalQueue {
  const lines = new Map<string, Line>();
  const join = (key: string) => {
    const line = lines.get(key) ?? { last: Promise.resolve(), count: 0, since: clock.now() };
    lines.set(key, line);
    const before = line.last;
    const { promise: mine, resolve } = Promise.withResolvers<void>();
    // Who leaves early must not let those behind overtake those before.
    line.last = before.then(() => mine);
    line.count++;
    let there = true;
    const leave = () => {
      if (!there) return;
      there = false;
      resolve();
      if (--line.count === 0) lines.delete(key);
    };
    return { line, before, leave };
  };
  return {
    async enter(key, signal) {
      signal.throwIfAborted();
      const { line, before, leave } = join(key);
      try {
        await unlessAborted(before, signal);
        if (clock.now() - line.since >= keptMs) {
          await sleep(clock, leftMs, signal);
          line.since = clock.now();
        }
        return leave;
      } catch (error) {
        leave();
        throw error;
      }
    },
    tryEnter: (key) => lines.has(key) ? undefined : join(key).leave,
  };
}
