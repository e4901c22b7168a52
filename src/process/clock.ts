/**
 * Time, passed in so that tests need not wait for it.
 *
 * @module
 */

/** What this room needs of time. Timers do not keep the process running. */
export interface Clock {
  /** Unix milliseconds. */
  now(): number;
  /** Runs `act` once after `ms` milliseconds; the function that it returns cancels that. */
  after(ms: number, act: () => void): () => void;
  /** Runs `act` every `ms` milliseconds; the function that it returns ends that. */
  every(ms: number, act: () => void): () => void;
}

/** The computer's own time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, act) {
    const timer = setTimeout(act, ms);
    Deno.unrefTimer(timer);
    return () => clearTimeout(timer);
  },
  every(ms, act) {
    const timer = setInterval(act, ms);
    Deno.unrefTimer(timer);
    return () => clearInterval(timer);
  },
};
