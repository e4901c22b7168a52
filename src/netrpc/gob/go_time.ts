/**
 * Go's `time.Time`.
 *
 * @module
 */

import type { GobType } from "./gob_type.ts";
import { opaqueType } from "./opaque.ts";

/** A moment: Unix seconds, nanoseconds within the second, and the minutes that its zone is ahead. */
export interface GoTime {
  /** Unix seconds; whole. */
  readonly seconds: bigint;
  /** 0 to 999,999,999. */
  readonly nanoseconds: number;
  /** Minutes east of Greenwich; undefined for UTC. */
  readonly zone: number | undefined;
}

/** Seconds from Go's beginning of time, the year 1, to that of Unix. */
const TO_UNIX = 62135596800n;

/** Go's zero value: the year 1. */
export const zeroTime: GoTime = { seconds: -TO_UNIX, nanoseconds: 0, zone: undefined };

/** Whether it is Go's zero value. */
export function isZeroTime(time: GoTime): boolean {
  return time.seconds === -TO_UNIX && time.nanoseconds === 0;
}

const UTC = -1;

/** Reads what Go's `MarshalBinary` writes. */
export function timeFromBytes(bytes: Uint8Array): GoTime {
  const version = bytes[0];
  // The second version has a byte of seconds for zones that are not whole minutes.
  const length = version === 2 ? 16 : 15;
  if ((version !== 1 && version !== 2) || bytes.length !== length) {
    throw new Error(
      `a time is 15 bytes that begin with 1, or 16 that begin with 2; ${bytes.length} came, ` +
        `beginning with ${version ?? "nothing"}`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const nanoseconds = view.getInt32(9);
  if (nanoseconds < 0 || nanoseconds > 999_999_999) {
    throw new Error(`a time with ${nanoseconds} nanoseconds in its second`);
  }
  const zone = view.getInt16(13);
  return {
    seconds: view.getBigInt64(1) - TO_UNIX,
    nanoseconds,
    zone: zone === UTC ? undefined : zone,
  };
}

/** Writes what Go's `UnmarshalBinary` reads. */
export function timeToBytes({ seconds, nanoseconds, zone }: GoTime): Uint8Array {
  const bytes = new Uint8Array(15);
  const view = new DataView(bytes.buffer);
  bytes[0] = 1;
  view.setBigInt64(1, seconds + TO_UNIX);
  view.setInt32(9, nanoseconds);
  view.setInt16(13, zone ?? UTC);
  return bytes;
}

/** `time.Time` with all that it says. */
export const gobTime: GobType<GoTime> = opaqueType({
  goName: "Time",
  kind: "GobEncoder",
  zero: zeroTime,
  isZero: isZeroTime,
  fromBytes: timeFromBytes,
  toBytes: timeToBytes,
});

/** The Unix milliseconds of a time, cut; 0 for Go's zero value. */
export function millisecondsOf(time: GoTime): bigint {
  if (isZeroTime(time)) return 0n;
  return time.seconds * 1000n + BigInt(Math.floor(time.nanoseconds / 1_000_000));
}

/** The time of some Unix milliseconds, in UTC; Go's zero value for 0. */
export function timeOf(milliseconds: bigint): GoTime {
  if (milliseconds === 0n) return zeroTime;
  const rest = ((milliseconds % 1000n) + 1000n) % 1000n;
  return {
    seconds: (milliseconds - rest) / 1000n,
    nanoseconds: Number(rest) * 1_000_000,
    zone: undefined,
  };
}

/** `time.Time` as Unix milliseconds; 0 for Go's zero value. */
export const gobTimeMilliseconds: GobType<bigint> = opaqueType({
  goName: "Time",
  kind: "GobEncoder",
  zero: 0n,
  isZero: (value) => value === 0n,
  fromBytes: (bytes) => millisecondsOf(timeFromBytes(bytes)),
  toBytes: (value) => timeToBytes(timeOf(value)),
});
