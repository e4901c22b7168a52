/**
 * Time in tests: it stands still until it is moved.
 *
 * @module
 */
import { setImmediate } from "node:timers";
import { type Clock, systemClock } from "../process/clock.ts";

/** The time of a test kit: the server's and the plugin's. */
export interface TestClock {
  /** The time in Unix milliseconds. */
  now(): number;
  /**
   * Moves the time on, and has everything done that becomes due on the way, in its order: jobs,
   * leases, retries. Resolves when the plugin rests again.
   *
   * @param ms milliseconds, 0 or more
   * @throws {TypeError} for anything else, and where the plugin has the computer's clock
   */
  advance(ms: number): Promise<void>;
}

/** Resolves when a number has stayed the same for some milliseconds. */
export async function quietFor(ms: number, count: () => number): Promise<void> {
  for (let last = -1; last !== count();) {
    last = count();
    await new Promise((resolve) => setTimeout(resolve, ms));
  }
}

/**
 * The computer's clock, for a plugin in a process of its own.
 *
 * @throws {TypeError} where the test wants another time
 */
export function computersClock(startAt: number | undefined): MovableClock {
  const advice = "a plugin in its sandbox has the computer's clock; leave `sandbox` out";
  if (startAt !== undefined) {
    throw new TypeError(`startAt: the time cannot be set, since ${advice}`);
  }
  return {
    clock: systemClock,
    control: {
      now: () => systemClock.now(),
      advance: (ms) =>
        Promise.reject(
          new TypeError(`clock.advance(${ms}): the time cannot be moved, since ${advice}`),
        ),
    },
    dispose() {},
  };
}

/** A clock with its other side. */
export interface MovableClock {
  /** As the plugin and the server see it. */
  readonly clock: Clock;
  /** As the test sees it. */
  readonly control: TestClock;
  /** Ends all timers. */
  dispose(): void;
}

interface Timer {
  readonly act: () => void;
  readonly interval: number | undefined;
  due: number;
  real: ReturnType<typeof setTimeout> | undefined;
}

/** Resolves when what was ready to run has run. */
export const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/**
 * A clock that stands still. Its timers run by the computer's clock as well, so that what waits a
 * moment (for a retry, for a lock) is not stuck; the time then moves on to when they were due.
 *
 * @param start where it stands at first, in Unix milliseconds
 * @param rest resolves when nothing is under way
 */
export function movableClock(start: number, rest: () => Promise<void>): MovableClock {
  let now = start;
  let over = false;
  const timers = new Set<Timer>();

  const fire = (timer: Timer) => {
    now = Math.max(now, timer.due);
    if (timer.interval === undefined) stop(timer);
    else {
      timer.due = now + timer.interval;
      arm(timer);
    }
    timer.act();
  };
  const arm = (timer: Timer) => {
    clearTimeout(timer.real);
    if (over) return;
    // What is longer than a timer can be is not waited for.
    const wait = timer.due - now;
    timer.real = wait > 0x7fff_ffff ? undefined : setTimeout(() => fire(timer), wait);
  };
  const stop = (timer: Timer) => {
    clearTimeout(timer.real);
    timers.delete(timer);
  };
  const start_ = (ms: number, act: () => void, interval: number | undefined) => {
    const timer: Timer = { act, interval, due: now + Math.max(0, ms), real: undefined };
    timers.add(timer);
    arm(timer);
    return () => stop(timer);
  };
  const nextDue = (until: number) => {
    let next: Timer | undefined;
    for (const timer of timers) {
      if (timer.due <= until && (next === undefined || timer.due < next.due)) next = timer;
    }
    return next;
  };

  return {
    clock: {
      now: () => now,
      after: (ms, act) => start_(ms, act, undefined),
      every: (ms, act) => start_(ms, act, Math.max(1, ms)),
    },
    control: {
      now: () => now,
      async advance(ms) {
        if (!Number.isFinite(ms) || ms < 0) {
          throw new TypeError(
            `clock.advance(${
              String(ms)
            }): milliseconds are expected, 0 or more; time does not go back`,
          );
        }
        const until = now + ms;
        await rest();
        for (let timer = nextDue(until); timer !== undefined; timer = nextDue(until)) {
          fire(timer);
          await rest();
        }
        now = Math.max(now, until);
        for (const timer of timers) arm(timer);
        await rest();
      },
    },
    dispose() {
      over = true;
      for (const timer of [...timers]) stop(timer);
    },
  };
}
