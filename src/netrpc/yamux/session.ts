/**
 * Many streams over one connection, as hashicorp/yamux does it, which go-plugin uses for net/rpc.
 *
 * @see https://github.com/hashicorp/yamux/blob/master/spec.md
 * @module
 */
import { textOf } from "../../transport/text_of.ts";
import { createAcceptQueue } from "./accept_queue.ts";
import type { YamuxConnection } from "./connection.ts";
import { createDeadlines } from "./deadlines.ts";
import { ACK, GO_AWAY, GO_AWAY_NORMAL, GO_AWAY_PROTOCOL, PING, SYN } from "./frame.ts";
import { createFrameReader } from "./frame_reader.ts";
import { createOpenings } from "./openings.ts";
import { settingsOf, type YamuxOptions } from "./options.ts";
import { createOutbox } from "./outbox.ts";
import { createPeerFrames } from "./peer_frames.ts";
import { createPings } from "./pings.ts";
import { readAll } from "./read_loop.ts";
import { createStream, type StreamLink, type StreamState, type YamuxStream } from "./stream.ts";
import { streamIds } from "./stream_ids.ts";
import { YamuxError } from "./yamux_error.ts";

/** Data waits while so many bytes are on their way into the connection. */
const MAX_QUEUED = 256 * 1024;

/** A peer that makes this side answer so much without reading it is cut off, in bytes. */
const MAX_ANSWERS = 8 * 1024 * 1024;

/** Many streams over one connection. */
export interface YamuxSession {
  /**
   * Opens a stream at once; the peer learns of it at the end of this turn of the event loop, with
   * the first bytes if there are any by then.
   *
   * @throws {YamuxError} `SESSION_ENDED`, `GO_AWAY` when the peer takes no more streams, or
   * `IDS_EXHAUSTED`
   */
  open(): YamuxStream;
  /**
   * The next stream that the peer opens; null when the session is over. The peer is told that the
   * stream was accepted; hashicorp/yamux ends the session when that takes longer than its open
   * timeout, so accept all streams in time, or pass `onStream`.
   */
  accept(): Promise<YamuxStream | null>;
  /**
   * Asks whether the peer is there; resolves with the milliseconds until its answer.
   *
   * @throws {YamuxError} `TIMEOUT`, `SESSION_ENDED`
   */
  ping(): Promise<number>;
  /** Tells the peer to open no more streams; those that it opens all the same are reset. */
  goAway(): void;
  /** Ends the session and all streams; what was written before still leaves. */
  close(): void;
  /** Resolves when the session is over and the connection closed, for whatever reason. */
  readonly closed: Promise<void>;
  /** Why the session is over; undefined before, and when either side has ended it normally. */
  readonly error: YamuxError | undefined;
  /** How many streams there are, of both sides. */
  readonly streamCount: number;
}

/**
 * Runs a session over a connection, which belongs to it from then on.
 *
 * @throws {RangeError} when an option cannot be
 */
export function openYamux(connection: YamuxConnection, options: YamuxOptions): YamuxSession {
  const settings = settingsOf(options);
  const { side, clock } = settings;
  const nextId = streamIds(side);
  const streams = new Map<number, StreamState>();
  const accepted = createAcceptQueue(settings.acceptBacklog);
  // Streams whose first frame is due at the end of this turn, and those with data but no room.
  const greetings = new Set<StreamState>();
  const blocked = new Set<StreamState>();
  const closed = Promise.withResolvers<void>();
  let over = false;
  let error: YamuxError | undefined;
  let goingAway = false;
  let peerGoingAway = false;
  let stopKeepAlive: (() => void) | undefined;

  const outbox = createOutbox(connection, {
    beforeWrite() {
      for (const stream of greetings) stream.greet();
      greetings.clear();
    },
    taken() {
      for (const stream of blocked) {
        if (outbox.queued >= MAX_QUEUED) return;
        blocked.delete(stream);
        stream.pump();
      }
    },
    failed: (failure) => end(failure),
  });
  const greetSoon = (stream: StreamState) => {
    greetings.add(stream);
    outbox.wake();
    stream.mayGreet();
  };
  const openings = createOpenings(settings, greetSoon);
  const lingering = createDeadlines<StreamState>(clock, settings.closeTimeoutMs, (stream) => {
    const why = `the peer has not closed stream ${stream.id} in ${settings.closeTimeoutMs} ms`;
    stream.abort(new YamuxError("TIMEOUT", why));
  });
  const pings = createPings(clock, settings.pingTimeoutMs, (value) => {
    outbox.control(PING, SYN, 0, value);
  });

  const link: StreamLink = {
    windowBytes: settings.windowBytes,
    hasRoom(stream) {
      if (outbox.queued < MAX_QUEUED) return true;
      blocked.add(stream);
      return false;
    },
    control: outbox.control,
    data: outbox.data,
    greets(stream) {
      // The peer accepts streams in the order in which they were opened, whichever writes first.
      for (const earlier of greetings) {
        if (earlier === stream) break;
        earlier.greet();
      }
      greetings.delete(stream);
    },
    forget(stream) {
      streams.delete(stream.id);
      greetings.delete(stream);
      blocked.delete(stream);
      openings.delete(stream);
      lingering.delete(stream);
    },
    lingers: lingering.add,
  };

  const incoming = (id: number): StreamState | undefined => {
    const stream = createStream(id, ACK, link);
    if (settings.onStream === undefined) {
      if (!accepted.offer(stream)) return undefined;
      streams.set(id, stream);
      return stream;
    }
    streams.set(id, stream);
    greetSoon(stream);
    try {
      settings.onStream(stream.stream);
    } catch (thrown) {
      const why = `stream ${id} was reset: its receiver threw`;
      stream.abort(new YamuxError("RESET", why, { cause: thrown }));
      reportError(thrown);
    }
    return stream;
  };
  const reader = createFrameReader(createPeerFrames({
    settings,
    streams,
    control: outbox.control,
    refuses: () => goingAway || over,
    incoming,
    accepted: openings.delete,
    ponged: pings.answered,
    goAway(failure) {
      if (failure !== undefined) return end(failure);
      peerGoingAway = true;
      for (const stream of [...openings.waiting]) stream.fail(refused());
    },
  }));

  /** Ends everything; what is still to be sent gets a little time. */
  const end = (failure?: YamuxError, farewell?: number) => {
    if (over) return;
    over = true;
    error = failure;
    stopKeepAlive?.();
    const why = failure?.message.replace(/^yamux: /, "") ?? "it was closed";
    const cause = failure === undefined ? {} : { cause: failure };
    const ended = new YamuxError("SESSION_ENDED", `the session has ended: ${why}`, cause);
    const all = [...streams.values()];
    streams.clear();
    blocked.clear();
    openings.clear();
    lingering.clear();
    if (farewell !== undefined) outbox.control(GO_AWAY, 0, 0, farewell);
    for (const stream of all) stream.sessionEnded(ended);
    greetings.clear();
    accepted.end();
    pings.fail(ended);
    const finish = () => {
      cancel?.();
      outbox.stop();
      try {
        connection.close();
      } catch {
        // Closed already by whoever gave it.
      }
      closed.resolve();
    };
    const cancel = farewell === undefined
      ? undefined
      : clock.after(settings.flushTimeoutMs, finish);
    if (farewell === undefined) finish();
    else outbox.drained().then(finish);
  };

  const take = (buffer: Uint8Array, start: number, until: number): boolean => {
    let kept = false;
    if (over) return kept;
    try {
      kept = reader.push(buffer, start, until);
    } catch (failure) {
      if (!(failure instanceof YamuxError)) throw failure;
      end(failure, GO_AWAY_PROTOCOL);
    }
    if (outbox.queued > MAX_ANSWERS) {
      end(
        new YamuxError("OVERLOADED", `the peer does not read its answers: ${outbox.queued} bytes`),
      );
    }
    return kept;
  };
  readAll(connection, { take, done: () => over }).then((ended) => {
    if (!ended) return;
    const why = "the connection ended inside of a frame";
    end(reader.inside ? new YamuxError("CONNECTION", why) : undefined);
  }, (cause) => {
    const why = textOf(cause);
    end(new YamuxError("CONNECTION", `the connection cannot be read: ${why}`, { cause }));
  });

  const keepAlive = () => {
    if (over) return;
    stopKeepAlive = clock.after(settings.keepAliveMs, () => {
      pings.ask().then(keepAlive, (failure: YamuxError) => end(failure));
    });
  };
  if (settings.keepAliveMs > 0) keepAlive();

  const refused = () =>
    new YamuxError("GO_AWAY", "the peer takes no more streams: it has said that it goes away");
  const endedError = () =>
    new YamuxError("SESSION_ENDED", "the session has ended", error && { cause: error });

  return {
    open() {
      if (over) throw endedError();
      if (peerGoingAway) throw refused();
      const stream = createStream(nextId(), SYN, link);
      streams.set(stream.id, stream);
      openings.add(stream);
      return stream.stream;
    },
    async accept() {
      const stream = await accepted.take();
      if (stream === null) return null;
      if (!over) greetSoon(stream);
      return stream.stream;
    },
    ping: () => over ? Promise.reject(endedError()) : pings.ask(),
    goAway() {
      if (over || goingAway) return;
      goingAway = true;
      outbox.control(GO_AWAY, 0, 0, GO_AWAY_NORMAL);
    },
    close: () => end(undefined, GO_AWAY_NORMAL),
    closed: closed.promise,
    get error() {
      return error;
    },
    get streamCount() {
      return streams.size;
    },
  };
}
