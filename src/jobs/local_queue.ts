/**
 * Those of one process who want the same lock: the first asks the cluster, the others wait in line.
 *
 * @module
 */
import { unlessAborted } from "./sleep.ts";

/** Lines by key. */
export interface LocalQueue {
  /** Waits until it is this one's turn; gives what ends the turn. Rejects with the signal's reason. */
  enter(key: string, signal: AbortSignal): Promise<() => void>;
  /** The turn if nobody has it or waits for it. */
  tryEnter(key: string): (() => void) | undefined;
}

/** Makes the lines. */
export function createLocalQueue(): LocalQueue {
  const lines = new Map<string, { last: Promise<void>; count: number }>();
  const join = (key: string) => {
    const line = lines.get(key) ?? { last: Promise.resolve(), count: 0 };
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
    return { before, leave };
  };
  return {
    async enter(key, signal) {
      signal.throwIfAborted();
      const { before, leave } = join(key);
      try {
        await unlessAborted(before, signal);
        return leave;
      } catch (error) {
        leave();
        throw error;
      }
    },
    tryEnter: (key) => lines.has(key) ? undefined : join(key).leave,
  };
}
