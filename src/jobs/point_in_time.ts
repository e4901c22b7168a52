/**
 * @module
 */
import { shown } from "../api/mismatch.ts";

/** The latest time that Go's JSON can hold: the end of the year 9999. */
const latest = Date.UTC(10_000, 0, 1) - 1;

const withZone = /(?:[zZ]|[+-]\d\d:?\d\d)$/;

/**
 * A point in time as Unix milliseconds, from those, from a `Date`, or from a text in ISO 8601 that
 * names its time zone.
 *
 * @param where what the time is for, for the error's text
 * @throws {TypeError} for what is none
 */
export function pointInTime(value: unknown, where: string): number {
  const ms = typeof value === "string"
    ? (withZone.test(value) ? Date.parse(value) : NaN)
    : value instanceof Date
    ? value.getTime()
    : value;
  if (typeof ms === "number" && ms >= 0 && ms <= latest) return Math.round(ms);
  throw new TypeError(
    `${where}: expected a time from 1970 on, as Unix milliseconds, as a Date, or as a text with its ` +
      `time zone such as "2027-01-31T09:00:00+01:00", got ${shown(value)}`,
  );
}
