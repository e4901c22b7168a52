import { Gzip } from "fflate";

/**
 * Compresses with gzip; the same bytes give the same bytes, on every platform and under every Deno.
 * Deno's own `CompressionStream` does not promise that: its library chooses by the processor.
 */
export async function* gzip(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const stream = new Gzip({ level: 6, mtime: 0 }, (chunk) => {
    if (chunk.length > 0) ready.push(chunk);
  });
  for await (const bytes of source) {
    // In pieces of one size, so that a large file does not stop Ctrl-C from being noticed.
    for (let at = 0; at < bytes.length; at += PIECE) {
      stream.push(bytes.slice(at, at + PIECE));
      yield* ready.splice(0);
    }
  }
  stream.push(new Uint8Array(), true);
  yield* ready;
}

const PIECE = 1024 * 1024;
