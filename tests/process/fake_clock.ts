/**
 * A clock that goes when it is told to.
 *
 * @module
 */
import type { Clock } from "../../src/process/clock.ts";

/** A clock and the hand that moves it. */
export interface FakeClock extends Clock {
  /** Moves the time and runs what was due, in order. */
  advance(ms: number): void;
  /**
   * Lets time pass during which nothing can run, then what was due: a blocked event loop. `atEnd` is
   * the last that the blocking work does.
   */
  block(ms: number, atEnd?: () => void): void;
}

/** Makes a clock at the given time. */
export function fakeClock(start = 0): FakeClock {
  let now = start;
  let timers: { at: number; every: number | undefined; act: () => void }[] = [];
  const add = (ms: number, every: number | undefined, act: () => void) => {
    const timer = { at: now + ms, every, act };
    timers.push(timer);
    return () => {
      timers = timers.filter((other) => other !== timer);
    };
  };
  const runDue = (until: number, blocked: boolean) => {
    while (true) {
      const due = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (due === undefined) break;
      if (!blocked) now = due.at;
      if (due.every === undefined) timers = timers.filter((other) => other !== due);
      else due.at = (blocked ? until : due.at) + due.every;
      due.act();
    }
  };
  return {
    now: () => now,
    after: (ms, act) => add(ms, undefined, act),
    every: (ms, act) => add(ms, ms, act),
    advance(ms) {
      const until = now + ms;
      runDue(until, false);
      now = until;
    },
    block(ms, atEnd) {
      now += ms;
      atEnd?.();
      runDue(now, true);
    },
  };
}
