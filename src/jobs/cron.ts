/**
 * Cron expressions.
 *
 * @module
 */
import { Cron } from "croner";
import { thrownText } from "../api/app_error.ts";
import { shown } from "../api/mismatch.ts";

/** An expression that was understood. */
export type CronSchedule = Cron;

/**
 * Understands an expression.
 *
 * @param where the job's declaration, for the error's text
 * @throws {TypeError} for what is none, one that never comes true, and an unknown time zone
 */
export function checkCron(
  expression: unknown,
  timeZone: unknown,
  where: string,
): CronSchedule {
  if (typeof expression !== "string") {
    throw new TypeError(`${where}.cron: expected a text, got ${shown(expression)}`);
  }
  checkTimeZone(timeZone, `${where}.timeZone`);
  const wrong = (reason: string, cause?: unknown) =>
    new TypeError(
      `${where}.cron: ${
        shown(expression)
      } is no cron expression: ${reason}. Expected minute, hour, ` +
        'day of the month, month and day of the week, such as "30 9 * * 1-5"',
      { cause },
    );
  let schedule: Cron;
  try {
    // Without a time zone by name, no tables of time zones need to be loaded.
    schedule = new Cron(expression, {
      paused: true,
      ...(typeof timeZone === "string" ? { timezone: timeZone } : { utcOffset: 0 }),
    });
  } catch (error) {
    throw wrong(thrownText(error).replace(/^CronPattern: /, "").replace(/\.$/, ""), error);
  }
  if (new Cron(expression, { paused: true, utcOffset: 0 }).nextRun(new Date(0)) === null) {
    throw wrong("no day is like that");
  }
  return schedule;
}

/** The first time after `last` for which the expression stands; both in Unix milliseconds. */
export function nextCronTime(schedule: CronSchedule, last: number): number {
  return schedule.nextRun(new Date(last))?.getTime() ?? Infinity;
}

function checkTimeZone(timeZone: unknown, where: string): void {
  if (timeZone === undefined) return;
  try {
    if (typeof timeZone === "string") {
      new Intl.DateTimeFormat("en", { timeZone });
      return;
    }
  } catch {
    // Said below.
  }
  throw new TypeError(
    `${where}: expected a time zone of the IANA database, such as "Europe/Berlin", got ` +
      shown(timeZone),
  );
}
