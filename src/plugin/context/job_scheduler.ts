/**
 * Jobs that run later, as a context has them.
 *
 * @module
 */
import type { JsonValue } from "@bufbuild/protobuf";

/** A declared job, as what names it: `defineJob` makes it. */
export interface JobReference<Payload> {
  /** Says what this object is. */
  readonly kind: "mattermost-deno.Job";
  /** Its name, unique in the plugin. */
  readonly name: string;
  /** Never there: it carries the type of what the job is given. */
  readonly payloadType?: ((payload: Payload) => void) | undefined;
}

/** When a scheduled job runs: `at` a time, or `in` some time. */
export interface JobTime {
  /** A time: Unix milliseconds, a `Date`, or text in ISO 8601 with a time zone. Past: at once. */
  readonly at?: number | Date | string | undefined;
  /** How much later than now: milliseconds, or a text such as `"90m"` or `"1d12h"`. */
  readonly in?: number | string | undefined;
  /**
   * What tells this run from others of the same job: while a run with this id is scheduled, another
   * is not added. Together with the job's name at most 143 characters. Default: a random one.
   */
  readonly id?: string | undefined;
}

/** A run that is scheduled. */
export interface ScheduledJob {
  /** What tells it from other runs of the job. */
  readonly id: string;
  /** When it is to run, in Unix milliseconds. */
  readonly at: number;
  /** What it will be given. */
  readonly payload: JsonValue;
}

/** What scheduling a run has led to. */
export interface JobReceipt {
  /** The run's id, by which it can be cancelled. */
  readonly id: string;
  /** Whether it was added; false if one with its id was there, which stays as it is. */
  readonly added: boolean;
}

/**
 * Runs declared jobs later, once in the whole cluster.
 *
 * A run that is scheduled is kept in the server's database, and survives the end of the plugin and
 * of the node that has scheduled it: others find it within a minute. It is taken away when it is
 * over. A node that crashes in between therefore leaves it to be run again: a job should bear that.
 *
 * @example A reminder that ends with the post
 * ```ts
 * import { defineJob, definePlugin } from "@mattermost-deno/plugin";
 *
 * export const remind = defineJob("remind", {
 *   async run({ userId, text }: { userId: string; text: string }, { api, bot }) {
 *     const channel = await api.getDirectChannel({ userId1: userId, userId2: bot.userId });
 *     await api.createPost({
 *       post: { channelId: channel.id, userId: bot.userId, message: text },
 *     });
 *   },
 * });
 *
 * export default definePlugin({
 *   bot: { username: "reminder", displayName: "Reminder" },
 *   jobs: { remind },
 *   hooks: {
 *     async messageHasBeenPosted({ id, userId, message }, { jobs }) {
 *       if (!message.startsWith("remind me")) return;
 *       await jobs.schedule(remind, { userId, text: message }, { in: "1h", id });
 *     },
 *     messageHasBeenDeleted: ({ id }, { jobs }) => jobs.cancel(remind, id),
 *   },
 * });
 * ```
 */
export interface JobScheduler {
  /**
   * Schedules a run of a job that the definition declares.
   *
   * @param job what `defineJob` made, or the job's name
   * @param payload what it is given: JSON, at most 10,000 bytes of it; undefined arrives as null
   * @throws {TypeError} for a job that is not declared, or has times of its own, for a time that is
   * none, and for a payload that cannot be stored or does not fit the job's schema
   * @throws {PluginAPIError} if the server cannot be reached
   */
  schedule<Payload>(
    job: JobReference<Payload>,
    payload: NoInfer<Payload>,
    time: JobTime,
  ): Promise<JobReceipt>;
  /** The same, by the job's name; nobody checks whether the payload is what the job expects. */
  schedule(job: string, payload: unknown, time: JobTime): Promise<JobReceipt>;
  /**
   * Calls a scheduled run off, and tells whether it did: false if there is none, or it has begun.
   *
   * @throws {TypeError} for a job that is not declared, or has times of its own
   */
  cancel(job: JobReference<never> | string, id: string): Promise<boolean>;
  /** The runs of a job that are scheduled, and those that have begun and are not over. */
  list(job: JobReference<never> | string): AsyncIterableIterator<ScheduledJob>;
}
