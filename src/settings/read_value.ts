/**
 * Stored values, as Mattermost and whoever edits its configuration write them, made into what a
 * setting holds.
 *
 * @module
 */
import type { JsonValue } from "@bufbuild/protobuf";
import type { SettingReading } from "./setting.ts";

/** A stored value; null is none. */
export type StoredValue = Exclude<JsonValue, null>;

/** Makes of a stored value what a setting holds; undefined where the value says that it is not set. */
export type ReadValue<Value> = (stored: StoredValue) => SettingReading<Value> | undefined;

/** Texts. What matches no pattern is not taken. */
export function textReader(pattern: RegExp | undefined): ReadValue<string> {
  // A pattern that remembers where it was would fit every other time.
  const fits = pattern && new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, ""));
  const problem = fits ? `expected a text that matches ${fits}` : "expected a text";
  return (stored) =>
    typeof stored !== "string" || fits?.test(stored) === false ? { problem } : { value: stored };
}

/** What numbers fit. */
export interface NumberRange {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly fractions?: boolean | undefined;
}

/** Numbers, also as texts. */
export function numberReader({ min, max, fractions = false }: NumberRange): ReadValue<number> {
  const kind = fractions ? "a number" : "a whole number";
  const range = min !== undefined && max !== undefined
    ? ` from ${min} to ${max}`
    : min !== undefined
    ? ` of ${min} or more`
    : max !== undefined
    ? ` of ${max} or less`
    : "";
  const problem = `expected ${kind}${range}`;
  return (stored) => {
    if (isEmpty(stored)) return undefined;
    const value = typeof stored === "string" ? parseNumber(stored) : stored;
    if (typeof value !== "number" || !Number.isFinite(value)) return { problem };
    if (!fractions && !Number.isInteger(value)) return { problem };
    if (value < (min ?? -Infinity) || value > (max ?? Infinity)) return { problem };
    return { value };
  };
}

function parseNumber(text: string): number {
  return /^\s*[+-]?\d+(\.\d+)?\s*$/.test(text) ? Number(text) : NaN;
}

/** Yes or no, also as the texts that Mattermost's own manifests have for them. */
export const readBool: ReadValue<boolean> = (stored) => {
  if (isEmpty(stored)) return undefined;
  const value = typeof stored === "string" ? stored.trim().toLowerCase() : stored;
  if (value === true || value === "true") return { value: true };
  if (value === false || value === "false") return { value: false };
  return { problem: "expected true or false" };
};

/** One of these values. */
export function choiceReader(values: readonly string[]): ReadValue<string> {
  const named = values.map((value) => JSON.stringify(value)).join(", ");
  const problem = values.length === 1 ? `expected ${named}` : `expected one of ${named}`;
  return (stored) => {
    if (isEmpty(stored)) return undefined;
    return typeof stored === "string" && values.includes(stored) ? { value: stored } : { problem };
  };
}

/** Anything. */
export const readAny: ReadValue<JsonValue> = (stored) => ({ value: stored });

/** An emptied field, of which the System Console makes an empty text. */
function isEmpty(stored: StoredValue): boolean {
  return typeof stored === "string" && stored.trim() === "";
}
