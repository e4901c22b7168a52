/**
 * Bytes as they come, and messages as they are: cut anywhere.
 *
 * @module
 */

import { GobError } from "./gob_error.ts";

/** One message of the stream, without the number of its bytes. */
export interface GobMessage {
  readonly bytes: Uint8Array;
  /** Bytes of the stream before it. */
  readonly offset: number;
}

/** Collects chunks and gives whole messages. */
export interface MessageQueue {
  /** Takes a chunk; it must not change until its messages were read. */
  push(bytes: Uint8Array): void;
  /** The next message, if it is here as a whole. */
  next(): GobMessage | undefined;
}

/** Makes a queue that refuses messages of more than `maxBytes`. */
export function createMessageQueue(maxBytes: number): MessageQueue {
  let chunks: Uint8Array[] = [];
  /** The chunks before this one are used up. */
  let first = 0;
  /** Bytes of the first chunk that are used up. */
  let used = 0;
  let available = 0;
  let offset = 0;
  /** The number of bytes of the message that is being waited for. */
  let wanted: number | undefined;

  const byteAt = (place: number): number => {
    let at = used + place;
    for (let index = first;; index++) {
      const chunk = chunks[index];
      if (!chunk) return 0;
      if (at < chunk.length) return chunk[at] ?? 0;
      at -= chunk.length;
    }
  };
  const drop = (count: number): void => {
    available -= count;
    offset += count;
    used += count;
    for (let chunk = chunks[first]; chunk && used >= chunk.length; chunk = chunks[first]) {
      used -= chunk.length;
      first++;
    }
    if (first === chunks.length) {
      chunks = [];
      first = 0;
    } else if (first > 64 && first * 2 > chunks.length) {
      chunks = chunks.slice(first);
      first = 0;
    }
  };
  const take = (count: number): Uint8Array => {
    const chunk = chunks[first];
    if (chunk && chunk.length - used >= count) {
      const whole = chunk.subarray(used, used + count);
      drop(count);
      return whole;
    }
    const joined = new Uint8Array(count);
    for (let filled = 0; filled < count;) {
      const from = chunks[first] as Uint8Array;
      const part = from.subarray(used, used + count - filled);
      joined.set(part, filled);
      filled += part.length;
      drop(part.length);
    }
    return joined;
  };
  /** Reads the number of bytes in front of a message; undefined where it is not here yet. */
  const readPrefix = (): number | undefined => {
    if (available === 0) return undefined;
    const head = byteAt(0);
    if (head < 128) {
      drop(1);
      return head;
    }
    const length = 256 - head;
    if (length > 8) {
      throw new GobError(`its length is an integer of ${length} bytes`, "a message", offset);
    }
    if (available <= length) return undefined;
    let value = 0;
    for (let at = 1; at <= length; at++) value = value * 256 + byteAt(at);
    if (value > maxBytes) {
      throw new GobError(`it has ${value} bytes; ${maxBytes} are the most`, "a message", offset);
    }
    drop(1 + length);
    return value;
  };
  return {
    push(bytes) {
      if (bytes.length === 0) return;
      chunks.push(bytes);
      available += bytes.length;
    },
    next() {
      if (wanted === undefined) {
        wanted = readPrefix();
        if (wanted === undefined) return undefined;
        if (wanted === 0) throw new GobError("it is empty", "a message", offset);
      }
      if (available < wanted) return undefined;
      const start = offset;
      const bytes = take(wanted);
      wanted = undefined;
      return { bytes, offset: start };
    },
  };
}
