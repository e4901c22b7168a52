import { AssertionError } from "./assertion_error.ts";
import { shown } from "./shown.ts";

/** Any class of errors, abstract ones included. */
// deno-lint-ignore no-explicit-any -- the parameters of an unknown class cannot be named
type ErrorClass<E extends Error = Error> = abstract new (...args: any[]) => E;

/** Holds when the value is an error, of the class and with the words in its message if given. */
export function assertIsError<E extends Error = Error>(
  error: unknown,
  expected?: ErrorClass<E>,
  words?: string | RegExp,
  message?: string,
): asserts error is E {
  const tail = message ? `: ${message}` : "";
  if (!(error instanceof Error)) {
    throw new AssertionError(`Expected an Error, got ${shown(error)}${tail}`);
  }
  if (expected && !(error instanceof expected)) {
    throw new AssertionError(
      `Expected a ${expected.name}, got a ${error.name}: ${error.message}${tail}`,
    );
  }
  if (words === undefined) return;
  const found = typeof words === "string"
    ? error.message.includes(words)
    : words.test(error.message);
  if (!found) {
    throw new AssertionError(
      `Expected the error's message to contain ${shown(words)}, got ${shown(error.message)}${tail}`,
    );
  }
}

interface Expectation {
  readonly expected?: ErrorClass | undefined;
  readonly words?: string | undefined;
  readonly message?: string | undefined;
}

/** The overloads have either a message, or a class with words and a message. */
function expectation(
  first: ErrorClass | string | undefined,
  words: string | undefined,
  message: string | undefined,
): Expectation {
  return typeof first === "string" ? { message: first } : { expected: first, words, message };
}

/** With neither class nor words anything thrown will do; with a class it has to be an error. */
function judge(thrown: unknown, { expected, words, message }: Expectation): void {
  if (expected) assertIsError(thrown, expected, words, message);
}

function nothingThrown(how: string, message: string | undefined): never {
  throw new AssertionError(`Expected function to ${how}${message ? `: ${message}` : "."}`);
}

/** Holds when the function throws; gives what was thrown. */
export function assertThrows(run: () => unknown, message?: string): unknown;
/** Holds when the function throws an error of the class, with the words in its message. */
export function assertThrows<E extends Error = Error>(
  run: () => unknown,
  expected: ErrorClass<E>,
  words?: string,
  message?: string,
): E;
export function assertThrows(
  run: () => unknown,
  first?: ErrorClass | string,
  words?: string,
  message?: string,
): unknown {
  const wanted = expectation(first, words, message);
  try {
    run();
  } catch (thrown) {
    judge(thrown, wanted);
    return thrown;
  }
  return nothingThrown("throw", wanted.message);
}

/** Holds when the promise is rejected; gives the reason. */
export function assertRejects(run: () => PromiseLike<unknown>, message?: string): Promise<unknown>;
/** Holds when the promise is rejected with an error of the class, with the words in its message. */
export function assertRejects<E extends Error = Error>(
  run: () => PromiseLike<unknown>,
  expected: ErrorClass<E>,
  words?: string,
  message?: string,
): Promise<E>;
export async function assertRejects(
  run: () => PromiseLike<unknown>,
  first?: ErrorClass | string,
  words?: string,
  message?: string,
): Promise<unknown> {
  const wanted = expectation(first, words, message);
  let promise: PromiseLike<unknown>;
  try {
    promise = run();
  } catch (thrown) {
    // A throw before there is a promise is another fault than a rejection.
    throw new AssertionError(`Function threw instead of rejecting: ${shown(thrown)}`);
  }
  try {
    await promise;
  } catch (reason) {
    judge(reason, wanted);
    return reason;
  }
  return nothingThrown("reject", wanted.message);
}
