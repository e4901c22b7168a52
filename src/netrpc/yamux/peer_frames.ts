/**
 * What the peer's frames do to a session.
 *
 * @module
 */
import {
  ACK,
  DATA,
  FIN,
  GO_AWAY,
  GO_AWAY_INTERNAL,
  GO_AWAY_NORMAL,
  GO_AWAY_PROTOCOL,
  PING,
  RST,
  SYN,
  WINDOW_UPDATE,
} from "./frame.ts";
import type { FrameHandler } from "./frame_reader.ts";
import type { YamuxSettings } from "./options.ts";
import type { StreamState } from "./stream.ts";
import { isPeerId } from "./stream_ids.ts";
import { YamuxError } from "./yamux_error.ts";

/** The session that the frames are for. */
export interface PeerFramesSession {
  readonly settings: YamuxSettings;
  /** The streams that there are, by number. */
  readonly streams: ReadonlyMap<number, StreamState>;
  control(type: number, flags: number, id: number, length: number): void;
  /** Whether this side has said that it takes no more streams. */
  refuses(): boolean;
  /** Takes a new stream; undefined when there is no place for it. */
  incoming(id: number): StreamState | undefined;
  /** The peer has accepted a stream. */
  accepted(stream: StreamState): void;
  /** The peer has answered a ping. */
  ponged(value: number): void;
  /** The peer takes no more streams or, with an error, is gone. */
  goAway(failure: YamuxError | undefined): void;
}

/** Takes the frames of a session's peer; what it throws ends the session. */
export function createPeerFrames(session: PeerFramesSession): FrameHandler {
  const { side } = session.settings;
  // Where the data of the current frame goes; undefined: nowhere, as its stream is gone.
  let target: StreamState | undefined;
  let left = 0;
  let thenEnd = false;

  const opened = (id: number) => {
    if (session.streams.has(id)) throw broken(`has opened stream ${id} twice`);
    if (!isPeerId(side, id)) {
      const [peer, kind] = side === "client" ? ["server", "even"] : ["client", "odd"];
      throw broken(`has opened stream ${id}; the ${peer}'s streams have ${kind} numbers above 0`);
    }
    const full = session.streams.size >= session.settings.maxStreams;
    if (session.refuses() || full || session.incoming(id) === undefined) {
      session.control(WINDOW_UPDATE, RST, id, 0);
    }
  };
  const ended = (stream: StreamState) => {
    if (!stream.ended()) throw broken(`has closed its side of stream ${stream.id} twice`);
  };
  const streamFrame = (type: number, flags: number, id: number, length: number) => {
    if ((flags & SYN) !== 0) opened(id);
    const stream = session.streams.get(id);
    left = type === DATA ? length : 0;
    target = undefined;
    // As in hashicorp/yamux: most likely this side has just reset it.
    if (stream === undefined) return;
    if ((flags & ACK) !== 0) session.accepted(stream);
    if (type === WINDOW_UPDATE) {
      if (!stream.grant(length)) {
        throw broken(`has raised the window of stream ${id} by ${length} bytes, above 4 GiB`);
      }
    } else if (!stream.reserve(length)) {
      throw broken(
        `has sent ${length} bytes on stream ${id}, whose window has room for ${stream.window}`,
      );
    }
    if ((flags & RST) !== 0) {
      stream.fail(new YamuxError("RESET", `stream ${id} was reset by the peer`));
    } else if (left > 0) {
      target = stream;
      thenEnd = (flags & FIN) !== 0;
    } else if ((flags & FIN) !== 0) ended(stream);
  };

  const ping = (flags: number, value: number) => {
    if (flags === SYN) session.control(PING, ACK, 0, value);
    else if (flags === ACK) session.ponged(value);
    else throw broken(`has sent a ping with flags 0x${flags.toString(16)}, expected 0x1 or 0x2`);
  };

  return {
    header(type, flags, id, length) {
      if (type === DATA || type === WINDOW_UPDATE) return streamFrame(type, flags, id, length);
      if (id !== 0) {
        const what = type === PING ? "a ping" : "a go-away";
        throw broken(`has sent ${what} for stream ${id}; it concerns the session, stream 0`);
      }
      if (type === PING) ping(flags, length);
      else if (type === GO_AWAY) session.goAway(goAwayError(length));
    },
    payload(bytes) {
      left -= bytes.length;
      const kept = target?.arrived(bytes) ?? false;
      if (left > 0) return kept;
      // The stream may have gone while its bytes were arriving.
      if (target !== undefined && thenEnd && session.streams.get(target.id) === target) {
        ended(target);
      }
      target = undefined;
      return kept;
    },
  };
}

function goAwayError(reason: number): YamuxError | undefined {
  if (reason === GO_AWAY_NORMAL) return undefined;
  const why = reason === GO_AWAY_PROTOCOL
    ? "this side broke the protocol"
    : reason === GO_AWAY_INTERNAL
    ? "it has an internal error"
    : `unknown reason ${reason}`;
  return new YamuxError("PROTOCOL", `the peer has ended the session: ${why}`);
}

function broken(what: string): YamuxError {
  return new YamuxError("PROTOCOL", `the peer ${what}`);
}
