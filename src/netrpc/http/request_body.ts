/**
 * A request's body, with what a server of Go's may do to it.
 *
 * @see https://pkg.go.dev/net/http#ResponseWriter on reading a body after the first write
 * @module
 */
import { remoteReader } from "../broker/remote_reader.ts";
import type { DuplexStream } from "../duplex_stream.ts";

/** The most bytes that are kept for a plugin that answers before it has read them. */
const keptBytes = 1024 * 1024;

/** What is known of a body. */
export interface RequestBodyFacts {
  /** Its length in bytes; null where it is not known beforehand. */
  readonly length: number | null;
  /** Whether it can still be read when the response has begun: not over HTTP/1. */
  readonly fullDuplex: boolean;
}

/** A body, and what must happen to it before an answer. */
export interface RequestBody {
  readonly readable: ReadableStream<Uint8Array>;
  /**
   * To be awaited before the response begins. A server drops what it has not read of an HTTP/1 body
   * by then, and goes on after the gap as if nothing was missing. So the rest is read before, up to
   * 1 MiB; where there is more, reading on fails, instead of giving other bytes than the client sent.
   */
  responding(): Promise<void>;
}

/**
 * Reads a body from the server. A body that ends before its length is one that the client has broken
 * off, which the server does not say: it breaks here, too.
 */
export function requestBody(stream: DuplexStream, facts: RequestBodyFacts): RequestBody {
  const { length, fullDuplex } = facts;
  const source = remoteReader(stream).getReader();
  const kept: Uint8Array[] = [];
  let received = 0;
  let over = length === 0;
  let dropped = false;
  let broken: unknown;
  let receiving: Promise<void> | undefined;

  /** Keeps the next piece, or notes the end; whoever asks meanwhile waits for the same piece. */
  const receive = () => receiving ??= next().finally(() => receiving = undefined);
  const next = async () => {
    try {
      const { done, value } = await source.read();
      if (!done) {
        received += value.length;
        kept.push(value);
        return;
      }
      over = true;
      if (length !== null && received < length) {
        broken = new Error(`the client has sent ${received} of ${length} bytes of the body`);
      }
    } catch (error) {
      over = true;
      broken = error;
    }
  };

  // Most bodies of unknown length are none: by the time of the answer that is known.
  if (length === null) receive();

  const readable = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (kept.length === 0 && !over && !dropped) {
        await receive();
        // What came meanwhile may lie behind the gap.
        if (dropped) kept.length = 0;
      }
      const piece = kept.shift();
      if (piece !== undefined) return controller.enqueue(piece);
      if (broken !== undefined) throw broken;
      if (dropped) throw new Error(droppedText);
      controller.close();
    },
    cancel(reason) {
      over = true;
      return source.cancel(reason);
    },
  }, { highWaterMark: 0 });

  return {
    readable,
    async responding() {
      if (fullDuplex || over) return;
      const limit = received + keptBytes;
      // A length that is known is the server's to keep: reading goes on to the end, or not at all.
      const more = () => length === null ? received < limit : length <= limit;
      while (!over && more()) await receive();
      dropped = !over;
    },
  };
}

const droppedText =
  "the request's body cannot be read any further: over HTTP/1 the server drops what is left of it " +
  "when the response begins; read the whole body first, or begin the response later";
