/** Takes out of results what differs from run to run: ids, times, addresses. @module */
import type { Json, JsonObject } from "./target.ts";

/** Names of ids and other texts. */
export type Names = ReadonlyMap<string, string>;

const ID = /(?<![a-z0-9])[a-z0-9]{26}(?![a-z0-9])/g;
const DIGEST = /(?<![a-z0-9])[0-9a-f]{40}(?![a-z0-9])/g;
const HASH = /^\$2a\$\d\d\$.{53}$/;
const ISO_TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)/g;

/** From this on, a number is a time in Unix milliseconds: some day of 2020. */
const FIRST_TIME = 1_600_000_000_000;
/** And up to this. Nobody counts that far. */
const LAST_TIME = 9_000_000_000_000;

/**
 * A result as every run gives it: known ids have their names, others are `<id>`, times are `<time>`,
 * names of objects are sorted.
 */
export function normalise(value: unknown, names: Names): Json {
  if (typeof value === "string") return text(value, names);
  if (typeof value === "number") {
    return value >= FIRST_TIME && value <= LAST_TIME ? "<time>" : value;
  }
  if (Array.isArray(value)) return value.map((one) => normalise(one, names));
  if (typeof value === "object" && value !== null) return object(value, names);
  return typeof value === "boolean" ? value : null;
}

function object(value: object, names: Names): JsonObject {
  const entries = Object.entries(value).filter(([, field]) => field !== undefined)
    .map(([name, field]): [string, Json] => [text(name, names), normalise(field, names)]);
  return Object.fromEntries(entries.sort(([one], [other]) => one < other ? -1 : 1));
}

function text(given: string, names: Names): string {
  const named = given
    .replaceAll(ID, (id) => names.get(id) ?? "<id>")
    .replaceAll(DIGEST, "<digest>")
    .replaceAll(ISO_TIME, "<time>")
    .replace(HASH, "<hash>")
    // A direct channel is named after its two members, whose ids are in random order.
    .replace(
      /^<([^<>]+)>__<([^<>]+)>$/,
      (_, ...parts) => parts.slice(0, 2).sort().map((part) => `<${part}>`).join("__"),
    );
  let result = named;
  for (const [what, name] of names) {
    if (what.includes("://")) result = result.replaceAll(what, name);
  }
  return result;
}
