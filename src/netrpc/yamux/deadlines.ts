/**
 * One timer for many things that may all take equally long.
 *
 * @module
 */
import type { YamuxClock } from "./clock.ts";

/** Things that wait, in the order of their deadlines. */
export interface Deadlines<T> {
  /** Lets `item` wait from now on. */
  add(item: T): void;
  /** `item` waits no more. */
  delete(item: T): void;
  /** Nothing waits any more. */
  clear(): void;
}

/** Runs `expired` for each item that has waited `ms` milliseconds; 0 lets them wait forever. */
export function createDeadlines<T>(
  clock: YamuxClock,
  ms: number,
  expired: (item: T) => void,
): Deadlines<T> {
  const due = new Map<T, number>();
  let cancel: (() => void) | undefined;

  const arm = () => {
    const first = due.values().next();
    if (first.done) return;
    cancel = clock.after(Math.max(0, first.value - clock.now()), () => {
      cancel = undefined;
      const now = clock.now();
      for (const [item, at] of due) {
        if (at > now) break;
        due.delete(item);
        expired(item);
      }
      if (cancel === undefined) arm();
    });
  };

  return {
    add(item) {
      if (ms === 0) return;
      due.delete(item);
      due.set(item, clock.now() + ms);
      if (cancel === undefined) arm();
    },
    delete(item) {
      // The timer stays: arming one per item would cost more than one that finds nothing due.
      due.delete(item);
    },
    clear() {
      due.clear();
      cancel?.();
      cancel = undefined;
    },
  };
}
