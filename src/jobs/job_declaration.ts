/**
 * What authors write to have a job.
 *
 * @module
 */
import type { JobReference } from "../plugin/context/job_scheduler.ts";
import type { StandardSchema } from "../plugin/context/store_codec.ts";
import type { Ignored } from "../plugin/hook_types.ts";
import type { HookContext, PluginConfig } from "../plugin/hook_context.ts";
import type { JobTimeOptions } from "./job_times.ts";

/** What all jobs may say about their runs. */
export interface JobRunOptions {
  /**
   * How often a run that throws is tried again, after 1, 2, 4 … seconds, a minute at most. Default:
   * not at all. After that it is logged, and counts as finished.
   */
  readonly retries?: number | undefined;
}

/**
 * A job, by its name among the definition's `jobs`. With one of `every`, `cron` and `at` it runs by
 * itself; without any it runs when `jobs.schedule` says so.
 *
 * It runs on one node of a cluster at a time, and never twice at once. A run that was begun on a node
 * that crashes is begun again on another.
 */
export interface JobDeclaration<Config extends object = PluginConfig>
  extends JobTimeOptions, JobRunOptions {
  /** Never there; `defineJob` makes what has it. */
  readonly kind?: undefined;
  /**
   * What becomes of times at which no node was there to run the job: `"run once"` makes up for them
   * with one run as soon as there is one, `"skip"` waits for the next time. Default: `"run once"`.
   */
  readonly missed?: "run once" | "skip" | undefined;
  /**
   * Does the work. The context's `signal` is aborted when the plugin is stopped, which waits 5
   * seconds for the job, and when the job's lock is lost, so that another node may run it.
   *
   * @param payload what the run was scheduled with; undefined for a job that runs by itself
   */
  readonly run: (payload: never, context: HookContext<Config>) => Ignored;
}

/** A job that runs when it is scheduled, as {@link defineJob} takes it. */
export interface JobOptions<Payload, Input = Payload, Config extends object = PluginConfig>
  extends JobRunOptions {
  /**
   * Checks the payload, when a run is scheduled and again before it runs. Default: its type is taken
   * on trust.
   */
  readonly payload?: StandardSchema<Input, Payload> | undefined;
  /** Does the work; see {@link JobDeclaration.run}. */
  readonly run: (payload: Payload, context: HookContext<Config>) => Ignored;
}

/** A job that runs when it is scheduled, with its name and the type of its payload. */
export interface DefinedJob<Input, Config extends object = PluginConfig>
  extends JobReference<Input>, JobRunOptions {
  /** Checks the payload. */
  readonly payload?: StandardSchema | undefined;
  /** Does the work. */
  readonly run: (payload: never, context: HookContext<Config>) => Ignored;
}

/** A plugin's jobs, by name: 1 to 139 characters, without a colon. */
export type JobDeclarations<Config extends object = PluginConfig> = Readonly<
  Record<string, JobDeclaration<Config> | DefinedJob<never, Config>>
>;

/**
 * Defines a job that runs when it is scheduled, so that `jobs.schedule` knows what it expects. It is
 * to be declared under the same name: `definePlugin({ jobs: { remind } })`.
 *
 * A run that needs settings names them in the type of its context:
 * `HookContext<{ readonly days: number }>`.
 *
 * @param name its name, unique in the plugin
 * @param options what it does
 *
 * @example
 * ```ts
 * import { defineJob, definePlugin } from "@mattermost-deno/plugin";
 *
 * export const tidy = defineJob("tidy", {
 *   retries: 3,
 *   run: ({ channelId }: { channelId: string }, { api }) => api.deleteChannel({ channelId }),
 * });
 *
 * export default definePlugin({
 *   jobs: { tidy },
 *   hooks: {
 *     channelHasBeenCreated: async ({ id }, { jobs }) => {
 *       await jobs.schedule(tidy, { channelId: id }, { in: "7d", id });
 *     },
 *   },
 * });
 * ```
 */
export function defineJob<Payload, Input = Payload, Config extends object = PluginConfig>(
  name: string,
  options: JobOptions<Payload, Input, Config>,
): DefinedJob<Input, Config> {
  const { payload, retries, run } = options;
  return Object.freeze({ kind: "mattermost-deno.Job", name, payload, retries, run });
}
