/**
 * The direction of a stream in which this side writes.
 *
 * @module
 */
import { INITIAL_WINDOW, MAX_UINT32 } from "./frame.ts";
import { YamuxError } from "./yamux_error.ts";

/** Bytes of one frame at most, so that streams take turns. */
const MAX_FRAME = 64 * 1024;

/** What is longer waits for the connection between its frames, whatever the window allows. */
const MAX_AT_ONCE = INITIAL_WINDOW;

/** What this half needs of its stream. */
export interface SendOut {
  /** Whether frames with data may be sent now; if not, `pump()` is called once they may. */
  ready(): boolean;
  /** Sends the bytes from `start` to `end` in one frame. */
  data(bytes: Uint8Array, start: number, end: number): void;
  /** Sends FIN. */
  finish(): void;
}

/** Bytes leave as fast as the peer reads them. */
export interface SendHalf {
  /**
   * Sends all bytes at once, or nothing.
   *
   * @returns whether they were sent
   * @throws {YamuxError} when this half is closed or the stream is broken
   */
  tryWrite(bytes: Uint8Array): boolean;
  /** Sends the bytes in order after those that wait; resolves when all are sent. */
  write(bytes: Uint8Array): Promise<void>;
  /** Sends FIN after the bytes that wait. */
  finish(): void;
  /** The peer has room for so many bytes more. False when no window can be that large. */
  grant(bytes: number): boolean;
  /** Sends what may be sent. */
  pump(): void;
  /** Nothing can be sent any more. */
  fail(error: YamuxError): void;
  /** Whether FIN is sent. */
  readonly finished: boolean;
}

interface Waiting {
  readonly bytes: Uint8Array;
  sent: number;
  resolve(): void;
  reject(error: YamuxError): void;
}

const sent = Promise.resolve();

/** Makes this half of stream `id`. */
export function createSendHalf(id: number, out: SendOut): SendHalf {
  let window = INITIAL_WINDOW;
  let waiting: Waiting[] = [];
  let finishing = false;
  let finished = false;
  let failure: YamuxError | undefined;

  const check = () => {
    if (failure !== undefined) throw failure;
    if (finishing) {
      throw new YamuxError("CLOSED", `stream ${id} takes no bytes: its writing side was closed`);
    }
  };
  /** Sends from `from` on what the window allows; gives where it stopped. */
  const send = (bytes: Uint8Array, from: number): number => {
    while (from < bytes.length && window > 0 && out.ready()) {
      const size = Math.min(bytes.length - from, window, MAX_FRAME);
      window -= size;
      out.data(bytes, from, from + size);
      from += size;
    }
    return from;
  };
  const pump = () => {
    let done = 0;
    for (const item of waiting) {
      item.sent = send(item.bytes, item.sent);
      if (item.sent < item.bytes.length) break;
      item.resolve();
      done++;
    }
    if (done > 0) waiting = waiting.slice(done);
    if (finishing && !finished && waiting.length === 0 && failure === undefined && out.ready()) {
      finished = true;
      out.finish();
    }
  };
  const tryWrite = (bytes: Uint8Array): boolean => {
    check();
    if (waiting.length > 0 || bytes.length > Math.min(window, MAX_AT_ONCE) || !out.ready()) {
      return false;
    }
    for (let at = 0; at < bytes.length;) {
      const end = Math.min(bytes.length, at + MAX_FRAME);
      window -= end - at;
      out.data(bytes, at, end);
      at = end;
    }
    return true;
  };

  return {
    tryWrite,
    write(bytes) {
      try {
        if (tryWrite(bytes)) return sent;
      } catch (error) {
        return Promise.reject(error);
      }
      return new Promise((resolve, reject) => {
        waiting.push({ bytes, sent: 0, resolve, reject });
        if (waiting.length === 1) pump();
      });
    },
    finish() {
      if (finishing || failure !== undefined) return;
      finishing = true;
      pump();
    },
    grant(bytes) {
      if (window + bytes > MAX_UINT32) return false;
      window += bytes;
      if (waiting.length > 0) pump();
      return true;
    },
    pump,
    fail(error) {
      if (failure !== undefined) return;
      failure = error;
      const rejected = waiting;
      waiting = [];
      for (const item of rejected) item.reject(error);
    },
    get finished() {
      return finished;
    },
  };
}
