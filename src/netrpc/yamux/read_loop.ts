/**
 * Reads a connection until it ends.
 *
 * @module
 */
import type { YamuxConnection } from "./connection.ts";

/** Bytes of one read at most. */
const BUFFER = 64 * 1024;

/** A buffer with less room than this is not read into any more. */
const LEAST_ROOM = 16 * 1024;

/** Who gets the bytes. */
export interface ByteReceiver {
  /** Takes the bytes from `start` to `end`. Says whether it keeps them; if not they are overwritten. */
  take(buffer: Uint8Array, start: number, end: number): boolean;
  /** Whether it wants no more. */
  done(): boolean;
}

/**
 * Hands over what arrives until the receiver wants no more or the connection ends.
 *
 * @returns whether the connection has ended
 */
export async function readAll(
  connection: YamuxConnection,
  receiver: ByteReceiver,
): Promise<boolean> {
  let buffer = new Uint8Array(BUFFER);
  let used = 0;
  while (true) {
    if (BUFFER - used < LEAST_ROOM) {
      buffer = new Uint8Array(BUFFER);
      used = 0;
    }
    const count = await connection.read(used === 0 ? buffer : buffer.subarray(used));
    if (count === null) return true;
    if (receiver.take(buffer, used, used + count)) used += count;
    if (receiver.done()) return false;
  }
}
