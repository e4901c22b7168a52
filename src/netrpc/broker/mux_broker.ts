/**
 * go-plugin's multiplexed broker: streams that both sides find by a number that a call has passed.
 *
 * @see https://pkg.go.dev/github.com/hashicorp/go-plugin#MuxBroker
 * @module
 */
import type { DuplexStream } from "../duplex_stream.ts";

/** How long a stream and the one who asks for it wait for each other, as in go-plugin. */
export const acceptWithinMs = 5000;

/** Streams by number. */
export interface MuxBroker {
  /** A number that no other stream of this side has. */
  nextId(): number;
  /**
   * Waits for the peer to open the stream with this number.
   *
   * @throws {Error} after five seconds, or when the connection is lost
   */
  accept(id: number): Promise<DuplexStream>;
  /**
   * Opens the stream for which the peer waits under this number.
   *
   * @throws {Error} when the peer does not wait for it, or the connection is lost
   */
  dial(id: number): Promise<DuplexStream>;
}

/** What the broker needs of a session. */
export interface BrokerSession {
  open(): DuplexStream;
  accept(): Promise<DuplexStream | null>;
}

/** Who came first: the stream, or the one who asks for it. */
interface Waiting {
  readonly stream: DuplexStream | undefined;
  readonly taker: PromiseWithResolvers<DuplexStream> | undefined;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** Runs a broker on a session: every stream that the peer opens from now on is one of its streams. */
export function muxBroker(session: BrokerSession, withinMs = acceptWithinMs): MuxBroker {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let ended = false;

  const wait = (id: number, who: Omit<Waiting, "timer">, why: string) => {
    const timer = setTimeout(() => giveUp(id, why), withinMs);
    waiting.set(id, { ...who, timer });
  };
  const take = (id: number): Waiting | undefined => {
    const entry = waiting.get(id);
    if (entry === undefined) return undefined;
    waiting.delete(id);
    clearTimeout(entry.timer);
    return entry;
  };
  const giveUp = (id: number, why: string) => {
    const entry = take(id);
    entry?.stream?.reset();
    entry?.taker?.reject(new Error(why));
  };

  const arrived = async (stream: DuplexStream) => {
    const bytes = await readExactly(stream, 4);
    const id = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
    const entry = waiting.get(id);
    if (entry?.taker !== undefined) {
      take(id);
      return entry.taker.resolve(stream);
    }
    if (entry !== undefined || ended) return stream.reset(); // Two streams for one number.
    wait(id, { stream, taker: undefined }, "");
  };

  (async () => {
    while (true) {
      const stream = await session.accept();
      if (stream === null) return;
      arrived(stream).catch(() => stream.reset());
    }
  })().catch(ignore).finally(() => {
    ended = true;
    for (const id of [...waiting.keys()]) giveUp(id, lost(id));
  });

  return {
    nextId: () => lastId = (lastId + 1) >>> 0,

    async accept(id) {
      if (ended) throw new Error(lost(id));
      let stream = take(id)?.stream;
      if (stream === undefined) {
        const taker = Promise.withResolvers<DuplexStream>();
        const why = `the peer has not opened stream ${id} within ${withinMs} ms`;
        wait(id, { stream: undefined, taker }, why);
        stream = await taker.promise;
      }
      await stream.write(numberBytes(id));
      return stream;
    },

    async dial(id) {
      const stream = session.open();
      try {
        await stream.write(numberBytes(id));
        const bytes = await readExactly(stream, 4);
        const answer = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
        if (answer !== id) throw new Error(`the peer has opened stream ${answer} instead`);
        return stream;
      } catch (error) {
        stream.reset();
        throw new Error(`stream ${id} cannot be opened: ${(error as Error).message}`, {
          cause: error,
        });
      }
    },
  };
}

function lost(id: number): string {
  return `the connection ended before stream ${id} was opened`;
}

function numberBytes(id: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, id, true);
  return bytes;
}

/** Reads so many bytes; a peer that follows the protocol sends no more before it is answered. */
async function readExactly(stream: DuplexStream, length: number): Promise<Uint8Array> {
  const all = new Uint8Array(length);
  let read = 0;
  while (read < length) {
    const bytes = await stream.read();
    if (bytes === null) throw new Error("the peer has closed it");
    if (bytes.length > length - read) {
      throw new Error(`the peer has sent ${bytes.length} bytes where ${length - read} were due`);
    }
    all.set(bytes, read);
    read += bytes.length;
  }
  return all;
}

function ignore(): void {}
