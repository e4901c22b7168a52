/**
 * Two ends of one stream, in memory.
 *
 * @module
 */
import type { DuplexStream } from "../../src/netrpc/duplex_stream.ts";

/** Bytes that one end writes are read at the other, `cut` at a time where that is given. */
export function streamPair(cut = Infinity): [DuplexStream, DuplexStream] {
  const there = pipe(cut);
  const back = pipe(cut);
  return [end(there, back), end(back, there)];
}

type Pipe = ReturnType<typeof pipe>;

function pipe(cut: number) {
  const chunks: Uint8Array[] = [];
  let over = false;
  let broken: Error | undefined;
  let wake = () => {};
  return {
    write(bytes: Uint8Array) {
      for (let at = 0; at < bytes.length; at += cut) {
        chunks.push(bytes.slice(at, Math.min(bytes.length, at + cut)));
      }
      wake();
    },
    end() {
      over = true;
      wake();
    },
    breakOff(error: Error) {
      broken = error;
      wake();
    },
    async read(): Promise<Uint8Array | null> {
      while (true) {
        if (broken) throw broken;
        const chunk = chunks.shift();
        if (chunk) return chunk;
        if (over) return null;
        await new Promise<void>((resolve) => wake = resolve);
      }
    },
    get over() {
      return over || broken !== undefined;
    },
  };
}

function end(out: Pipe, into: Pipe): DuplexStream {
  return {
    read: () => into.read(),
    onData(callback) {
      (async () => {
        while (true) {
          const bytes = await into.read();
          callback(bytes);
          if (bytes === null) return;
        }
      })().catch((error: Error) => callback(null, error));
    },
    write(bytes) {
      if (out.over) return Promise.reject(new Error("the stream is closed"));
      out.write(bytes);
      return Promise.resolve();
    },
    closeWrite: () => out.end(),
    close() {
      out.end();
      into.end();
    },
    reset() {
      out.breakOff(new Error("the stream was reset"));
      into.breakOff(new Error("the stream was reset"));
    },
  };
}
