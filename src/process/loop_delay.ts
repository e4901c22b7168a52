/**
 * Noticing that the event loop was blocked, and by which hook.
 *
 * @module
 */
import { type Clock, systemClock } from "./clock.ts";

/** A delay of the event loop. */
export interface LoopDelay {
  /** For how many milliseconds nothing else could run. */
  readonly delayMs: number;
  /**
   * The names of what ran meanwhile, the one that blocked among them, and those that waited for it.
   * What was over before is not named.
   */
  readonly running: readonly string[];
}

/** How to measure. */
export interface LoopDelayOptions {
  /** Called for every delay of at least `thresholdMs`. */
  readonly onDelay: (delay: LoopDelay) => void;
  /** Default: 500 ms. */
  readonly thresholdMs?: number | undefined;
  /** Milliseconds between two looks. Default: 250. */
  readonly intervalMs?: number | undefined;
  readonly clock?: Clock | undefined;
}

/** A measurement under way. */
export interface LoopDelayTracker {
  /** Says that `name` (a hook) begins; the function that it returns says that it is over. */
  enter(name: string): () => void;
  /** Ends the measurement. */
  stop(): void;
}

/**
 * Measures how late a timer is, from the first hook on. A hook that computes without awaiting keeps every other hook, every
 * API answer and the connection's own signs of life waiting; this is how an author learns which.
 *
 * @example
 * ```ts ignore
 * const delays = trackLoopDelay({
 *   onDelay: ({ delayMs, running }) => log.warn("the event loop was blocked", { delayMs, running }),
 * });
 * const leave = delays.enter("MessageHasBeenPosted");
 * try {
 *   await hook(post);
 * } finally {
 *   leave();
 * }
 * ```
 */
export function trackLoopDelay(options: LoopDelayOptions): LoopDelayTracker {
  const { onDelay, thresholdMs = 500, intervalMs = 250, clock = systemClock } = options;
  /** Names that are running, with how many times. */
  const running = new Map<string, number>();
  /** When names ended since the last look: the one that blocked is over when the timer comes. */
  const ended = new Map<string, number>();

  const start = () => {
    let last = clock.now();
    return clock.every(intervalMs, () => {
      const now = clock.now();
      const due = last + intervalMs;
      last = now;
      const delayMs = now - due;
      if (delayMs >= thresholdMs) {
        // From when the timer was due until now nothing else could run.
        const meanwhile = [...ended].filter(([, at]) => at >= due).map(([name]) => name);
        onDelay({ delayMs, running: [...new Set([...meanwhile, ...running.keys()])] });
      }
      ended.clear();
    });
  };
  let stop: (() => void) | undefined;
  return {
    enter(name) {
      stop ??= start();
      running.set(name, (running.get(name) ?? 0) + 1);
      let left = false;
      return () => {
        if (left) return;
        left = true;
        const count = (running.get(name) ?? 1) - 1;
        if (count > 0) running.set(name, count);
        else running.delete(name);
        ended.set(name, clock.now());
      };
    },
    stop: () => stop?.(),
  };
}
