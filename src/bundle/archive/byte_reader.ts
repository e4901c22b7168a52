/** Reads a stream in pieces of the size that is wanted. */
export interface ByteReader {
  /** The next `size` bytes; fewer at the stream's end. */
  read(size: number): Promise<Uint8Array<ArrayBuffer>>;
  /** Gives up the rest. */
  close(): Promise<void>;
}

/** Makes a {@linkcode ByteReader}; it holds no more of the stream than one chunk. */
export function byteReader(source: AsyncGenerator<Uint8Array<ArrayBuffer>>): ByteReader {
  let chunk = new Uint8Array();
  return {
    async read(size) {
      // Grown as bytes come: a header that lies about its size costs nothing.
      const parts: Uint8Array<ArrayBuffer>[] = [];
      let have = 0;
      while (have < size) {
        if (chunk.length === 0) {
          const next = await source.next();
          if (next.done) break;
          chunk = next.value;
          continue;
        }
        const part = chunk.subarray(0, size - have);
        chunk = chunk.subarray(part.length);
        parts.push(part);
        have += part.length;
      }
      const [only] = parts;
      if (parts.length === 1 && only !== undefined) return only;
      const whole = new Uint8Array(have);
      let at = 0;
      for (const part of parts) {
        whole.set(part, at);
        at += part.length;
      }
      return whole;
    },
    async close() {
      await source.return(undefined);
    },
  };
}
