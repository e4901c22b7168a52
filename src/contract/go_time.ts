/**
 * Go's `time.Time` as milliseconds, and as its JSON.
 *
 * @module
 */

/** Go's zero time, which is written where the milliseconds are 0. */
const ZERO = "0001-01-01T00:00:00Z";

/**
 * The time as Go's encoding/json writes it: RFC 3339 in UTC, as many decimals as it needs.
 *
 * @throws {RangeError} where the year has not four digits; Go refuses those too.
 */
export function goTimeText(milliseconds: bigint): string {
  if (milliseconds === 0n) return ZERO;
  const date = new Date(Number(milliseconds));
  const year = date.getUTCFullYear();
  if (!(year >= 0 && year <= 9999)) {
    throw new RangeError(
      `${milliseconds} milliseconds are no time between the years 0 and 9999; JSON holds no other.`,
    );
  }
  return date.toISOString().replace(/\.?0+Z$/, "Z");
}
