/**
 * A job that runs by itself, on one node of the cluster at a time.
 *
 * As in Go's `pluginapi/cluster`: the lock `mutex_cron_NAME` is held while the record `cron_NAME` is
 * looked at, while the job runs, and until the end of the run is recorded. Nodes in Go that have a
 * job of the same name count, whether it is theirs or ours that finds it due.
 *
 * @module
 */
import { thrownText } from "../api/app_error.ts";
import { inspect } from "../plugin/inspect_thrown.ts";
import type { Job } from "./check_jobs.ts";
import { currentValue } from "./current_value.ts";
import { readRecord, recordBytes, recordPrefix } from "./job_record.ts";
import type { JobHistory, JobTimes } from "./job_times.ts";
import type { Lease } from "./lease.ts";
import type { Locks } from "./locks.ts";
import { insist, type JobHost, runJob } from "./run_job.ts";
import { sleep } from "./sleep.ts";
import { failureWait } from "./wait_interval.ts";

/** The longest timer: clocks are set right at times, and computers sleep. */
const longestSleepMs = 15 * 60_000;

/** A job that runs by itself. */
export type RecurringJob = Job & { readonly times: JobTimes };

/** Runs the job at its times until the signal is aborted, or it is never due again. */
export async function keepRunning(
  host: JobHost,
  locks: Locks,
  job: RecurringJob,
  stop: AbortSignal,
): Promise<void> {
  const { clock, log } = host;
  const takeTurn = turnsOf(host, job, stop);
  let lastWait = 0;
  let due = clock.now();
  while (due < Infinity && !stop.aborted) {
    try {
      for (let left = due - clock.now(); left > 0; left = due - clock.now()) {
        await sleep(clock, Math.min(left, longestSleepMs), stop);
      }
      const lease = await locks.acquire(recordPrefix + job.name, stop);
      try {
        due = await takeTurn(lease);
      } finally {
        await lease.release();
      }
      lastWait = 0;
    } catch (error) {
      if (stop.aborted) return;
      lastWait = failureWait(lastWait);
      due = clock.now() + lastWait;
      log.error(
        `job ${job.name}: a turn failed, and the next is in ${Math.ceil(lastWait / 1000)} s: ` +
          thrownText(error),
        { error: inspect(error) },
      );
    }
  }
}

/** What runs the job if it is due, and gives when it is due next. */
function turnsOf(
  host: JobHost,
  job: RecurringJob,
  stop: AbortSignal,
): (lease: Lease) => Promise<number> {
  const { api, clock } = host;
  const key = recordPrefix + job.name;
  const notBefore = job.skipsMissed ? clock.now() : -Infinity;
  const next = (history: JobHistory) => job.times.due(history, notBefore);
  // What this node knows of its own runs, should it fail to write that down.
  let own: number | undefined;

  return async (lease) => {
    const signal = AbortSignal.any([stop, lease.signal]);
    const now = clock.now();
    const fresh = recordBytes({ lastFinished: undefined, firstSeen: now });
    const stored = readRecord(key, await currentValue(host, key, fresh, signal), now);
    const history = { ...stored, lastFinished: later(stored.lastFinished, own) };
    const due = next(history);
    if (due > clock.now()) return due;

    const over = await runJob(host, job, undefined, signal);
    // Whoever has the lock now has begun the run again.
    lease.signal.throwIfAborted();
    if (!over) return clock.now();
    own = clock.now();
    const ended = { ...history, lastFinished: own };
    await insist(
      host,
      lease.signal,
      () => api.kvSetWithOptions({ key, value: recordBytes(ended) }),
    );
    return next(ended);
  };
}

function later(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? a ?? b : Math.max(a, b);
}
