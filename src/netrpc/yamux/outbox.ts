/**
 * Frames on their way into the connection. What is written in one turn of the event loop, or while
 * the connection is busy, leaves in one write.
 *
 * @module
 */
import { textOf } from "../../transport/text_of.ts";
import type { YamuxConnection } from "./connection.ts";
import { HEADER_BYTES, writeHeader } from "./frame.ts";
import { YamuxError } from "./yamux_error.ts";

/** Bytes of one write at most. */
const SEGMENT = 64 * 1024;

/** So many segments are kept for the next frames: what a busy session has in use at a time. */
const SPARE = 5;

/** Frames are put in, and leave by themselves. */
export interface Outbox {
  /** Sends a frame that is a header alone. */
  control(type: number, flags: number, id: number, length: number): void;
  /** Sends a frame with the bytes from `start` to `end`, which are copied. */
  data(
    type: number,
    flags: number,
    id: number,
    bytes: Uint8Array,
    start: number,
    end: number,
  ): void;
  /** Calls `beforeWrite` and writes at the end of this turn, even if nothing else is sent. */
  wake(): void;
  /** Bytes that the connection has not taken yet. */
  readonly queued: number;
  /** Resolves when everything is written or writing has failed. */
  drained(): Promise<void>;
  /** Forgets what is queued; frames put in later are dropped. */
  stop(): void;
}

/** What an outbox tells its session. */
export interface OutboxEvents {
  /** A write is about to begin: the last chance to put frames in. */
  beforeWrite(): void;
  /** The connection has taken bytes. */
  taken(): void;
  /** The connection cannot be written any more. */
  failed(error: YamuxError): void;
}

/** Makes the outbox of a connection. */
export function createOutbox(connection: YamuxConnection, events: OutboxEvents): Outbox {
  // Full segments, then the one that is being filled.
  let segments: { bytes: Uint8Array; used: number }[] = [];
  const spare: Uint8Array[] = [];
  let queued = 0;
  let awake = false;
  let writing = false;
  let stopped = false;
  let waiters: (() => void)[] = [];

  const last = () => {
    let segment = segments.at(-1);
    if (segment === undefined || segment.used === SEGMENT) {
      segment = { bytes: spare.pop() ?? new Uint8Array(SEGMENT), used: 0 };
      segments.push(segment);
    }
    return segment;
  };
  const put = (bytes: Uint8Array, start: number, end: number) => {
    while (start < end) {
      const segment = last();
      const until = Math.min(end, start + SEGMENT - segment.used);
      segment.bytes.set(bytes.subarray(start, until), segment.used);
      segment.used += until - start;
      start = until;
    }
  };
  const scratch = new Uint8Array(HEADER_BYTES);
  const header = (type: number, flags: number, id: number, length: number) => {
    const segment = last();
    if (SEGMENT - segment.used >= HEADER_BYTES) {
      writeHeader(segment.bytes, segment.used, type, flags, id, length);
      segment.used += HEADER_BYTES;
    } else {
      writeHeader(scratch, 0, type, flags, id, length);
      put(scratch, 0, HEADER_BYTES);
    }
    queued += HEADER_BYTES;
  };

  const settle = () => {
    const all = waiters;
    waiters = [];
    for (const done of all) done();
  };
  const wake = () => {
    if (awake || stopped) return;
    awake = true;
    if (!writing) queueMicrotask(write);
  };
  const write = async () => {
    writing = true;
    try {
      while (awake && !stopped) {
        awake = false;
        events.beforeWrite();
        for (let segment = segments.shift(); segment !== undefined; segment = segments.shift()) {
          let done = 0;
          while (done < segment.used) {
            const count = await connection.write(segment.bytes.subarray(done, segment.used));
            if (stopped) return;
            if (count <= 0) throw new Error(`a write took ${count} bytes`);
            done += count;
            queued -= count;
          }
          if (spare.length < SPARE) spare.push(segment.bytes);
          events.taken();
        }
      }
    } catch (error) {
      if (stopped) return;
      stopped = true;
      const why = textOf(error);
      events.failed(
        new YamuxError("CONNECTION", `the connection cannot be written: ${why}`, { cause: error }),
      );
    } finally {
      writing = false;
      settle();
    }
  };

  return {
    control(type, flags, id, length) {
      if (stopped) return;
      header(type, flags, id, length);
      wake();
    },
    data(type, flags, id, bytes, start, end) {
      if (stopped) return;
      header(type, flags, id, end - start);
      put(bytes, start, end);
      queued += end - start;
      wake();
    },
    wake,
    get queued() {
      return queued;
    },
    drained() {
      if (stopped || (!writing && !awake)) return Promise.resolve();
      return new Promise((resolve) => waiters.push(resolve));
    },
    stop() {
      stopped = true;
      segments = [];
      queued = 0;
      settle();
    },
  };
}
