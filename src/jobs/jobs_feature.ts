/**
 * Jobs, from the activation of a plugin to its end.
 *
 * @module
 */
import type { Feature, FeatureHost } from "../plugin/feature.ts";
import type { Job } from "./check_jobs.ts";
import { createJobScheduler } from "./job_scheduler.ts";
import { createLocks, type Locks } from "./locks.ts";
import { keepRunning, type RecurringJob } from "./recurring_job.ts";
import type { JobHost } from "./run_job.ts";
import { createScheduledJobs, type ScheduledJobs } from "./scheduled_jobs.ts";

/** How long the end of a plugin waits for its jobs; a server that shuts down waits 10 seconds. */
const patienceMs = 5000;

/** The time between an activation and the next deactivation. */
interface Session {
  readonly stop: AbortController;
  readonly host: JobHost;
  readonly locks: Locks;
  readonly scheduled: ScheduledJobs;
  work: Promise<unknown>;
}

/** Runs jobs, and gives contexts their `jobs`. */
export function jobsFeature(jobs: readonly Job[]): Feature {
  const recurring = jobs.filter((job): job is RecurringJob => job.times !== undefined);
  const onCall = new Map(
    jobs.filter(({ times }) => times === undefined).map((job) => [job.name, job]),
  );
  return {
    name: "jobs",
    start(host) {
      let session = newSession(host, onCall);
      const scheduler = createJobScheduler(jobs, () => session.scheduled, host.clock);
      return {
        context: { jobs: () => scheduler },
        activate() {
          if (session.stop.signal.aborted) session = newSession(host, onCall);
          return Promise.resolve();
        },
        activated() {
          const { host, locks, scheduled, stop } = session;
          session.work = Promise.all([
            scheduled.keepRunning(),
            ...recurring.map((job) => keepRunning(host, locks, job, stop.signal)),
          ]);
          return Promise.resolve();
        },
        deactivate: () => endSession(session),
      };
    },
  };
}

function newSession(
  { api, clock, log, contextOf }: FeatureHost,
  onCall: ReadonlyMap<string, Job>,
): Session {
  const stop = new AbortController();
  const host = { api, clock, log, contextOf, running: new Set<{ name: string }>() };
  const locks = createLocks(host);
  const scheduled = createScheduledJobs(host, locks, onCall, stop.signal);
  return { stop, host, locks, scheduled, work: Promise.resolve() };
}

async function endSession({ stop, host, locks, work }: Session): Promise<void> {
  const { clock, log, running } = host;
  stop.abort(new DOMException("the plugin is being deactivated", "AbortError"));
  const { promise: late, resolve } = Promise.withResolvers<"late">();
  const cancel = clock.after(patienceMs, () => resolve("late"));
  const outcome = await Promise.race([work, late]);
  cancel();
  if (outcome !== "late") return await locks.close();
  const names = new Set([...running].map(({ name }) => name));
  log.warn(
    `jobs ${[...names].join(", ")}: still running ${
      patienceMs / 1000
    } s after the plugin's signal to ` +
      "stop; another node may begin again when the lock has expired",
  );
  // Whoever works on is better not joined by another at once.
  locks.abandon();
}
