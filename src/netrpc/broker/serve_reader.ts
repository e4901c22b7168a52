/**
 * Bytes that the server reads from us: it asks for so many with a varint, and gets so many or the
 * end of the stream.
 *
 * @see Mattermost's `serveIOReader` in server/public/plugin/io_rpc.go
 * @module
 */
import type { DuplexStream } from "../duplex_stream.ts";
import { varintReader } from "./varint.ts";

/**
 * Sends the body as the server asks for it; resolves when all is sent or the server reads no more.
 * A body that breaks resets the stream, so that the server does not take a part for the whole.
 */
export async function serveReader(
  body: ReadableStream<Uint8Array>,
  stream: DuplexStream,
): Promise<void> {
  const reader = body.getReader();
  const demand = watchDemand(stream);
  try {
    let rest: Uint8Array = new Uint8Array();
    while (await demand.some()) {
      if (rest.length === 0) {
        const { done, value } = await reader.read();
        if (done) return stream.close();
        rest = value;
        continue;
      }
      const piece = rest.subarray(0, demand.take(rest.length));
      rest = rest.subarray(piece.length);
      // A server that reads no more may leave its window closed for ever.
      await Promise.race([stream.write(piece), demand.ended]);
    }
    stream.close();
    await reader.cancel("the server reads no more");
  } catch (error) {
    stream.reset();
    await reader.cancel(error).catch(() => {});
  }
}

/** How many bytes the server still waits for. */
interface Demand {
  /** Resolves with true when there is demand, with false when there will be none. */
  some(): Promise<boolean>;
  /** Counts up to so many bytes as sent; returns how many are wanted. */
  take(atMost: number): number;
  /** Resolves when the server reads no more. */
  readonly ended: Promise<void>;
}

function watchDemand(stream: DuplexStream): Demand {
  const numbers = varintReader();
  let wanted = 0;
  let over = false;
  let changed = Promise.withResolvers<void>();
  const ended = (async () => {
    try {
      while (true) {
        const asked = await stream.read();
        if (asked === null) return;
        for (const number of numbers.push(asked)) wanted += Math.max(0, number);
        changed.resolve();
      }
    } catch {
      // The stream is broken: nobody waits for anything.
    } finally {
      over = true;
      changed.resolve();
    }
  })();
  return {
    ended,
    async some() {
      while (!over) {
        if (wanted > 0) return true;
        changed = Promise.withResolvers();
        await changed.promise;
      }
      return false;
    },
    take(atMost) {
      const taken = Math.min(atMost, wanted);
      wanted -= taken;
      return taken;
    },
  };
}
