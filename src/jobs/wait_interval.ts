/**
 * How long to wait between two attempts, as Go's `pluginapi/cluster` does (`wait.go`).
 *
 * @module
 */

const pollMs = 1000;
const longestMs = 5 * 60_000;
const jitterMs = 250;

/** After an attempt that another was ahead of. */
export function pollWait(): number {
  return pollMs + jitter();
}

/** After an attempt that failed; `last` is the wait before it. */
export function failureWait(last: number): number {
  return Math.min(Math.max(last, pollMs) * 2, longestMs) + jitter();
}

function jitter(): number {
  return Math.round((Math.random() * 2 - 1) * jitterMs);
}
