/**
 * What contexts have as `jobs`.
 *
 * @module
 */
import { shown } from "../api/mismatch.ts";
import { nearestName } from "../api/nearest_name.ts";
import { checkOptionNames } from "../api/option_names.ts";
import type { JobReference, JobScheduler, JobTime } from "../plugin/context/job_scheduler.ts";
import type { Clock } from "../process/clock.ts";
import { fullKey } from "../store/keys.ts";
import { schemaCodec } from "../store/schema_codec.ts";
import type { Job } from "./check_jobs.ts";
import { durationMs } from "./duration.ts";
import { onceRecord } from "./once_record.ts";
import { pointInTime } from "./point_in_time.ts";
import type { ScheduledJobs } from "./scheduled_jobs.ts";

/**
 * Makes it.
 *
 * @param jobs all that are declared
 * @param scheduled the runs of the moment
 */
export function createJobScheduler(
  jobs: readonly Job[],
  scheduled: () => ScheduledJobs,
  clock: Clock,
): JobScheduler {
  return {
    async schedule(
      reference: JobReference<never> | string,
      payload: unknown,
      time: JobTime,
    ) {
      const where = "jobs.schedule()";
      const job = scheduledJob(jobs, reference, where);
      const at = timeOf(time, clock, where);
      const { id = crypto.randomUUID() } = time;
      const name = runName(job, id, where);
      if (job.payload !== undefined) {
        try {
          await schemaCodec(job.payload).encode(payload);
        } catch (error) {
          const text = error instanceof Error ? error.message : String(error);
          throw new TypeError(`${where}: ${text.replace(/^value/, "payload")}`, { cause: error });
        }
      }
      const record = onceRecord(name, at, payload, `${where}: payload`);
      return { id, added: await scheduled().add(record) };
    },
    async cancel(reference, id) {
      const where = "jobs.cancel()";
      return await scheduled().cancel(runName(scheduledJob(jobs, reference, where), id, where));
    },
    async *list(reference) {
      const { name } = scheduledJob(jobs, reference, "jobs.list()");
      for (const record of await scheduled().list(name)) {
        const { at, payload } = record;
        yield { id: record.name.slice(name.length + 1), at, payload };
      }
    },
  };
}

function scheduledJob(
  jobs: readonly Job[],
  reference: JobReference<never> | string,
  where: string,
): Job {
  const name: unknown = typeof reference === "string" ? reference : reference?.name;
  if (typeof name !== "string") {
    throw new TypeError(
      `${where}: expected a job, as defineJob() makes it, or its name, got ${shown(reference)}`,
    );
  }
  const job = jobs.find((each) => each.name === name);
  if (job === undefined) {
    const names = jobs.filter(({ times }) => times === undefined).map((each) => each.name);
    const near = nearestName(name, names);
    throw new TypeError(
      `${where}: the plugin declares no job ${shown(name)}; ` +
        (near !== undefined
          ? `did you mean "${near}"?`
          : `declare it: definePlugin({ jobs: { ${name}: { run: … } } })`),
    );
  }
  if (job.times !== undefined) {
    throw new TypeError(
      `${where}: job "${name}" runs by itself, as its every, cron or at says; declare one without ` +
        "them for runs that are scheduled",
    );
  }
  return job;
}

/** As Go's key has it, and its lock. */
function runName({ name }: Job, id: unknown, where: string): string {
  if (typeof id !== "string" || id === "") {
    throw new TypeError(`${where}: id: expected a text of 1 character at least, got ${shown(id)}`);
  }
  const full = `${name}:${id}`;
  fullKey({ prefix: "mutex_", internal: true }, full, `${where}: id`);
  return full;
}

function timeOf(time: JobTime, clock: Clock, where: string): number {
  if (time !== undefined) checkOptionNames(where, time, ["in", "at", "id"]);
  const { at, in: span } = time ?? {};
  if ((at === undefined) === (span === undefined)) {
    throw new TypeError(
      `${where}: expected a time, either { at: … } or { in: … }, got ` +
        (at === undefined ? "neither" : "both"),
    );
  }
  return at !== undefined
    ? pointInTime(at, `${where}: at`)
    : pointInTime(clock.now() + durationMs(span, `${where}: in`), `${where}: in`);
}
