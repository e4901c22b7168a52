/**
 * The server's calls for keys and values, as this room uses them.
 *
 * @module
 */
import type { PluginAPI } from "../../gen/plugin_api.ts";
import { shown } from "../api/mismatch.ts";

/** What this room needs of the server. */
export type KVAPI = Pick<PluginAPI, "kvGet" | "kvList" | "kvSetWithOptions">;

/** No bytes at all: in Mattermost, that there is no value. */
export const nothing: Uint8Array = new Uint8Array();

/** Writes a value if the present one is `old`; `nothing` for none. Tells whether it did. */
export async function compareAndSet(
  api: KVAPI,
  key: string,
  old: Uint8Array,
  value: Uint8Array,
  expireInSeconds = 0n,
): Promise<boolean> {
  // The server knows no other way to say that there shall still be nothing.
  if (old.length === 0 && value.length === 0) return (await api.kvGet({ key })) === null;
  return await api.kvSetWithOptions({
    key,
    value,
    options: { atomic: true, oldValue: old, expireInSeconds },
  });
}

/** How many keys are asked for at first; with this factor more as long as that is not all. */
const firstPage = 1000;
const pageGrowth = 10;

/**
 * All keys, at one moment. The server's pages are counted from the beginning, so a key that is
 * deleted while they are read makes another slip by; therefore it is asked for one page that holds
 * all of them.
 */
export async function listAll(api: KVAPI): Promise<string[]> {
  for (let perPage = firstPage;; perPage *= pageGrowth) {
    const keys = await api.kvList({ page: 0, perPage });
    if (keys.length < perPage) return keys;
  }
}

const latest = 8_640_000_000_000_000;

/**
 * An expiry as the server counts it.
 *
 * @throws {TypeError} for no time at all, and for none
 */
export function wholeSeconds(expiresInMs: number | undefined): bigint {
  if (expiresInMs === undefined) return 0n;
  if (typeof expiresInMs !== "number" || !(expiresInMs > 0) || expiresInMs > latest) {
    throw new TypeError(
      `expiresInMs: expected a number of milliseconds above 0, got ${
        shown(expiresInMs)
      }; leave it ` +
        "out for a value that stays",
    );
  }
  return BigInt(Math.ceil(expiresInMs / 1000));
}
