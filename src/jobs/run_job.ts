/**
 * One run of a job.
 *
 * @module
 */
import { thrownText } from "../api/app_error.ts";
import { inspect } from "../plugin/inspect_thrown.ts";
import { logUncaught } from "../plugin/log_uncaught.ts";
import type { FeatureHost } from "../plugin/feature.ts";
import type { KVAPI } from "../store/kv_api.ts";
import type { Job } from "./check_jobs.ts";
import { sleep } from "./sleep.ts";

/** What a run needs. */
export interface JobHost extends Pick<FeatureHost, "clock" | "log" | "contextOf"> {
  /** The server. */
  readonly api: KVAPI;
  /** The jobs that run, once for each run. */
  readonly running: Set<{ readonly name: string }>;
}

const firstRetryMs = 1000;
const longestRetryMs = 60_000;

/**
 * Runs a job, again if it throws and says so.
 *
 * @returns whether it is over: false if it gave up because the signal told it to
 */
export async function runJob(
  host: JobHost,
  job: Job,
  payload: unknown,
  signal: AbortSignal,
): Promise<boolean> {
  const run = { name: job.name };
  host.running.add(run);
  try {
    return await untilOver(host, job, payload, signal);
  } finally {
    host.running.delete(run);
  }
}

async function untilOver(
  { clock, log, contextOf }: JobHost,
  { name, run, retries }: Job,
  payload: unknown,
  signal: AbortSignal,
): Promise<boolean> {
  for (let failures = 1;; failures++) {
    try {
      signal.throwIfAborted();
      await run(payload, contextOf(`job ${name}`, signal));
      return true;
    } catch (error) {
      if (signal.aborted) {
        log.info(`job ${name} was interrupted: ${thrownText(signal.reason)}`);
        return false;
      }
      if (failures > retries) {
        logUncaught(log, `job ${name}`, error);
        return true;
      }
      const wait = Math.min(firstRetryMs * 2 ** (failures - 1), longestRetryMs);
      log.warn(
        `job ${name} failed, and is tried again in ${wait / 1000} s: ${thrownText(error)}`,
        { error: inspect(error) },
      );
      try {
        await sleep(clock, wait, signal);
      } catch {
        return false;
      }
    }
  }
}

/** Does what must not fail for a passing reason, a few times if need be. */
export async function insist<Result>(
  { clock }: Pick<JobHost, "clock">,
  signal: AbortSignal,
  act: () => Promise<Result>,
): Promise<Result> {
  for (let failures = 1;; failures++) {
    try {
      return await act();
    } catch (error) {
      if (failures >= 4) throw error;
      await sleep(clock, 500 * failures, signal);
    }
  }
}
