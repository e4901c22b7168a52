/**
 * What is kept of a scheduled run, as Go's `pluginapi/cluster` keeps it (`JobOnceMetadata`).
 *
 * @module
 */
import type { JsonValue } from "@bufbuild/protobuf";
import { goTimeText } from "../contract/go_time.ts";
import { jsonBytes } from "../store/json_value.ts";
import { isObject, readJSON } from "./read_json.ts";

/** What keys of scheduled runs begin with. */
export const oncePrefix = "once_";

/** As much JSON as Go takes as a payload, in bytes. */
const payloadLimit = 10_000;

/** A scheduled run. */
export interface OnceRecord {
  /** The key without its prefix; also the name of the lock. */
  readonly name: string;
  /** When it is to run, in Unix milliseconds. */
  readonly at: number;
  /** What it is given. */
  readonly payload: JsonValue;
  /** The record as it is stored. */
  readonly bytes: Uint8Array;
}

/**
 * A run's record.
 *
 * @throws {TypeError} for a payload that cannot be stored, or is too long
 */
export function onceRecord(name: string, at: number, payload: unknown, where: string): OnceRecord {
  const json = jsonBytes(payload ?? null, where);
  if (json.length > payloadLimit) {
    throw new TypeError(
      `${where}: expected at most ${payloadLimit} bytes of JSON, got ${json.length}; store it with ` +
        "kv.set and give the job its key",
    );
  }
  const runAt = goTimeText(BigInt(at));
  const bytes = jsonBytes({ Key: name, RunAt: runAt, Props: payload ?? null });
  return { name, at, payload: readJSON(oncePrefix + name, json), bytes };
}

/**
 * A stored run.
 *
 * @throws {TypeError} for what is none
 */
export function readOnceRecord(name: string, bytes: Uint8Array): OnceRecord {
  const key = oncePrefix + name;
  const value = readJSON(key, bytes);
  const { RunAt: runAt = null, Props: payload = null } = isObject(value) ? value : {};
  const at = typeof runAt === "string" ? Date.parse(runAt) : NaN;
  if (Number.isNaN(at)) {
    throw new TypeError(`key ${JSON.stringify(key)}: its RunAt is no time of Go's`);
  }
  // Go counts nanoseconds: what is left of them belongs to the next millisecond.
  const finer = /\.\d{3}\d*[1-9]/.test(String(runAt)) ? 1 : 0;
  return { name, at: at + finer, payload, bytes };
}
