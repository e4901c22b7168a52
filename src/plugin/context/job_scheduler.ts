/**
 * Jobs that run later, as a context has them.
 *
 * @module
 */

/** When a job runs. */
export interface JobTime {
  /** Unix milliseconds. In the past: at once. */
  readonly at: number;
}

/** Schedules the jobs that the plugin's definition declares. */
export interface JobScheduler {
  /**
   * Runs a declared job once in the whole cluster, with a payload.
   *
   * @param name its name in the definition's `jobs`
   * @param id what tells this run from others of the same job; one that is there already stays
   * @param payload what the job is given; JSON
   * @returns whether it was new
   */
  schedule(name: string, id: string, time: JobTime, payload?: unknown): Promise<boolean>;
  /** Calls a scheduled run off; tells whether there was one. */
  cancel(name: string, id: string): Promise<boolean>;
}
