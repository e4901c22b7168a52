/**
 * When a job that runs by itself is due.
 *
 * @module
 */
import { shown } from "../api/mismatch.ts";
import { checkCron, nextCronTime } from "./cron.ts";
import { durationMs } from "./duration.ts";
import { pointInTime } from "./point_in_time.ts";

/** What is known of a job's runs. Times are Unix milliseconds. */
export interface JobHistory {
  /** When its last run ended; undefined if it never ran. */
  readonly lastFinished: number | undefined;
  /** When a node first knew of the job. */
  readonly firstSeen: number;
}

/** Tells when a job is due. */
export interface JobTimes {
  /**
   * When it is due next, in Unix milliseconds, be that in the past; Infinity for never again.
   *
   * @param notBefore times before it do not count
   */
  due(history: JobHistory, notBefore: number): number;
}

/** What of a job's declaration says when it runs. */
export interface JobTimeOptions {
  /**
   * Runs it again when so much time has passed since the last run ended: milliseconds, or a text
   * such as `"24h"` or `"1h30m"`; at least a second. The first run is at once.
   */
  readonly every?: string | number | undefined;
  /**
   * Runs it at the times of a cron expression: minute, hour, day of the month, month, day of the
   * week, with seconds before them or a year after them if there are six or seven parts, or one of
   * `@hourly`, `@daily`, `@weekly`, `@monthly`, `@yearly`.
   */
  readonly cron?: string | undefined;
  /** In which time zone the cron expression is meant, such as `"Europe/Berlin"`. Default: UTC. */
  readonly timeZone?: string | undefined;
  /**
   * Runs it once, at this time: Unix milliseconds, a `Date`, or a text with its time zone, such as
   * `"2027-01-31T09:00:00+01:00"`.
   */
  readonly at?: number | Date | string | undefined;
}

const leastMs = 1000;

/**
 * When a job is due, from its declaration; undefined if it runs only when it is scheduled.
 *
 * @param where the declaration, for the error's text
 * @throws {TypeError} for what says no time, or more than one
 */
export function jobTimes(options: JobTimeOptions, where: string): JobTimes | undefined {
  const { every, cron, timeZone, at } = options;
  const given = (["every", "cron", "at"] as const).filter((name) => options[name] !== undefined);
  if (given.length > 1) {
    throw new TypeError(`${where}: expected one of every, cron and at, got ${given.join(" and ")}`);
  }
  if (timeZone !== undefined && cron === undefined) {
    throw new TypeError(`${where}.timeZone: belongs to a cron expression, and there is none`);
  }
  if (every !== undefined) return everyTimes(every, `${where}.every`);
  if (cron !== undefined) {
    const schedule = checkCron(cron, timeZone, where);
    return {
      due({ lastFinished, firstSeen }, notBefore) {
        const last = Math.max(lastFinished ?? firstSeen, notBefore - 1);
        return nextCronTime(schedule, last);
      },
    };
  }
  if (at === undefined) return undefined;
  const time = pointInTime(at, `${where}.at`);
  return {
    due: ({ lastFinished = -Infinity }, notBefore) =>
      lastFinished >= time || time < notBefore ? Infinity : time,
  };
}

function everyTimes(every: string | number, where: string): JobTimes {
  const ms = durationMs(every, where);
  if (ms < leastMs) {
    throw new TypeError(`${where}: expected a second at least, got ${shown(every)}`);
  }
  return {
    due({ lastFinished }, notBefore) {
      if (lastFinished === undefined) return 0;
      // The first whole number of intervals that is not missed.
      const passed = Math.ceil((notBefore - lastFinished) / ms);
      return lastFinished + Math.max(1, passed) * ms;
    },
  };
}
