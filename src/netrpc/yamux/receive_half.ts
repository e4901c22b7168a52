/**
 * The direction of a stream in which this side reads.
 *
 * @module
 */
import { createChunkQueue } from "./chunk_queue.ts";
import { INITIAL_WINDOW } from "./frame.ts";
import { YamuxError } from "./yamux_error.ts";

/**
 * Gets bytes in the turn in which they arrive, and at last null: the peer has closed its side or,
 * with an error, the stream broke. One that keeps no view of the bytes should return true: their
 * memory is then used for what arrives next, and much less garbage is left. Otherwise they are its
 * to keep.
 */
export type DataCallback = (bytes: Uint8Array | null, error?: YamuxError) => boolean | void;

/** Bytes arrive as fast as they are read. */
export interface ReceiveHalf {
  /** As `YamuxStream.read`. */
  read(): Promise<Uint8Array | null>;
  /** As `YamuxStream.onData`. */
  onData(callback: DataCallback | undefined): void;
  /** As `YamuxStream.stopReading`. */
  stop(): void;
  /** A frame with so many bytes begins. False when the peer was not given that much room. */
  reserve(bytes: number): boolean;
  /** Bytes have arrived, for which room was reserved. Says whether they are kept. */
  arrived(bytes: Uint8Array): boolean;
  /** The peer has sent FIN. False when it had done so before. */
  ended(): boolean;
  /** Nothing can arrive any more. What was not read before is thrown away if `drop` is set. */
  fail(error: YamuxError, drop: boolean): void;
  /** How much room the peer is to be given now; counts as given. */
  takeCredit(): number;
  /** Whether FIN was received. */
  readonly finished: boolean;
  /** The room that the peer has: what it may send before it has to be given more. */
  readonly window: number;
  /** Bytes that wait for a reader. */
  readonly buffered: number;
}

/**
 * Makes this half of stream `id`. `credit` is called when so much was read that the peer should be
 * given room: half of the window, as hashicorp/yamux does.
 */
export function createReceiveHalf(
  id: number,
  windowBytes: number,
  credit: () => void,
): ReceiveHalf {
  const queue = createChunkQueue();
  let window = INITIAL_WINDOW;
  // Bytes that were read, for which the peer has not been given room yet.
  let owed = windowBytes - INITIAL_WINDOW;
  let reader: PromiseWithResolvers<Uint8Array | null> | undefined;
  let callback: DataCallback | undefined;
  let finished = false;
  let stopped = false;
  let failure: YamuxError | undefined;

  const consumed = (bytes: number) => {
    owed += bytes;
    if (owed >= windowBytes / 2 && !finished && failure === undefined) credit();
  };
  /** Hands an end to whoever reads, once all bytes before it were read. */
  const tellEnd = () => {
    if (queue.bytes > 0 || (!finished && failure === undefined)) return;
    const error = finished ? undefined : failure;
    if (reader !== undefined) {
      const { resolve, reject } = reader;
      reader = undefined;
      if (error === undefined) resolve(null);
      else reject(error);
    }
    if (callback !== undefined) {
      const told = callback;
      callback = undefined;
      told(null, error);
    }
  };

  return {
    read() {
      if (reader !== undefined || callback !== undefined) {
        const who = reader === undefined ? "a callback" : "another read";
        const why = `stream ${id} is read by ${who}; one reader at a time`;
        return Promise.reject(new YamuxError("CLOSED", why));
      }
      const chunk = queue.shift();
      if (chunk !== undefined) {
        consumed(chunk.length);
        return Promise.resolve(chunk);
      }
      if (stopped) {
        const why = `stream ${id} cannot be read: its reading side was closed`;
        return Promise.reject(new YamuxError("CLOSED", why));
      }
      if (finished) return Promise.resolve(null);
      if (failure !== undefined) return Promise.reject(failure);
      reader = Promise.withResolvers();
      return reader.promise;
    },
    onData(given) {
      if (given !== undefined && reader !== undefined) {
        throw new YamuxError("CLOSED", `stream ${id} is read already; one reader at a time`);
      }
      callback = given;
      while (callback !== undefined) {
        const chunk = queue.shift();
        if (chunk === undefined) return tellEnd();
        callback(chunk);
        consumed(chunk.length);
      }
    },
    stop() {
      if (stopped) return;
      stopped = true;
      queue.clear();
      callback = undefined;
      reader?.reject(new YamuxError("CLOSED", `stream ${id} was closed while it was read`));
      reader = undefined;
    },
    reserve(bytes) {
      if (bytes > window) return false;
      window -= bytes;
      return true;
    },
    arrived(bytes) {
      if (stopped || finished || failure !== undefined) return false;
      if (queue.bytes > 0 || (reader === undefined && callback === undefined)) {
        return queue.push(bytes);
      }
      let kept = true;
      if (reader !== undefined) {
        const { resolve } = reader;
        reader = undefined;
        resolve(bytes);
      } else {
        kept = callback?.(bytes) !== true;
      }
      consumed(bytes.length);
      return kept;
    },
    ended() {
      if (finished) return false;
      finished = true;
      tellEnd();
      return true;
    },
    fail(error, drop) {
      if (failure !== undefined || finished) return;
      failure = error;
      if (drop) queue.clear();
      tellEnd();
    },
    takeCredit() {
      const given = owed;
      owed = 0;
      window += given;
      return given;
    },
    get finished() {
      return finished;
    },
    get window() {
      return window;
    },
    get buffered() {
      return queue.bytes;
    },
  };
}
