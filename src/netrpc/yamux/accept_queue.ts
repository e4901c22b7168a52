/**
 * Streams of the peer that wait to be taken, or those who wait for one.
 *
 * @module
 */
import type { StreamState } from "./stream.ts";

/** First come, first served, on both sides. */
export interface AcceptQueue {
  /** A stream for whoever is next. False when too many wait already. */
  offer(stream: StreamState): boolean;
  /** The next stream; null at the end. */
  take(): Promise<StreamState | null>;
  /** No more streams come; those that wait are dropped. */
  end(): void;
}

/** Makes a queue in which so many streams may wait. */
export function createAcceptQueue(backlog: number): AcceptQueue {
  let streams: StreamState[] = [];
  const takers: ((stream: StreamState | null) => void)[] = [];
  let ended = false;
  return {
    offer(stream) {
      const taker = takers.shift();
      if (taker !== undefined) taker(stream);
      else if (streams.length >= backlog) return false;
      else streams.push(stream);
      return true;
    },
    take() {
      const stream = streams.shift();
      if (stream !== undefined) return Promise.resolve(stream);
      if (ended) return Promise.resolve(null);
      return new Promise((resolve) => takers.push(resolve));
    },
    end() {
      ended = true;
      streams = [];
      for (const taker of takers.splice(0)) taker(null);
    },
  };
}
