/**
 * Time, passed in so that tests need not wait for it.
 *
 * @module
 */

/** What a session needs of time. Timers do not keep the process running. */
export interface YamuxClock {
  /** Milliseconds since any fixed moment. */
  now(): number;
  /** Runs `act` once after `ms` milliseconds; the function that it returns cancels that. */
  after(ms: number, act: () => void): () => void;
}

/** The computer's own time, which setting its date does not move. */
export const monotonicClock: YamuxClock = {
  now: () => performance.now(),
  after(ms, act) {
    const timer = setTimeout(act, ms);
    Deno.unrefTimer(timer);
    return () => clearTimeout(timer);
  },
};
