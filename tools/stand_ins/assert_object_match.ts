import { AssertionError } from "./assertion_error.ts";
import { equal } from "./equal.ts";
import { shown } from "./shown.ts";

/** Holds when everything in `expected` stands in `actual`, which may hold more. */
export function assertObjectMatch(
  // deno-lint-ignore no-explicit-any -- as @std/assert has it: interfaces are no index signatures
  actual: Record<PropertyKey, any>,
  expected: Record<PropertyKey, unknown>,
  message?: string,
): void {
  const gap = firstGap(actual, expected, "");
  if (gap === undefined) return;
  throw new AssertionError(`Objects do not match: ${gap}${message ? `: ${message}` : ""}`);
}

/** Where `actual` lacks something of `expected`, in words; undefined when nothing is lacking. */
function firstGap(actual: unknown, expected: unknown, path: string): string | undefined {
  if (!isContainer(expected)) {
    if (equal(actual, expected)) return undefined;
    return `at ${path || "the top"}: expected ${shown(expected)}, got ${shown(actual)}`;
  }
  if (!isContainer(actual) || Array.isArray(actual) !== Array.isArray(expected)) {
    return `at ${path || "the top"}: expected ${shown(expected)}, got ${shown(actual)}`;
  }
  for (const key of Reflect.ownKeys(expected)) {
    const gap = Reflect.has(actual, key)
      ? firstGap(Reflect.get(actual, key), Reflect.get(expected, key), `${path}.${String(key)}`)
      : `${path}.${String(key)} is missing`;
    if (gap !== undefined) return gap;
  }
  return undefined;
}

/** Plain objects and arrays match in part; dates, maps, errors and the like only as a whole. */
function isContainer(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return true;
  return Object.prototype.toString.call(value) === "[object Object]";
}
