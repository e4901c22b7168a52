/** Time as the host sees it: passed in, so that tests need no waiting. @module */

/**
 * A clock and its timers. Everything in the host that waits (for a handshake, between health checks,
 * before a restart, for an end) waits by it.
 *
 * @example A clock for tests, moved by hand
 * ```ts
 * import type { Clock } from "@mattermost-deno/plugin/host";
 *
 * let now = 0;
 * const timers = new Map<() => void, number>();
 * export const clock: Clock = {
 *   now: () => now,
 *   after(ms, callback) {
 *     timers.set(callback, now + ms);
 *     return () => timers.delete(callback);
 *   },
 * };
 * ```
 */
export interface Clock {
  /** The time in Unix milliseconds. */
  now(): number;
  /** Calls `callback` once after `ms` milliseconds; the result calls that off. */
  after(ms: number, callback: () => void): () => void;
}

/**
 * The machine's clock.
 *
 * @example
 * ```ts
 * import { systemClock } from "@mattermost-deno/plugin/host";
 *
 * console.log(new Date(systemClock.now()).toISOString());
 * ```
 */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

/** Waits for `promise`, at most `ms`: true when it settled in time, whatever the way. */
export function settlesWithin(promise: Promise<unknown>, ms: number, clock: Clock) {
  return new Promise<boolean>((resolve) => {
    const callOff = clock.after(ms, () => resolve(false));
    const settled = () => {
      callOff();
      resolve(true);
    };
    promise.then(settled, settled);
  });
}
