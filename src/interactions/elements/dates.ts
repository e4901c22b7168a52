/**
 * Elements for dates and times. Mattermost 11; clients of older servers do not show them.
 *
 * @module
 */
import { Mismatch, shown } from "../../api/mismatch.ts";
import {
  boolean,
  common,
  count,
  createElement,
  defaultText,
  type DialogInput,
  type Given,
  type OptionalElementOptions,
  type Read,
  refused,
} from "./element.ts";

/**
 * A day or a moment: `2026-11-21`, `2026-11-21T09:30:00Z`, `today`, `tomorrow`, `yesterday`, or so
 * long from now: `+7d`, `-2w`, `+1m` (days, weeks, months; for moments also H, M and S for hours,
 * minutes and seconds).
 */
export type DateText = string;

/** An element for a day. */
export interface DateElementOptions<Optional extends boolean>
  extends OptionalElementOptions<Optional> {
  /** The day that is chosen at the beginning. Default: none. */
  readonly default?: DateText | undefined;
  /** The first day that can be chosen. Default: any. */
  readonly min?: DateText | undefined;
  /** The last day that can be chosen. Default: any. */
  readonly max?: DateText | undefined;
}

/** An element for a day and a time. */
export interface DateTimeElementOptions<Optional extends boolean>
  extends OptionalElementOptions<Optional> {
  /** The moment that is chosen at the beginning; a number is Unix milliseconds. Default: none. */
  readonly default?: DateText | number | undefined;
  /** The first moment that can be chosen. Default: any. */
  readonly min?: DateText | undefined;
  /** The last moment that can be chosen. Default: any. */
  readonly max?: DateText | undefined;
  /** Minutes between the times in the list; divides 1440, the minutes of a day. Default: 60. */
  readonly intervalMinutes?: number | undefined;
  /** The time zone in which it is shown, such as `Europe/Berlin`. Default: the person's own. */
  readonly timeZone?: string | undefined;
  /** Whether times can be typed as well. Default: false. */
  readonly manualEntry?: boolean | undefined;
}

const dayMs = 24 * 60 * 60 * 1000;

/** A day, as `2026-11-21`. */
export function dateElement<const Optional extends boolean = false>(
  options: DateElementOptions<Optional>,
): DialogInput<Given<string, Optional>> {
  const where = "element.date()";
  const known = ["optional", "placeholder", "default", "min", "max"];
  const { texts, optional } = common(where, options, known);
  const { min = "", max = "" } = options;
  for (const [name, value] of Object.entries({ min, max })) checkLimit(where, name, value, "dwm");
  const toDefault = (value: unknown) => {
    if (typeof value === "string" && (isDay(value) || isRelative(value, "dwm"))) return value;
    throw new Mismatch(`expected a day such as "2026-11-21", got ${shown(value)}`);
  };
  return createElement({
    texts,
    wire: {
      optional,
      type: "date",
      default: defaultText(where, options.default, toDefault, 150),
      datetimeConfig: { minDate: min, maxDate: max },
    },
    toDefault,
    read(raw, { now }): Read {
      if (typeof raw !== "string" || !isDay(raw)) return refused("This must be a day.");
      const time = Date.parse(raw);
      const first = limitOf(min, now, -1);
      const last = limitOf(max, now, 1);
      if (time < first) return refused(`This must not be before ${dayText(first)}.`);
      if (time > last) return refused(`This must not be after ${dayText(last)}.`);
      return { value: raw };
    },
  });
}

/** A day and a time; the value is Unix milliseconds. */
export function dateTimeElement<const Optional extends boolean = false>(
  options: DateTimeElementOptions<Optional>,
): DialogInput<Given<number, Optional>> {
  const where = "element.datetime()";
  const { texts, optional } = common(where, options, [
    "optional",
    "placeholder",
    "default",
    "min",
    "max",
    "intervalMinutes",
    "timeZone",
    "manualEntry",
  ]);
  const { min = "", max = "", timeZone = "", manualEntry = false } = options;
  for (const [name, value] of Object.entries({ min, max })) {
    checkLimit(where, name, value, "dwmHMS");
  }
  const interval = count(where, "intervalMinutes", options.intervalMinutes ?? 60);
  if (interval < 1 || 1440 % interval !== 0) {
    throw new TypeError(
      `${where}: intervalMinutes: expected a divisor of 1440, the minutes of a day, got ${interval}`,
    );
  }
  const toDefault = (value: unknown) => {
    if (typeof value === "number" && Number.isFinite(value)) return momentText(value);
    if (typeof value === "string" && (isMoment(value) || isRelative(value, "dwmHMS"))) return value;
    throw new Mismatch(
      `expected Unix milliseconds or a moment such as "2026-11-21T09:30:00Z", got ${shown(value)}`,
    );
  };
  return createElement({
    texts,
    wire: {
      optional,
      type: "datetime",
      default: defaultText(where, options.default, toDefault, 150),
      datetimeConfig: {
        minDate: min,
        maxDate: max,
        timeInterval: BigInt(interval),
        locationTimezone: checkedZone(where, timeZone),
        manualTimeEntry: boolean(where, "manualEntry", manualEntry),
      },
    },
    toDefault,
    read(raw, { now }): Read {
      if (typeof raw !== "string" || !isMoment(raw)) {
        return refused("This must be a day and a time.");
      }
      const value = Date.parse(raw);
      const first = limitOf(min, now, -1);
      // A last day is meant to its end.
      const last = limitOf(max, now, 1) + (isMoment(max) ? 0 : dayMs);
      if (value < first) return refused(`This must not be before ${momentText(first)}.`);
      if (value > last) return refused(`This must not be after ${momentText(last)}.`);
      return { value };
    },
  });
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(text);
  // Some days do not exist, such as the 30th of February.
  return !Number.isNaN(time) && dayText(time) === text;
}

function isMoment(text: string): boolean {
  const [, day, rest] =
    /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))$/
      .exec(text) ?? [];
  return day !== undefined && rest !== undefined && isDay(day) && !Number.isNaN(Date.parse(text));
}

const words: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 };

function isRelative(text: string, units: string): boolean {
  return Object.hasOwn(words, text) || new RegExp(`^[+-]\\d{1,3}[${units}]$`).test(text);
}

function checkLimit(where: string, name: string, value: unknown, units: string): void {
  if (value === "") return;
  if (typeof value === "string") {
    if (isDay(value) || isRelative(value, units)) return;
    if (units.includes("H") && isMoment(value)) return;
  }
  throw new TypeError(
    `${where}: ${name}: expected a day such as "2026-11-21", "today", "tomorrow", "yesterday" or ` +
      `such as "+7d", got ${shown(value)}`,
  );
}

const unitMs: Readonly<Record<string, number>> = {
  d: dayMs,
  w: 7 * dayMs,
  H: 60 * 60 * 1000,
  M: 60 * 1000,
  S: 1000,
};

/**
 * When a limit is, in Unix milliseconds. What a day is depends on where one is: relative limits, and
 * days, are a day wider than they say.
 */
function limitOf(text: string, now: number, side: -1 | 1): number {
  if (text === "") return side * Infinity;
  if (isMoment(text)) return Date.parse(text);
  if (isDay(text)) return Date.parse(text);
  const today = Math.floor(now / dayMs) * dayMs;
  const word = words[text];
  if (word !== undefined) return today + word * dayMs + side * dayMs;
  const amount = Number.parseInt(text, 10);
  const unit = text.slice(-1);
  const ms = unitMs[unit];
  if (ms !== undefined) return (ms < dayMs ? now : today) + amount * ms + side * dayMs;
  const moved = new Date(today);
  moved.setUTCMonth(moved.getUTCMonth() + amount);
  return moved.getTime() + side * dayMs;
}

function checkedZone(where: string, zone: string): string {
  if (zone === "") return zone;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return zone;
  } catch {
    throw new TypeError(
      `${where}: timeZone: expected a name such as "Europe/Berlin", got ${shown(zone)}`,
    );
  }
}

function dayText(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** Without milliseconds, which Mattermost does not take. */
function momentText(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
