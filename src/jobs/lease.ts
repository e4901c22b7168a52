/**
 * A key of the cluster that one holder has for a time, and keeps as long as it lives.
 *
 * The key expires after the 15 seconds of Go's `pluginapi/cluster`. Go writes the byte 1; this
 * writes the byte 1 and a random number. Go's nodes see a lock that is taken, whatever its value;
 * our own can tell their lock from the next holder's, so that they neither refresh nor delete what
 * is not theirs any more. What Go does cannot be helped: it deletes the key when it unlocks, even
 * one that has become another's. The holder then notices at the next refresh.
 *
 * @module
 */
import { thrownText } from "../api/app_error.ts";
import type { Clock } from "../process/clock.ts";
import type { Logger } from "../plugin/logger.ts";
import { type KVAPI, nothing } from "../store/kv_api.ts";

/** What leases work with. */
export interface LeaseParts {
  /** The server; its calls belong to no hook, since a lease outlives hooks. */
  readonly api: Pick<KVAPI, "kvSetWithOptions">;
  /** The time. */
  readonly clock: Clock;
  /** The server's log. */
  readonly log: Logger;
}

/** How long the key lives without being refreshed. */
const lifeMs = 15_000;

/** How often it is refreshed, and how soon again if that failed. */
const refreshMs = 5000;
const retryMs = 1000;

/** Lost so long before the key expires, since the clocks of a cluster's servers differ. */
const marginMs = 2000;

/** A call that takes longer counts as failed. */
const callMs = 4000;

/** A key that is held. */
export interface Lease {
  /** Aborted when it is lost. */
  readonly signal: AbortSignal;
  /** Gives it back; may be called again. */
  release(): Promise<void>;
  /** Refreshes it no more, and lets it expire by itself. */
  abandon(reason: unknown): void;
}

/** What a holder writes: nobody else writes the same. */
export function newToken(): Uint8Array {
  const token = crypto.getRandomValues(new Uint8Array(17));
  token[0] = 1;
  return token;
}

/** Writes the token if the key's value is `old`, for the time of a lease. */
export async function swap(
  { api }: LeaseParts,
  key: string,
  old: Uint8Array,
  value: Uint8Array,
): Promise<boolean> {
  const expireInSeconds = BigInt(value.length === 0 ? 0 : lifeMs / 1000);
  return await api.kvSetWithOptions(
    { key, value, options: { atomic: true, oldValue: old, expireInSeconds } },
    { timeoutMs: callMs },
  );
}

/**
 * Keeps a key that holds the token.
 *
 * @param since when the call that wrote it began
 * @param over called once, when it is given back or lost
 */
export function keepLease(
  parts: LeaseParts,
  key: string,
  token: Uint8Array,
  since: number,
  over: () => void,
): Lease {
  const { clock, log } = parts;
  const lost = new AbortController();
  let held = true;
  let cancelRefresh = () => {};
  let cancelDeadline = () => {};

  const end = (): boolean => {
    if (!held) return false;
    held = false;
    cancelRefresh();
    cancelDeadline();
    over();
    return true;
  };
  const lose = (reason: string) => {
    if (!end()) return;
    const text = `the lock ${JSON.stringify(key)} was lost: ${reason}`;
    log.error(text);
    lost.abort(new DOMException(text, "AbortError"));
  };
  const heldFrom = (time: number) => {
    cancelDeadline();
    cancelDeadline = clock.after(
      time + lifeMs - marginMs - clock.now(),
      () => lose("it could not be refreshed in time"),
    );
  };
  const refresh = async () => {
    const time = clock.now();
    let next = refreshMs;
    try {
      if (!await swap(parts, key, token, token)) {
        return lose("it expired, or another holder took it away");
      }
      if (held) heldFrom(time);
    } catch (error) {
      next = retryMs;
      if (held) {
        log.warn(`the lock ${JSON.stringify(key)} could not be refreshed: ${thrownText(error)}`);
      }
    }
    if (held) cancelRefresh = clock.after(next, refresh);
  };
  heldFrom(since);
  cancelRefresh = clock.after(refreshMs, refresh);

  return {
    signal: lost.signal,
    async release() {
      if (!end()) return;
      await giveBack(parts, key, token);
    },
    abandon(reason) {
      if (end()) lost.abort(reason);
    },
  };
}

/** Deletes the key if it holds the token. Never throws. */
export async function giveBack(parts: LeaseParts, key: string, token: Uint8Array): Promise<void> {
  try {
    await swap(parts, key, token, nothing);
  } catch (error) {
    parts.log.warn(
      `the lock ${JSON.stringify(key)} could not be given back, and stays until it expires: ` +
        thrownText(error),
    );
  }
}
