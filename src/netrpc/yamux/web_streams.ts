/**
 * A yamux stream as a pair of Web Streams.
 *
 * @module
 */
import type { YamuxStream } from "./stream.ts";

/** Both directions of a stream. */
export interface YamuxWebStreams {
  /**
   * What the peer sends, read no faster than it is pulled. Cancelling it stops reading; once
   * writing has ended too it breaks the stream off, so that the peer does not wait for room.
   */
  readonly readable: ReadableStream<Uint8Array>;
  /** Goes to the peer, no faster than it reads. Closing sends the end; aborting breaks the stream off. */
  readonly writable: WritableStream<Uint8Array>;
}

/** Gives both directions of a stream, which must not be read or written in another way then. */
export function webStreams(stream: YamuxStream): YamuxWebStreams {
  let written = false;
  let cancelled = false;
  return {
    readable: new ReadableStream<Uint8Array>({
      async pull(controller) {
        const bytes = await stream.read();
        if (bytes === null) controller.close();
        else controller.enqueue(bytes);
      },
      cancel() {
        cancelled = true;
        if (written) stream.reset();
        else stream.stopReading();
      },
    }, { highWaterMark: 0 }),
    writable: new WritableStream<Uint8Array>({
      write: (bytes) => stream.write(bytes),
      close() {
        written = true;
        if (cancelled) stream.close();
        else stream.closeWrite();
      },
      abort: () => stream.reset(),
    }),
  };
}
