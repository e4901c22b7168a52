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

/**
 * Hands what arrives to `take`, until that returns false or the connection ends. Bytes are never
 * overwritten, so that views of them can be kept: each buffer is filled once.
 *
 * @returns whether the connection has ended, rather than that `take` wanted no more
 */
export async function readAll(
  connection: YamuxConnection,
  take: (buffer: Uint8Array, start: number, end: number) => boolean,
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
    if (!take(buffer, used, used + count)) return false;
    used += count;
  }
}
