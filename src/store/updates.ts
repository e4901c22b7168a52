/**
 * Compare and set, again and again; for all who want to change the same key in one process at once.
 *
 * Who waits while another's attempt is on its way is taken along in the next one: all of their
 * changes are applied one after the other, and written together, as if each had been written by
 * itself. So many updates at once need few calls, and nodes that compete for a key seldom collide.
 *
 * @module
 */
import { shown } from "../api/mismatch.ts";
import type { Clock } from "../process/clock.ts";
import type { Awaitable } from "../plugin/hook_types.ts";
import { compareAndSet, type KVAPI, nothing } from "./kv_api.ts";
import { StoreConflictError } from "./store_errors.ts";

/** One update. */
export interface ValueUpdate {
  /** Makes the new bytes from the old ones; `nothing` for no value. */
  readonly change: (old: Uint8Array) => Awaitable<Uint8Array>;
  /** How often it is tried at most. */
  readonly attempts: number;
  /** When the value expires; 0 for never. */
  readonly expireInSeconds: bigint;
}

/** Updates the value of a key. */
export type Updates = (key: string, update: ValueUpdate) => Promise<void>;

/** How often an update is tried if nobody says. */
const defaultAttempts = 15;

/** Waits grow from the first to the longest, in milliseconds: together a few seconds. */
const firstWaitMs = 4;
const longestWaitMs = 500;

/**
 * After so many milliseconds nobody waits for the attempt before any more: it may hang in a call, or
 * be one in whose `change` this update runs.
 */
const patienceMs = 2000;

/** How many changes are written together, and for how long they may be gathered. */
const mostTogether = 200;
const gatherMs = 20;

/** After so many conflicts each goes by itself: one that always collides shall not spoil the rest. */
const conflictsTogether = 4;

interface Waiting extends ValueUpdate {
  conflicts: number;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

interface Line {
  readonly waiting: Waiting[];
  workers: number;
}

/**
 * Makes what updates values.
 *
 * @param api the server; its calls belong to no hook, since those of several are done at once
 */
export function createUpdates(api: KVAPI, clock: Clock): Updates {
  const lines = new Map<string, Line>();

  const work = async (key: string, line: Line): Promise<void> => {
    line.workers++;
    // What this wrote last is a better guess than what a replica may say.
    let written: Uint8Array | undefined;
    for (let lost = 0; line.waiting.length > 0;) {
      const taken: Waiting[] = [];
      try {
        const old = written ?? await api.kvGet({ key }) ?? nothing;
        written = undefined;
        const value = await applied(line.waiting, taken, old, clock);
        const last = taken.at(-1);
        if (last === undefined) continue;
        if (await compareAndSet(api, key, old, value, last.expireInSeconds)) {
          for (const { resolve } of taken) resolve();
          written = value;
          lost = 0;
          continue;
        }
      } catch (error) {
        // A read that failed was for all who wait.
        if (taken.length === 0) taken.push(...line.waiting.splice(0));
        for (const { reject } of taken) reject(error);
        continue;
      }
      line.waiting.unshift(...taken.filter((each) => {
        if (++each.conflicts < each.attempts) return true;
        each.reject(new StoreConflictError(key, each.attempts));
        return false;
      }));
      await wait(clock, waitAfter(++lost));
    }
    if (--line.workers === 0) lines.delete(key);
  };

  return (key, update) =>
    new Promise((resolve, reject) => {
      const line = lines.get(key) ?? { waiting: [], workers: 0 };
      lines.set(key, line);
      const cancelPatience = line.workers === 0 ? () => {} : clock.after(patienceMs, () => {
        if (line.waiting.includes(entry)) void work(key, line);
      });
      const entry: Waiting = {
        ...update,
        conflicts: 0,
        resolve: () => {
          cancelPatience();
          resolve();
        },
        reject: (error) => {
          cancelPatience();
          reject(error);
        },
      };
      line.waiting.push(entry);
      if (line.workers === 0) void work(key, line);
    });
}

/** Applies the changes of those who wait, as far as they belong together, and moves them to `taken`. */
async function applied(
  waiting: Waiting[],
  taken: Waiting[],
  old: Uint8Array,
  clock: Clock,
): Promise<Uint8Array> {
  const until = clock.now() + gatherMs;
  let value = old;
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    try {
      value = await next.change(value);
      taken.push(next);
    } catch (error) {
      next.reject(error);
    }
    const alone = next.conflicts >= conflictsTogether;
    if (alone || taken.length >= mostTogether || clock.now() >= until) break;
  }
  return value;
}

/**
 * A number of attempts, checked.
 *
 * @throws {TypeError} for what is none
 */
export function checkedAttempts(attempts: number = defaultAttempts): number {
  if (Number.isSafeInteger(attempts) && attempts > 0) return attempts;
  throw new TypeError(`attempts: expected a whole number above 0, got ${shown(attempts)}`);
}

/** Doubles with every conflict; between half of it and all of it, so that two nodes fall apart. */
function waitAfter(conflicts: number): number {
  const most = Math.min(firstWaitMs * 2 ** (conflicts - 1), longestWaitMs);
  return most / 2 + Math.random() * most / 2;
}

function wait(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => void clock.after(ms, resolve));
}
