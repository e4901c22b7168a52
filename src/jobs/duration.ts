/**
 * Spans of time as text.
 *
 * @module
 */
import { shown } from "../api/mismatch.ts";

const units: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

const part = /(\d+(?:\.\d+)?)(ms|[smhdw])/g;
const whole = /^(?:\d+(?:\.\d+)?(?:ms|[smhdw]))+$/;

/**
 * A span of time in milliseconds, from a number of them or from a text as Go writes it, with days
 * and weeks in addition: `"90m"`, `"1h30m"`, `"1.5d"`. A day is 24 hours.
 *
 * @param where what the span is for, for the error's text
 * @throws {TypeError} for what is none, and for one that is negative
 */
export function durationMs(value: unknown, where: string): number {
  const ms = typeof value === "string" ? fromText(value) : value;
  if (typeof ms === "number" && ms >= 0 && Number.isFinite(ms)) return ms;
  throw new TypeError(
    `${where}: expected milliseconds or a text such as "24h", "90m" or "1d12h" (units ` +
      `${Object.keys(units).join(", ")}), got ${shown(value)}`,
  );
}

function fromText(text: string): number | undefined {
  if (!whole.test(text)) return undefined;
  let ms = 0;
  for (const [, count, unit = ""] of text.matchAll(part)) {
    ms += Number(count) * (units[unit] ?? NaN);
  }
  return Math.round(ms);
}

/** A span of time as such a text, in whole units: `"1d12h"`. */
export function durationText(ms: number): string {
  let rest = Math.round(ms);
  let text = "";
  for (const unit of ["d", "h", "m", "s", "ms"]) {
    const size = units[unit] ?? NaN;
    const count = Math.floor(rest / size);
    if (count > 0) text += `${count}${unit}`;
    rest -= count * size;
  }
  return text || "0s";
}
