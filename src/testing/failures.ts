/**
 * What a plugin under test threw and did not catch: a server logs it and goes on, a test fails of it.
 *
 * @module
 */
import { showSuppressed } from "./show_suppressed.ts";
import type { TestLogLine } from "./test_log.ts";

/** What a plugin threw in a test, and nobody caught. */
export interface PluginFailure {
  /**
   * Whose code it was: a hook's name, `job digest`, `/todo add`, `the button "done"`,
   * `unhandled rejection`.
   */
  readonly what: string;
  /** The error's text. */
  readonly message: string;
  /** The error with its stack, its fields and its causes, as Deno shows it. */
  readonly error: string;
}

/** What becomes of errors that a test has not looked at. */
export type ErrorsOption = "throw" | "ignore";

/** Keeps failures until somebody looks at them. */
export interface Failures {
  /** Takes a line of the log, if it says that something was not caught. */
  see(line: TestLogLine): void;
  /** Gives what was kept, and forgets it. */
  take(): readonly PluginFailure[];
  /** Makes a call; if it rejects, it has said itself what failed meanwhile. */
  told<Result>(call: () => Promise<Result>): Promise<Result>;
  /** The same functions, of whose rejections the test is told. */
  telling<Functions extends object>(functions: Functions): Functions;
  /** Ends the test: `stop` runs, and then what nobody has looked at is thrown. */
  end(stop: () => Promise<void>): Promise<void>;
}

/**
 * @param errors what becomes of those that nobody has looked at
 * @param late whether lines of the log come behind the answers of the calls in which they were
 *   written, as those of another process do
 */
export function keepFailures(errors: ErrorsOption, late = false): Failures {
  let kept: PluginFailure[] = [];
  const rejections: string[] = [];
  const drop = (before: ReadonlySet<PluginFailure>, error: unknown): never => {
    const text = textOf(error);
    const left = kept.filter((failure) => before.has(failure) || !tells(text, failure));
    if (late && left.length === kept.length) rejections.push(text);
    kept = left;
    throw error;
  };
  const failures: Failures = {
    see(line) {
      const failure = failureIn(line);
      if (failure === undefined) return;
      const told = rejections.findIndex((text) => tells(text, failure));
      if (told < 0) kept.push(failure);
      else rejections.splice(told, 1);
    },
    take() {
      const taken = kept;
      kept = [];
      return taken;
    },
    async told(call) {
      const before = new Set(kept);
      try {
        return await call();
      } catch (error) {
        return drop(before, error);
      }
    },
    telling: (functions) =>
      Object.fromEntries(
        Object.entries(functions).map(([name, call]) => [name, (...words: unknown[]) => {
          const before = new Set(kept);
          const result = call(...words);
          return result instanceof Promise ? result.catch((error) => drop(before, error)) : result;
        }]),
      ) as typeof functions,
    async end(stop) {
      const thrown: unknown[] = [];
      await failures.told(stop).catch((error) => thrown.push(error));
      const left = failures.take();
      if (left.length > 0 && errors === "throw") thrown.push(uncaughtError(left));
      if (thrown.length === 0) return;
      const error = thrown.length === 1
        ? thrown[0]
        : new AggregateError(thrown, thrown.map(textOf).join("\n\n"));
      if (error instanceof Error) showSuppressed(error);
      throw error;
    },
  };
  return failures;
}

/** The option as a test gives it. */
export function readErrorsOption(where: string, given: unknown = "throw"): ErrorsOption {
  if (given === "throw" || given === "ignore") return given;
  throw new TypeError(
    `${where}: errors: "throw" or "ignore" is expected, not ${Deno.inspect(given)}`,
  );
}

function failureIn({ message, fields }: TestLogLine): PluginFailure | undefined {
  const { uncaught: what, error, stack } = fields;
  if (typeof what !== "string") return undefined;
  const start = [`${what} failed: `, `${what}: `].find((start) => message.startsWith(start)) ?? "";
  const text = message.slice(start.length);
  return { what, message: text, error: String(error ?? stack ?? text) };
}

function uncaughtError(failures: readonly PluginFailure[]): Error {
  const [{ what = "", message = "" } = {}, ...more] = failures;
  const others = more.length === 0 ? "" : ` (and ${more.length} more)`;
  const [it, takes] = more.length === 0 ? ["it", "takes it"] : ["them", "takes them"];
  const shown = failures.map(({ what, error }) => `${what}:\n${error.replaceAll(/^/gm, "  ")}`);
  const error = new Error(
    `nothing in the plugin caught this: ${what}: ${message}${others}\n` +
      `A server would only log ${it}; a test that expects ${it} ${takes} with t.takeErrors().\n\n` +
      shown.join("\n\n"),
  );
  // Where the test ended says nothing; where the plugin threw is in the text.
  error.stack = `Error: ${error.message}`;
  return error;
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Whether an error's text is what a failure became; one that says nothing is like no other. */
function tells(text: string, { message }: PluginFailure): boolean {
  return message === "" ? text === "" : text.includes(message);
}
