/**
 * Counting the bytes that were handed to HTTP/2 and not yet taken by it: the back-pressure of one
 * direction of one stream.
 *
 * @module
 */
import { maxUnsentBytes } from "./limits.ts";

/** The bytes of one sender that are on their way. */
export interface Unsent {
  /** Counts bytes that are being sent. Returns what to call when they are taken. */
  add(bytes: number): () => void;
  /** Undefined when more may be sent now, else resolves (or rejects, after `fail`) then. */
  room(): Promise<void> | undefined;
  /** Makes everyone who waits, now or later, reject with this. */
  fail(error: unknown): void;
}

/** Starts a count at zero. */
export function countUnsent(limit: number = maxUnsentBytes): Unsent {
  let bytesUnsent = 0;
  let failure: { error: unknown } | undefined;
  let waiting: { resolve(): void; reject(error: unknown): void }[] = [];
  const wake = (act: (waiter: (typeof waiting)[number]) => void) => {
    const woken = waiting;
    waiting = [];
    woken.forEach(act);
  };
  return {
    add(bytes) {
      bytesUnsent += bytes;
      return () => {
        bytesUnsent -= bytes;
        if (bytesUnsent < limit && waiting.length > 0) wake((waiter) => waiter.resolve());
      };
    },
    room() {
      if (failure !== undefined) return Promise.reject(failure.error);
      if (bytesUnsent < limit) return undefined;
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    },
    fail(error) {
      failure ??= { error };
      wake((waiter) => waiter.reject(error));
    },
  };
}
