/**
 * The header of a frame: version, type, flags, stream and length, big endian in 12 bytes.
 *
 * @see https://github.com/hashicorp/yamux/blob/master/spec.md
 * @module
 */

/** Bytes of a header. */
export const HEADER_BYTES = 12;

/** The only version there is. */
export const VERSION = 0;

/** The window that each direction of a stream begins with, in bytes. */
export const INITIAL_WINDOW = 256 * 1024;

/** The largest number that a header's field holds: a stream's number, or a window. */
export const MAX_UINT32 = 0xffff_ffff;

/** Bytes of a stream; `length` counts them. */
export const DATA = 0;
/** Leave to send `length` bytes more, or flags alone. */
export const WINDOW_UPDATE = 1;
/** A question (SYN) or its answer (ACK) with the same `length`. */
export const PING = 2;
/** The peer takes no new streams; `length` says why. */
export const GO_AWAY = 3;

/** Opens a stream, or asks with a ping. */
export const SYN = 1;
/** Accepts a stream, or answers a ping. */
export const ACK = 2;
/** The sender writes no more. */
export const FIN = 4;
/** The stream is broken off. */
export const RST = 8;
/** Every flag that has a meaning. */
export const ALL_FLAGS: number = SYN | ACK | FIN | RST;

/** A reason to go away: nothing is wrong. */
export const GO_AWAY_NORMAL = 0;
/** A reason to go away: the peer broke the protocol. */
export const GO_AWAY_PROTOCOL = 1;
/** A reason to go away: the sender cannot go on. */
export const GO_AWAY_INTERNAL = 2;

/** Writes a header at `at`. */
export function writeHeader(
  into: Uint8Array,
  at: number,
  type: number,
  flags: number,
  id: number,
  length: number,
): void {
  into[at] = VERSION;
  into[at + 1] = type;
  into[at + 2] = flags >>> 8;
  into[at + 3] = flags;
  into[at + 4] = id >>> 24;
  into[at + 5] = id >>> 16;
  into[at + 6] = id >>> 8;
  into[at + 7] = id;
  into[at + 8] = length >>> 24;
  into[at + 9] = length >>> 16;
  into[at + 10] = length >>> 8;
  into[at + 11] = length;
}
