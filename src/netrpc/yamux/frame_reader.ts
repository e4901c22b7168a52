/**
 * Finds frames in bytes that were cut anywhere.
 *
 * @module
 */
import { ALL_FLAGS, DATA, GO_AWAY, HEADER_BYTES, VERSION } from "./frame.ts";
import { YamuxError } from "./yamux_error.ts";

/** Who is told of the frames, in the order in which they arrive. */
export interface FrameHandler {
  /** A header that is well formed; of a frame with data, `length` bytes follow. */
  header(type: number, flags: number, id: number, length: number): void;
  /**
   * A part of the data of the frame whose header came last; never empty.
   *
   * @returns whether the bytes are kept, so that they must not be overwritten
   */
  payload(bytes: Uint8Array): boolean;
}

/** Takes bytes as they come. */
export interface FrameReader {
  /**
   * Takes the bytes from `start` to `end`; what the handler gets are views of `buffer`.
   *
   * @returns whether the handler keeps some of them
   * @throws {YamuxError} `PROTOCOL`, naming the field that is wrong; nothing can follow
   */
  push(buffer: Uint8Array, start: number, end: number): boolean;
  /** Whether the bytes so far end inside of a frame. */
  readonly inside: boolean;
}

/** Makes a reader for one connection. */
export function createFrameReader(handler: FrameHandler): FrameReader {
  const cut = new Uint8Array(HEADER_BYTES);
  let cutLength = 0;
  let payloadLeft = 0;

  const header = (bytes: Uint8Array, at: number) => {
    const version = bytes[at] ?? 0;
    const type = bytes[at + 1] ?? 0;
    const flags = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const id = uint32(bytes, at + 4);
    const length = uint32(bytes, at + 8);
    if (version !== VERSION) {
      throw wrong(`version ${version}, expected 0; the peer does not speak yamux`);
    }
    if (type > GO_AWAY) {
      throw wrong(`frame type ${type}, expected 0 (data) to 3 (go away)`);
    }
    if ((flags & ~ALL_FLAGS) !== 0) {
      throw wrong(`flags 0x${flags.toString(16)}, expected a combination of 0x1, 0x2, 0x4 and 0x8`);
    }
    if (type === DATA) payloadLeft = length;
    handler.header(type, flags, id, length);
  };

  return {
    push(buffer, start, end) {
      let at = start;
      let kept = false;
      while (at < end) {
        if (payloadLeft > 0) {
          const until = Math.min(end, at + payloadLeft);
          payloadLeft -= until - at;
          if (handler.payload(buffer.subarray(at, until))) kept = true;
          at = until;
        } else if (cutLength === 0 && end - at >= HEADER_BYTES) {
          header(buffer, at);
          at += HEADER_BYTES;
        } else {
          const until = Math.min(end, at + HEADER_BYTES - cutLength);
          cut.set(buffer.subarray(at, until), cutLength);
          cutLength += until - at;
          at = until;
          if (cutLength === HEADER_BYTES) {
            cutLength = 0;
            header(cut, 0);
          }
        }
      }
      return kept;
    },
    get inside() {
      return cutLength > 0 || payloadLeft > 0;
    },
  };
}

function uint32(bytes: Uint8Array, at: number): number {
  return (((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) |
    (bytes[at + 3] ?? 0)) >>> 0;
}

function wrong(what: string): YamuxError {
  return new YamuxError("PROTOCOL", `the peer has sent a frame with ${what}`);
}
