/**
 * What is kept of a job that runs by itself, as Go's `pluginapi/cluster` keeps it (`JobMetadata`).
 *
 * Go leaves out `FirstSeen` when it writes; it is of use only until the first run.
 *
 * @module
 */
import { goTimeText } from "../contract/go_time.ts";
import { jsonBytes } from "../store/json_value.ts";
import { isObject, readJSON } from "./read_json.ts";
import type { JobHistory } from "./job_times.ts";

/** What keys of jobs begin with. */
export const recordPrefix = "cron_";

/** A history as bytes. */
export function recordBytes({ lastFinished, firstSeen }: JobHistory): Uint8Array {
  return jsonBytes(
    lastFinished === undefined
      // Go's time of a job that never ran.
      ? { LastFinished: goTimeText(0n), FirstSeen: timeText(firstSeen) }
      : { LastFinished: timeText(lastFinished) },
  );
}

/** A clock may show parts of milliseconds. */
function timeText(ms: number): string {
  return goTimeText(BigInt(Math.ceil(ms)));
}

/**
 * The history from bytes.
 *
 * @throws {TypeError} for what is none
 */
export function readRecord(key: string, bytes: Uint8Array, now: number): JobHistory {
  const record = readJSON(key, bytes);
  const time = (name: string): number | undefined => {
    const value = isObject(record) ? record[name] : undefined;
    if (value === undefined) return undefined;
    const ms = typeof value === "string" ? Date.parse(value) : NaN;
    if (Number.isNaN(ms)) {
      throw new TypeError(`key ${JSON.stringify(key)}: its ${name} is no time of Go's`);
    }
    return ms <= 0 ? undefined : ms;
  };
  return { lastFinished: time("LastFinished"), firstSeen: time("FirstSeen") ?? now };
}
