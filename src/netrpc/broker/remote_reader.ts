/**
 * Reading bytes of the server: Mattermost asks for so many with a varint, and the other side sends
 * so many or ends the stream.
 *
 * @see Mattermost's `remoteIOReader` in server/public/plugin/io_rpc.go
 * @module
 */
import type { DuplexStream } from "../duplex_stream.ts";
import { putVarint } from "./varint.ts";

const pieceBytes = 64 * 1024;
const request = putVarint(pieceBytes);

/**
 * The bytes behind a stream, asked for only as they are read. Cancelling it tells the server that
 * nobody reads on.
 *
 * The server ends a body that it could not read to its end no differently from a whole one.
 */
export function remoteReader(stream: DuplexStream): ReadableStream<Uint8Array> {
  let due = 0;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      // One piece is always on its way while another is worked on.
      while (due < pieceBytes) {
        due += pieceBytes;
        // A server that has sent all takes no more requests: reading tells the end, or the break.
        await stream.write(request).catch(ignore);
      }
      const bytes = await stream.read();
      if (bytes === null) {
        stream.close();
        controller.close();
        return;
      }
      due -= bytes.length;
      controller.enqueue(bytes);
    },
    cancel: () => stream.close(),
  }, { highWaterMark: 0 });
}

/** The bytes that the server sends unasked until it closes the stream. */
export function plainReader(stream: DuplexStream): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const bytes = await stream.read();
      if (bytes === null) {
        stream.close();
        controller.close();
      } else controller.enqueue(bytes);
    },
    cancel: () => stream.close(),
  }, { highWaterMark: 0 });
}

function ignore(): void {}
