/** What came of the scenarios, and how two servers' results differ. @module */
import type { Json, JsonObject } from "./target.ts";

/** What came of one: a value or a refusal. */
export type Result = { readonly value: Json } | { readonly error: JsonObject };

/** What came of all, by the sentences. */
export type Results = Readonly<Record<string, Result>>;

/** A difference that is known. */
export interface KnownDifference {
  /** The scenario's sentence. */
  readonly scenario: string;
  /** The places in the result that differ, such as `value.roles` or `error.status`. */
  readonly at: readonly string[];
  /** Why it is so, and stays so. */
  readonly reason: string;
}

/** The places where two results differ, with both sides. */
export function differences(
  real: unknown,
  embedded: unknown,
  at = "",
): { readonly at: string; readonly real: unknown; readonly embedded: unknown }[] {
  if (isObject(real) && isObject(embedded)) {
    const names = [...new Set([...Object.keys(real), ...Object.keys(embedded)])].sort();
    return names.flatMap((name) =>
      differences(real[name], embedded[name], at === "" ? name : `${at}.${name}`)
    );
  }
  if (Array.isArray(real) && Array.isArray(embedded) && real.length === embedded.length) {
    return real.flatMap((one, index) => differences(one, embedded[index], `${at}[${index}]`));
  }
  return JSON.stringify(real) === JSON.stringify(embedded) ? [] : [{ at, real, embedded }];
}

/**
 * Says in sentences how the embedded Mattermost differs from the real one beyond what is known, and
 * which known differences there are no longer.
 */
export function problems(
  real: Results,
  embedded: Results,
  known: readonly KnownDifference[],
): string[] {
  const found: string[] = [];
  const expected = new Map<string, Set<string>>();
  for (const { scenario, at, reason } of known) {
    if (!(scenario in real)) found.push(`the table names a scenario that is not: "${scenario}"`);
    if (reason.trim() === "") found.push(`the table gives no reason for "${scenario}"`);
    const places = expected.get(scenario) ?? new Set();
    expected.set(scenario, places);
    for (const place of at) places.add(place);
  }
  for (const scenario of new Set([...Object.keys(real), ...Object.keys(embedded)])) {
    if (!(scenario in real) || !(scenario in embedded)) {
      const where = scenario in real ? "on the real server alone" : "on the embedded one alone";
      found.push(`"${scenario}" was played ${where}`);
      continue;
    }
    const places = new Set(expected.get(scenario));
    for (const { at, ...sides } of differences(real[scenario], embedded[scenario])) {
      if (places.delete(at)) continue;
      found.push(
        `"${scenario}" differs at ${at}: ${show(sides.real)} on the real server, ` +
          `${show(sides.embedded)} on the embedded one`,
      );
    }
    for (const at of places) {
      found.push(`"${scenario}" no longer differs at ${at}; take it out of the table`);
    }
  }
  return found;
}

/** How many scenarios give the same on both. */
export function agreeing(real: Results, embedded: Results): number {
  return Object.keys(real).filter((scenario) =>
    differences(real[scenario], embedded[scenario]).length === 0
  ).length;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  return value === undefined ? "absent" : JSON.stringify(value).slice(0, 300);
}
