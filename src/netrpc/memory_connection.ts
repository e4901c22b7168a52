/**
 * A connection within one process.
 *
 * @module
 */
import type { YamuxConnection } from "./yamux/connection.ts";

/** Bytes on their way, above which writes wait. */
const capacity = 256 * 1024;

interface Pipe {
  readonly chunks: Uint8Array[];
  bytes: number;
  closed: boolean;
  waiting: (() => void)[];
}

/** The two ends of a connection: what one writes, the other reads. */
export function memoryConnection(): [YamuxConnection, YamuxConnection] {
  const [a, b] = [pipe(), pipe()];
  return [end(a, b), end(b, a)];
}

function pipe(): Pipe {
  return { chunks: [], bytes: 0, closed: false, waiting: [] };
}

function end(out: Pipe, into: Pipe): YamuxConnection {
  return {
    async read(target) {
      while (into.bytes === 0) {
        if (into.closed) return null;
        await change(into);
      }
      const chunk = into.chunks[0] ?? new Uint8Array();
      const count = Math.min(chunk.length, target.length);
      target.set(chunk.subarray(0, count));
      if (count === chunk.length) into.chunks.shift();
      else into.chunks[0] = chunk.subarray(count);
      into.bytes -= count;
      changed(into);
      return count;
    },
    async write(bytes) {
      while (!out.closed && out.bytes >= capacity) await change(out);
      if (out.closed) throw new Error("the connection was closed");
      const count = Math.min(bytes.length, capacity - out.bytes);
      // Whoever writes may use its buffer again.
      out.chunks.push(bytes.slice(0, count));
      out.bytes += count;
      changed(out);
      return count;
    },
    close() {
      for (const one of [out, into]) {
        one.closed = true;
        changed(one);
      }
    },
  };
}

function changed(one: Pipe): void {
  for (const go of one.waiting.splice(0)) go();
}

function change(one: Pipe): Promise<void> {
  return new Promise((resolve) => one.waiting.push(resolve));
}
