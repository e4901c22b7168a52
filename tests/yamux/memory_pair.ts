/**
 * Two ends of a connection in memory, with knobs for what real ones do now and then.
 *
 * @module
 */
import type { YamuxConnection } from "../../src/netrpc/yamux/connection.ts";

/** One end, and what a test may do to it. */
export interface MemoryEnd extends YamuxConnection {
  /** Bytes that this end has written and the other one has not read. */
  readonly unread: number;
  /** Everything that this end has written so far. */
  readonly written: number;
  /** How often this end has written. */
  readonly writes: number;
}

/** How a pair behaves. */
export interface MemoryPairOptions {
  /** How many bytes the next read may give at most; default: all. */
  readonly cut?: (() => number) | undefined;
  /** Bytes on their way in each direction, above which writes wait; default: 208 KiB, as Linux. */
  readonly capacity?: number | undefined;
}

interface Pipe {
  chunks: Uint8Array[];
  bytes: number;
  written: number;
  writes: number;
  closed: boolean;
  wake: (() => void)[];
}

/** Connects two ends. */
export function memoryPair(options: MemoryPairOptions = {}): [MemoryEnd, MemoryEnd] {
  const cut = options.cut ?? (() => Infinity);
  const capacity = options.capacity ?? 208 * 1024;
  const pipe = (): Pipe => ({
    chunks: [],
    bytes: 0,
    written: 0,
    writes: 0,
    closed: false,
    wake: [],
  });
  const [a, b] = [pipe(), pipe()];
  const changed = (one: Pipe) => one.wake.splice(0).forEach((go) => go());
  const change = (one: Pipe) => new Promise<void>((resolve) => one.wake.push(resolve));

  const end = (out: Pipe, into: Pipe): MemoryEnd => ({
    get unread() {
      return out.bytes;
    },
    get written() {
      return out.written;
    },
    get writes() {
      return out.writes;
    },
    async read(target) {
      while (into.bytes === 0) {
        if (into.closed) return null;
        await change(into);
      }
      const chunk = into.chunks[0] ?? new Uint8Array();
      const count = Math.max(1, Math.min(chunk.length, target.length, cut()));
      target.set(chunk.subarray(0, count));
      if (count === chunk.length) into.chunks.shift();
      else into.chunks[0] = chunk.subarray(count);
      into.bytes -= count;
      if (into.bytes <= capacity / 2) changed(into); // As sockets do, not for every byte.
      return count;
    },
    async write(bytes) {
      while (!out.closed && out.bytes >= capacity) await change(out);
      if (out.closed) throw new Error("Broken pipe");
      const count = Math.min(bytes.length, capacity - out.bytes);
      out.chunks.push(bytes.slice(0, count));
      out.bytes += count;
      out.written += count;
      out.writes++;
      changed(out);
      return count;
    },
    close() {
      for (const one of [out, into]) {
        one.closed = true;
        changed(one);
      }
    },
  });
  return [end(a, b), end(b, a)];
}
