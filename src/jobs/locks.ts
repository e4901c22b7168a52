/**
 * The locks of a plugin process.
 *
 * @module
 */
import { thrownText } from "../api/app_error.ts";
import { PluginAPIError } from "../api/errors.ts";
import { nothing } from "../store/kv_api.ts";
import { fullKey } from "../store/keys.ts";
import { giveBack, keepLease, type Lease, type LeaseParts, newToken, swap } from "./lease.ts";
import { createLocalQueue } from "./local_queue.ts";
import { sleep } from "./sleep.ts";
import { failureWait, pollWait } from "./wait_interval.ts";

/** What keys of locks begin with, as in Go's `pluginapi/cluster`. */
const lockPrefix = "mutex_";

/** Locks by name. */
export interface Locks {
  /** Waits for a lock. */
  acquire(name: string, signal: AbortSignal): Promise<Lease>;
  /** The lock if it is free. */
  tryAcquire(name: string): Promise<Lease | undefined>;
  /** Ends all waiting, and gives back all locks that are held. */
  close(): Promise<void>;
  /** Ends all waiting, and lets all locks that are held expire. */
  abandon(): void;
}

/** Makes the locks. */
export function createLocks(parts: LeaseParts): Locks {
  const { clock, log } = parts;
  const closed = new AbortController();
  const held = new Map<Lease, { readonly key: string; readonly token: Uint8Array }>();
  const queue = createLocalQueue(clock);

  const keep = (key: string, token: Uint8Array, since: number, leave: () => void): Lease => {
    const lease = keepLease(parts, key, token, since, () => {
      held.delete(lease);
      leave();
    });
    held.set(lease, { key, token });
    return lease;
  };

  const wait = async (key: string, signal: AbortSignal, leave: () => void): Promise<Lease> => {
    const token = newToken();
    // After a call without an answer the key may be ours without our knowing.
    let unsure = false;
    let lastWait = 0;
    for (;;) {
      const since = clock.now();
      try {
        if (
          await swap(parts, key, nothing, token) || (unsure && await swap(parts, key, token, token))
        ) {
          if (!signal.aborted) return keep(key, token, since, leave);
          unsure = true;
        } else {
          unsure = false;
          lastWait = pollWait();
        }
      } catch (error) {
        if (isHopeless(error)) throw error;
        unsure = true;
        lastWait = failureWait(lastWait);
        log.error(
          `the lock ${JSON.stringify(key)} could not be asked for: ${thrownText(error)}; it is ` +
            `tried again in ${Math.ceil(lastWait / 1000)} s`,
        );
      }
      try {
        await sleep(clock, lastWait, signal);
      } catch (error) {
        if (unsure) await giveBack(parts, key, token);
        throw error;
      }
    }
  };

  return {
    async acquire(name, given) {
      const key = lockKey(name);
      const signal = AbortSignal.any([given, closed.signal]);
      const leave = await queue.enter(key, signal);
      try {
        return await wait(key, signal, leave);
      } catch (error) {
        leave();
        throw error;
      }
    },
    async tryAcquire(name) {
      const key = lockKey(name);
      closed.signal.throwIfAborted();
      const leave = queue.tryEnter(key);
      if (leave === undefined) return undefined;
      const token = newToken();
      const since = clock.now();
      try {
        if (await swap(parts, key, nothing, token)) return keep(key, token, since, leave);
      } catch (error) {
        leave();
        await giveBack(parts, key, token);
        throw error;
      }
      leave();
      return undefined;
    },
    async close() {
      const all = [...held];
      this.abandon();
      await Promise.all(all.map(([, { key, token }]) => giveBack(parts, key, token)));
    },
    abandon() {
      const reason = new DOMException("the plugin is being deactivated", "AbortError");
      closed.abort(reason);
      for (const lease of [...held.keys()]) lease.abandon(reason);
    },
  };
}

function lockKey(name: string): string {
  return fullKey({ prefix: lockPrefix, internal: true }, name, "mutex");
}

/** Whether the server would say the same again. */
function isHopeless(error: unknown): boolean {
  if (!(error instanceof PluginAPIError)) return false;
  const { statusCode } = error;
  return statusCode === 501 || (statusCode >= 400 && statusCode < 500 && statusCode !== 408 &&
    statusCode !== 429 && statusCode !== 499);
}
