/**
 * Bytes that nobody has read yet.
 *
 * @module
 */

/** Chunks below this size share blocks, so that many tiny ones cost no more than their bytes. */
const SMALL = 4096;

/** First in, first out. */
export interface ChunkQueue {
  /** Bytes inside. */
  readonly bytes: number;
  /** Puts bytes at the end. Large ones are kept as they are, small ones are copied; says whether. */
  push(bytes: Uint8Array): boolean;
  /** Takes the next chunk out; undefined when there is none. */
  shift(): Uint8Array | undefined;
  /** Throws everything away. */
  clear(): void;
}

/** Makes an empty queue. */
export function createChunkQueue(): ChunkQueue {
  let chunks: Uint8Array[] = [];
  let first = 0;
  let total = 0;
  // The last chunk while it is a block with room left: its whole, and how much of it is used.
  let block: Uint8Array | undefined;
  let used = 0;

  const seal = () => {
    if (block !== undefined) chunks[chunks.length - 1] = block.subarray(0, used);
    block = undefined;
  };

  return {
    get bytes() {
      return total;
    },
    push(bytes) {
      total += bytes.length;
      if (bytes.length >= SMALL) {
        seal();
        chunks.push(bytes);
        return true;
      }
      if (block === undefined || block.length - used < bytes.length) {
        seal();
        block = new Uint8Array(SMALL);
        used = 0;
        chunks.push(block);
      }
      block.set(bytes, used);
      used += bytes.length;
      return false;
    },
    shift() {
      if (first === chunks.length) return undefined;
      if (first === chunks.length - 1) seal();
      const chunk = chunks[first++];
      total -= chunk?.length ?? 0;
      if (first === chunks.length) {
        chunks = [];
        first = 0;
      }
      return chunk;
    },
    clear() {
      chunks = [];
      first = 0;
      total = 0;
      block = undefined;
    },
  };
}
