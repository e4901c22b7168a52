/**
 * Questions that only ask whether the peer is there.
 *
 * @module
 */
import type { YamuxClock } from "./clock.ts";
import { YamuxError } from "./yamux_error.ts";

/** Pings of this side. */
export interface Pings {
  /** Asks; resolves with the milliseconds until the answer. */
  ask(): Promise<number>;
  /** The peer has answered. */
  answered(value: number): void;
  /** No answer can come any more. */
  fail(error: YamuxError): void;
}

/** Makes the pings of a session; `send` sends one with this value. */
export function createPings(
  clock: YamuxClock,
  timeoutMs: number,
  send: (value: number) => void,
): Pings {
  const asked = new Map<number, { done(): void; fail(error: YamuxError): void }>();
  let next = 0;
  return {
    ask() {
      const value = next;
      next = (next + 1) >>> 0;
      const start = clock.now();
      return new Promise((resolve, reject) => {
        const cancel = clock.after(timeoutMs, () => {
          asked.delete(value);
          reject(new YamuxError("TIMEOUT", `the peer has not answered a ping in ${timeoutMs} ms`));
        });
        asked.set(value, {
          done() {
            cancel();
            resolve(clock.now() - start);
          },
          fail(error) {
            cancel();
            reject(error);
          },
        });
        send(value);
      });
    },
    answered(value) {
      // An answer after the timeout is no fault.
      asked.get(value)?.done();
      asked.delete(value);
    },
    fail(error) {
      for (const ping of asked.values()) ping.fail(error);
      asked.clear();
    },
  };
}
