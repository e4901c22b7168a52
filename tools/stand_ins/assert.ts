/**
 * What the tests use of `@std/assert`, over `node:assert`, for networks without jsr.io. Signatures
 * and meaning are those that `@std/assert` documents.
 *
 * @module
 */

import { AssertionError as NodeAssertionError, deepStrictEqual } from "node:assert/strict";
import { AssertionError } from "./assertion_error.ts";
import { equal } from "./equal.ts";
import { shown } from "./shown.ts";

/** Any class, abstract ones included. */
// deno-lint-ignore no-explicit-any -- the parameters of an unknown class cannot be named
type Class<T> = abstract new (...args: any[]) => T;

function refuse(what: string, message: string | undefined): never {
  throw new AssertionError(message === undefined ? what : `${what}: ${message}`);
}

/** Holds when the value is truthy. */
export function assert(value: unknown, message = ""): asserts value {
  if (!value) throw new AssertionError(message);
}

/** Holds when the value is falsy. */
export function assertFalse(value: unknown, message = ""): asserts value is false {
  if (value) throw new AssertionError(message);
}

/** Fails always. */
export function fail(message?: string): never {
  return refuse("Failed assertion", message);
}

/** Fails always: for places that cannot be reached. */
export function unreachable(reason?: string): never {
  throw new AssertionError(reason ?? "Unreachable.");
}

/** Holds when both are equal in depth. */
export function assertEquals<T>(actual: T, expected: T, message?: string): void {
  if (equal(actual, expected)) return;
  refuse(`Values are not equal\n${difference(actual, expected)}`, message);
}

function difference(actual: unknown, expected: unknown): string {
  try {
    deepStrictEqual(actual, expected);
  } catch (error) {
    if (error instanceof NodeAssertionError) return error.message;
  }
  return `actual: ${shown(actual)}\nexpected: ${shown(expected)}`;
}

/** Holds when both differ. */
export function assertNotEquals<T>(actual: T, expected: T, message?: string): void {
  if (equal(actual, expected)) refuse(`Expected something other than ${shown(actual)}`, message);
}

/** Holds when both are the same value or the same reference. */
export function assertStrictEquals<T>(
  actual: unknown,
  expected: T,
  message?: string,
): asserts actual is T {
  if (Object.is(actual, expected)) return;
  refuse(`Values are not strictly equal\n${difference(actual, expected)}`, message);
}

/** Holds when both are different values or references. */
export function assertNotStrictEquals<T>(actual: T, expected: T, message?: string): void {
  if (Object.is(actual, expected)) {
    refuse(`Expected something other than the very same ${shown(actual)}`, message);
  }
}

/** Holds when the value is neither null nor undefined. */
export function assertExists<T>(
  actual: T,
  message?: string,
): asserts actual is NonNullable<T> {
  if (actual === undefined || actual === null) {
    refuse(`Expected a value, got ${String(actual)}`, message);
  }
}

/** Holds when the value was made by the class. */
export function assertInstanceOf<T>(
  actual: unknown,
  expected: Class<T>,
  message = "",
): asserts actual is T {
  if (actual instanceof expected) return;
  refuse(`Expected an instance of ${expected.name}, got ${kind(actual)}`, message || undefined);
}

/** Holds when the value was not made by the class. */
export function assertNotInstanceOf<T>(actual: unknown, unexpected: Class<T>, message = ""): void {
  if (actual instanceof unexpected) {
    refuse(`Expected no instance of ${unexpected.name}`, message || undefined);
  }
}

function kind(value: unknown): string {
  return typeof value === "object" && value !== null
    ? value.constructor?.name ?? "Object"
    : shown(value);
}

/** Holds when the text contains the other one. */
export function assertStringIncludes(actual: string, expected: string, message?: string): void {
  if (!actual.includes(expected)) {
    refuse(`Expected ${shown(actual)} to contain ${shown(expected)}`, message);
  }
}

/** Holds when the text matches. */
export function assertMatch(actual: string, expected: RegExp, message?: string): void {
  if (actual.search(expected) < 0) {
    refuse(`Expected ${shown(actual)} to match ${expected}`, message);
  }
}

/** Holds when the text does not match. */
export function assertNotMatch(actual: string, unexpected: RegExp, message?: string): void {
  if (actual.search(unexpected) >= 0) {
    refuse(`Expected ${shown(actual)} not to match ${unexpected}`, message);
  }
}

/** Holds when every expected item is among the actual ones, compared in depth. */
export function assertArrayIncludes<T>(
  actual: ArrayLike<T>,
  expected: ArrayLike<T>,
  message?: string,
): void {
  const items = Array.from(actual);
  const missing = Array.from(expected).filter((wanted) =>
    !items.some((item) => equal(item, wanted))
  );
  if (missing.length === 0) return;
  refuse(`Expected ${shown(items)} to include ${shown(missing)}`, message);
}

/** Holds when the numbers differ by no more than the tolerance (a ten-millionth, unless given). */
export function assertAlmostEquals(
  actual: number,
  expected: number,
  tolerance?: number,
  message?: string,
): void {
  if (Object.is(actual, expected)) return;
  const allowed = tolerance ?? (Number.isFinite(expected) ? Math.abs(expected * 1e-7) : 1e-7);
  if (Math.abs(expected - actual) <= allowed) return;
  refuse(`Expected ${actual} to be within ${allowed} of ${expected}`, message);
}

/** Holds when the first is greater. */
export function assertGreater<T>(actual: T, expected: T, message?: string): void {
  if (!(actual > expected)) refuse(`Expected ${shown(actual)} > ${shown(expected)}`, message);
}

/** Holds when the first is greater or equal. */
export function assertGreaterOrEqual<T>(actual: T, expected: T, message?: string): void {
  if (!(actual >= expected)) refuse(`Expected ${shown(actual)} >= ${shown(expected)}`, message);
}

/** Holds when the first is less. */
export function assertLess<T>(actual: T, expected: T, message?: string): void {
  if (!(actual < expected)) refuse(`Expected ${shown(actual)} < ${shown(expected)}`, message);
}

/** Holds when the first is less or equal. */
export function assertLessOrEqual<T>(actual: T, expected: T, message?: string): void {
  if (!(actual <= expected)) refuse(`Expected ${shown(actual)} <= ${shown(expected)}`, message);
}

export { AssertionError, equal };
export { assertObjectMatch } from "./assert_object_match.ts";
export { assertIsError, assertRejects, assertThrows } from "./assert_errors.ts";
