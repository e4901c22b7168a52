/**
 * Checks what authors declare as jobs.
 *
 * @module
 */
import { shown } from "../api/mismatch.ts";
import { suggestion } from "../api/option_names.ts";
import type { StandardSchema } from "../plugin/context/store_codec.ts";
import type { HookContext } from "../plugin/hook_context.ts";
import { fullKey } from "../store/keys.ts";
import { type JobTimeOptions, type JobTimes, jobTimes } from "./job_times.ts";

/** A job, checked. */
export interface Job {
  /** Its name. */
  readonly name: string;
  /** When it runs by itself; undefined if it runs when it is scheduled. */
  readonly times: JobTimes | undefined;
  /** Whether times at which no node was there count. */
  readonly skipsMissed: boolean;
  /** How often a run that throws is tried again. */
  readonly retries: number;
  /** Checks the payload. */
  readonly payload: StandardSchema | undefined;
  /** Does the work. */
  readonly run: (payload: unknown, context: HookContext) => unknown;
}

const options = ["every", "cron", "timeZone", "at", "missed", "retries", "run"] as const;
const definedOptions = ["kind", "name", "payload", "retries", "run"] as const;

/**
 * The jobs of a definition.
 *
 * @throws {TypeError} for what is none: where, what was expected, and which name was probably meant
 */
export function checkJobs(declared: unknown): readonly Job[] {
  if (declared === undefined) return [];
  if (typeof declared !== "object" || declared === null || Array.isArray(declared)) {
    throw new TypeError(
      `definePlugin(): jobs: expected an object of jobs by name, got ${shown(declared)}`,
    );
  }
  return Object.entries(declared).map(([name, job]) => checkJob(name, job));
}

function checkJob(name: string, declared: unknown): Job {
  checkName(name);
  const where = `definePlugin(): jobs.${name}`;
  if (typeof declared !== "object" || declared === null) {
    throw new TypeError(`${where}: expected an object with run and a time, got ${shown(declared)}`);
  }
  const job = declared as JobTimeOptions & Readonly<Record<string, unknown>>;
  const defined = job["kind"] === "mattermost-deno.Job";
  const known: readonly string[] = defined ? definedOptions : options;
  for (const option of Object.keys(job)) {
    if (known.includes(option)) continue;
    throw new TypeError(`${where}: there is no "${option}"; ${suggestion(option, known)}`);
  }
  if (defined && job["name"] !== name) {
    throw new TypeError(
      `${where}: defineJob() has named this job ${shown(job["name"])}; declare it under that name`,
    );
  }
  const { missed = "run once", retries = 0, run, payload } = job;
  if (typeof run !== "function") {
    throw new TypeError(`${where}.run: expected a function, got ${shown(run)}`);
  }
  if (missed !== "run once" && missed !== "skip") {
    throw new TypeError(`${where}.missed: expected "run once" or "skip", got ${shown(missed)}`);
  }
  if (!Number.isSafeInteger(retries) || (retries as number) < 0) {
    throw new TypeError(
      `${where}.retries: expected a whole number, 0 or more, got ${shown(retries)}`,
    );
  }
  const times = defined ? undefined : jobTimes(job, where);
  if (times === undefined && job["missed"] !== undefined) {
    throw new TypeError(
      `${where}.missed: belongs to every, cron or at; a scheduled run that was missed is made up for`,
    );
  }
  return {
    name,
    times,
    skipsMissed: missed === "skip",
    retries: retries as number,
    payload: checkSchema(payload, `${where}.payload`),
    run: run as Job["run"],
  };
}

function checkName(name: string): void {
  if (name.includes(":")) {
    throw new TypeError(
      `definePlugin(): jobs: the name ${
        shown(name)
      } contains a colon, which separates names from ids`,
    );
  }
  // The longest of the job's keys.
  fullKey({ prefix: "mutex_cron_", internal: true }, name, "definePlugin(): jobs: the name");
}

function checkSchema(value: unknown, where: string): StandardSchema | undefined {
  if (value === undefined) return undefined;
  const known = (typeof value === "object" && value !== null) || typeof value === "function";
  if (known && "~standard" in value) return value as StandardSchema;
  throw new TypeError(
    `${where}: expected a validator that follows the Standard Schema, got ${shown(value)}`,
  );
}
