/**
 * A clock that a test sets forward.
 *
 * @module
 */
import { setImmediate } from "node:timers";
import type { Clock } from "../../src/process/clock.ts";

/** A clock, and what moves it. */
export interface ManualClock extends Clock {
  /**
   * Lets so many milliseconds pass. What comes due meanwhile happens at its own time, and all that
   * follows from it, as far as it waits for nothing but this clock, before the next.
   */
  pass(ms: number): Promise<void>;
  /** How many timers wait. */
  readonly waiting: number;
}

interface Timer {
  readonly id: number;
  readonly at: number;
  readonly act: () => void;
}

/** Makes one that shows `start`. */
export function manualClock(start: number = Date.UTC(2026, 0, 1)): ManualClock {
  let now = start;
  let count = 0;
  const timers = new Map<number, Timer>();
  const add = (id: number, ms: number, act: () => void) => {
    timers.set(id, { id, at: now + Math.max(0, ms), act });
  };
  const next = (until: number): Timer | undefined => {
    let first: Timer | undefined;
    for (const timer of timers.values()) {
      if (timer.at <= until && (first === undefined || timer.at < first.at)) first = timer;
    }
    return first;
  };
  return {
    now: () => now,
    get waiting() {
      return timers.size;
    },
    after(ms, act) {
      const id = count++;
      add(id, ms, act);
      return () => void timers.delete(id);
    },
    every(ms, act) {
      const id = count++;
      const again = () => {
        add(id, ms, again);
        act();
      };
      add(id, ms, again);
      return () => void timers.delete(id);
    },
    async pass(ms) {
      const until = now + ms;
      await settled();
      for (let timer = next(until); timer !== undefined; timer = next(until)) {
        timers.delete(timer.id);
        now = Math.max(now, timer.at);
        timer.act();
        await settled();
      }
      now = until;
    },
  };
}

/** Long enough for any chain of promises that waits for nothing else. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    await new Promise<void>((resolve) => void setImmediate(resolve));
  }
}
