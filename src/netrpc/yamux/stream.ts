/**
 * One stream of a session.
 *
 * @module
 */
import type { DuplexStream } from "../duplex_stream.ts";
import { type ACK, DATA, FIN, INITIAL_WINDOW, RST, SYN, WINDOW_UPDATE } from "./frame.ts";
import type { Outbox } from "./outbox.ts";
import { createReceiveHalf, type DataCallback } from "./receive_half.ts";
import { createSendHalf } from "./send_half.ts";
import { YamuxError } from "./yamux_error.ts";

/** Bytes both ways, each direction with its own flow control and its own end. */
export interface YamuxStream extends DuplexStream {
  /** The stream's number: odd if the client opened it, even if the server did. */
  readonly id: number;
  /**
   * The next bytes, as they arrived; null when the peer has closed its side. They are the caller's
   * to keep. The peer is given room for more only as bytes are read.
   *
   * @throws {YamuxError} `RESET` when the stream was broken off, `SESSION_ENDED` when the
   * session ended before the peer had closed its side
   */
  read(): Promise<Uint8Array | null>;
  /**
   * Gives bytes to `callback` in the turn in which they arrive, beginning with those that wait.
   * What it was given counts as read; see `DataCallback` for how long it may be used. Undefined takes the callback away: bytes wait again, and
   * their sender is held back. An error that the callback throws breaks the stream off.
   */
  onData(callback: DataCallback | undefined): void;
  /**
   * Sends bytes; resolves when the peer's window has taken them all. Until then they must not be
   * changed.
   *
   * @throws {YamuxError} `CLOSED` after `closeWrite()` or `close()`, `RESET`, `SESSION_ENDED`
   */
  write(bytes: Uint8Array): Promise<void>;
  /**
   * Sends bytes without a promise, if all of them may be sent at once; they may be changed after.
   *
   * @returns whether they were sent; if not, nothing was, and `write()` does it
   * @throws {YamuxError} as `write()`
   */
  tryWrite(bytes: Uint8Array): boolean;
  /** Says that no more bytes follow those written so far; reading goes on. */
  closeWrite(): void;
  /** Throws away what was not read and what still arrives; the peer is given no more room. */
  stopReading(): void;
  /**
   * Ends both directions; what was written still arrives. A peer that does not end its side within
   * the close timeout is sent a reset.
   */
  close(): void;
  /** Breaks the stream off; the peer sees an error instead of an end. */
  reset(): void;
}

/** What a stream needs of its session. */
export interface StreamLink extends Pick<Outbox, "control" | "data"> {
  readonly windowBytes: number;
  /** Whether the connection takes data now; if not, `pump()` of the stream is called later. */
  hasRoom(stream: StreamState): boolean;
  /** The stream's first frame is about to be sent. */
  greets(stream: StreamState): void;
  /** Nothing can come for the stream any more. */
  forget(stream: StreamState): void;
  /** This side has closed the stream and waits for the peer to do so. */
  lingers(stream: StreamState): void;
}

/** A stream as its session sees it. */
export interface StreamState {
  readonly stream: YamuxStream;
  readonly id: number;
  /** Whether the peer waits for it, or this side waits for the peer's word. */
  acknowledged: boolean;
  /** The first frame may be sent: opens or accepts the stream. */
  mayGreet(): void;
  /** Sends the first frame, unless another one was it. */
  greet(): void;
  /** Sends what may be sent. */
  pump(): void;
  /** A window update. False when no window can be that large. */
  grant(bytes: number): boolean;
  /** A frame with data begins. False when it is longer than the window. */
  reserve(bytes: number): boolean;
  /** The room that the peer has. */
  readonly window: number;
  /** Bytes have arrived. Says whether they are kept. */
  arrived(bytes: Uint8Array): boolean;
  /** FIN. False when it came before. */
  ended(): boolean;
  /** Ends the stream without a word to the peer. */
  fail(error: YamuxError): void;
  /** Breaks the stream off and tells the peer. */
  abort(error: YamuxError): void;
  /** The session is over; what has arrived can still be read. */
  sessionEnded(error: YamuxError): void;
}

/** Makes a stream that begins with a frame of this flag. */
export function createStream(
  id: number,
  begin: typeof SYN | typeof ACK,
  link: StreamLink,
): StreamState {
  let greeting: number = begin;
  let allowed = false;
  let over = false;

  const takeFlags = (): number => {
    const flags = greeting;
    if (flags !== 0) {
      greeting = 0;
      link.greets(state);
    }
    return flags;
  };
  const update = (flags: number) =>
    link.control(WINDOW_UPDATE, takeFlags() | flags, id, receive.takeCredit());
  const forget = () => {
    over = true;
    link.forget(state);
  };
  const forgetIfDone = () => {
    if (!over && send.finished && receive.finished) forget();
  };

  const receive = createReceiveHalf(id, link.windowBytes, () => update(0));
  const send = createSendHalf(id, {
    ready: () => !over && allowed && link.hasRoom(state),
    data(bytes, start, end) {
      // A larger window than the usual one is announced first.
      if (greeting !== 0 && link.windowBytes > INITIAL_WINDOW) update(0);
      link.data(DATA, takeFlags(), id, bytes, start, end);
    },
    finish() {
      update(FIN);
      forgetIfDone();
    },
  });

  const abort = (error: YamuxError) => {
    if (over) return;
    // A stream of ours that the peer has not heard of needs no farewell.
    const unknown = greeting === SYN;
    greeting = 0;
    forget();
    if (!unknown) link.control(WINDOW_UPDATE, RST, id, 0);
    receive.fail(error, true);
    send.fail(error);
  };

  const stream: YamuxStream = {
    id,
    read: receive.read,
    onData: (callback) => receive.onData(callback && guarded(callback)),
    write: send.write,
    tryWrite: send.tryWrite,
    closeWrite: send.finish,
    stopReading: receive.stop,
    close() {
      receive.stop();
      send.finish();
      if (!over) link.lingers(state);
    },
    reset: () => abort(new YamuxError("RESET", `stream ${id} was reset by this side`)),
  };

  /** A callback's own fault ends its stream, not the session, and is not swallowed. */
  const guarded = (callback: DataCallback): DataCallback => (bytes, error) => {
    try {
      return callback(bytes, error);
    } catch (thrown) {
      receive.onData(undefined);
      const why = `stream ${id} was reset: its data callback threw`;
      abort(new YamuxError("RESET", why, { cause: thrown }));
      reportError(thrown);
    }
    return false;
  };

  const state: StreamState = {
    stream,
    id,
    acknowledged: false,
    mayGreet() {
      allowed = true;
      send.pump();
    },
    greet() {
      if (greeting !== 0 && !over) update(0);
    },
    pump: send.pump,
    grant: send.grant,
    reserve: receive.reserve,
    get window() {
      return receive.window;
    },
    arrived: receive.arrived,
    ended() {
      if (!receive.ended()) return false;
      forgetIfDone();
      return true;
    },
    fail(error) {
      if (over) return;
      forget();
      receive.fail(error, true);
      send.fail(error);
    },
    abort,
    sessionEnded(error) {
      over = true;
      receive.fail(error, false);
      send.fail(error);
    },
  };
  return state;
}
