/**
 * Runs that were scheduled, each on one node of the cluster.
 *
 * As in Go's `pluginapi/cluster`: a run is the key `once_NAME`, here with the name `JOB:ID`; the lock
 * `mutex_NAME` is held while it runs, and the key is deleted afterwards. Every node has a timer for
 * every run that it knows of; the first one gets the lock, the others find the key gone.
 *
 * Unlike in Go, adding a run needs no lock, since the key is inserted only where there is none; a run
 * whose time has changed is run at its new time, rather than deleted; and a record is compared with
 * what the database has before its run begins, since reads may come from a replica.
 *
 * @module
 */
import { thrownText } from "../api/app_error.ts";
import { inspect } from "../plugin/inspect_thrown.ts";
import { inParallel } from "../store/in_parallel.ts";
import { compareAndSet, listAll, nothing } from "../store/kv_api.ts";
import type { Job } from "./check_jobs.ts";
import type { Lease } from "./lease.ts";
import type { Locks } from "./locks.ts";
import { oncePrefix, type OnceRecord, readOnceRecord } from "./once_record.ts";
import { insist, type JobHost, runJob } from "./run_job.ts";
import { sleep } from "./sleep.ts";
import { createSlots } from "./slots.ts";
import { failureWait, pollWait } from "./wait_interval.ts";

/** Scheduled runs. Their names are `JOB:ID`, as in their keys. */
export interface ScheduledJobs {
  /** Adds a run unless there is one of its name; tells whether it did. */
  add(record: OnceRecord): Promise<boolean>;
  /** Takes a run away unless it has begun; tells whether it did. */
  cancel(name: string): Promise<boolean>;
  /** The runs of a job. */
  list(job: string): Promise<OnceRecord[]>;
  /** Runs what is due until the signal is aborted; then waits for what runs. */
  keepRunning(): Promise<void>;
}

/** How often to look for runs that other nodes have added. */
const lookMs = 60_000;
const longestTimerMs = 15 * 60_000;
const readsAtOnce = 16;
const runsAtOnce = 8;

interface Known {
  readonly record: OnceRecord;
  /** Whether it has run, and only its key is left. */
  readonly ran: boolean;
  readonly lastWait: number;
  readonly cancelTimer: () => void;
}

/** Makes the runs of these jobs; none begins before `keepRunning`, or after the signal. */
export function createScheduledJobs(
  host: JobHost,
  locks: Locks,
  jobs: ReadonlyMap<string, Job>,
  stop: AbortSignal,
): ScheduledJobs {
  const { api, clock, log } = host;
  const known = new Map<string, Known>();
  const busy = new Set<string>();
  const unreadable = new Set<string>();
  const slots = createSlots(runsAtOnce);
  let active = false;

  const know = (record: OnceRecord, ran = false, lastWait = 0, at = record.at) => {
    known.get(record.name)?.cancelTimer();
    const fire = () => {
      if (at > clock.now()) know(record, ran, lastWait, at);
      else slots.add(() => takeTurn(record.name));
    };
    const cancelTimer = active && !stop.aborted
      ? clock.after(Math.min(Math.max(0, at - clock.now()), longestTimerMs), fire)
      : () => {};
    known.set(record.name, { record, ran, lastWait, cancelTimer });
  };
  const forget = (name: string) => {
    known.get(name)?.cancelTimer();
    known.delete(name);
  };

  const takeTurn = async (name: string): Promise<void> => {
    const entry = known.get(name);
    if (entry === undefined || busy.has(name) || stop.aborted) return;
    busy.add(name);
    try {
      const lease = await locks.tryAcquire(name);
      // Another node runs it, or is about to.
      if (lease === undefined) return know(entry.record, entry.ran, 0, clock.now() + pollWait());
      try {
        await withLock(entry, lease);
      } finally {
        await lease.release();
      }
    } catch (error) {
      if (stop.aborted) return;
      const { record, ran, lastWait } = known.get(name) ?? entry;
      const wait = failureWait(lastWait);
      log.error(
        `job ${name}: a turn failed, and the next is in ${Math.ceil(wait / 1000)} s: ` +
          thrownText(error),
        { error: inspect(error) },
      );
      know(record, ran, wait, clock.now() + wait);
    } finally {
      busy.delete(name);
    }
  };

  const withLock = async ({ record, ran }: Known, lease: Lease): Promise<void> => {
    const { name, bytes } = record;
    const key = oncePrefix + name;
    const job = jobs.get(jobOf(name));
    if (job === undefined) return forget(name);
    if (!await compareAndSet(api, key, bytes, bytes)) {
      forget(name);
      const now = await read(name);
      // The replica may still have what is gone.
      if (now !== undefined && !same(now.bytes, bytes)) know(now);
      return;
    }
    const signal = AbortSignal.any([stop, lease.signal]);
    const over = ran || await runJob(host, checking(job), record.payload, signal);
    lease.signal.throwIfAborted();
    if (!over) return;
    known.set(name, { record, ran: true, lastWait: 0, cancelTimer: () => {} });
    await insist(host, lease.signal, () => compareAndSet(api, key, bytes, nothing));
    forget(name);
  };

  const read = async (name: string): Promise<OnceRecord | undefined> => {
    const bytes = await api.kvGet({ key: oncePrefix + name });
    return bytes === null ? undefined : readOnceRecord(name, bytes);
  };

  const readOrComplain = async (name: string): Promise<OnceRecord | undefined> => {
    try {
      return await read(name);
    } catch (error) {
      if (!unreadable.has(name)) {
        log.error(`job ${jobOf(name)}: a scheduled run cannot be read: ${thrownText(error)}`);
      }
      unreadable.add(name);
      return undefined;
    }
  };

  const names = async (isWanted: (job: string) => boolean): Promise<string[]> =>
    (await listAll(api))
      .filter((key) => key.startsWith(oncePrefix))
      .map((key) => key.slice(oncePrefix.length))
      .filter((name) => isWanted(jobOf(name)));

  const look = async (): Promise<void> => {
    try {
      const unknown = (await names((job) => jobs.has(job))).filter((name) => !known.has(name));
      await inParallel(unknown, readsAtOnce, async (name) => {
        const record = await readOrComplain(name);
        if (record !== undefined && !known.has(name)) know(record);
      });
    } catch (error) {
      if (!stop.aborted) {
        log.warn(`scheduled jobs could not be looked for: ${thrownText(error)}`);
      }
    }
  };

  return {
    async add(record) {
      if (!await compareAndSet(api, oncePrefix + record.name, nothing, record.bytes)) return false;
      know(record);
      return true;
    },
    async cancel(name) {
      if (busy.has(name)) return false;
      const lease = await locks.tryAcquire(name);
      if (lease === undefined) return false;
      try {
        let bytes = known.get(name)?.record.bytes;
        for (let attempt = 0; attempt < 5; attempt++) {
          bytes ??= await api.kvGet({ key: oncePrefix + name }) ?? undefined;
          if (bytes === undefined) return false;
          if (await compareAndSet(api, oncePrefix + name, bytes, nothing)) return true;
          bytes = undefined;
          await sleep(clock, 200, stop);
        }
        return false;
      } finally {
        forget(name);
        await lease.release();
      }
    },
    async list(job) {
      const found = await inParallel(
        await names((each) => each === job),
        readsAtOnce,
        readOrComplain,
      );
      return found.filter((record) => record !== undefined);
    },
    async keepRunning() {
      active = true;
      for (const { record } of [...known.values()]) know(record);
      while (!stop.aborted && jobs.size > 0) {
        await look();
        await sleep(clock, lookMs + pollWait(), stop).catch(() => {});
      }
      for (const { cancelTimer } of known.values()) cancelTimer();
      await slots.drain();
    },
  };
}

/** The job of a scheduled run. */
function jobOf(name: string): string {
  const [job = ""] = name.split(":", 1);
  return job;
}

/** The job, with its payload checked before it runs. */
function checking(job: Job): Job {
  const { payload: schema, run } = job;
  if (schema === undefined) return job;
  return {
    ...job,
    async run(payload, context) {
      const result = await schema["~standard"].validate(payload);
      if (result.issues === undefined) return await run(result.value, context);
      const problems = result.issues.map(({ message }) => message).join("; ");
      throw new TypeError(`its payload does not fit its schema: ${problems}`);
    },
  };
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
