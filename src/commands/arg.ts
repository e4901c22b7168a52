/**
 * The functions that declare arguments.
 *
 * @module
 */
import { shown } from "../api/mismatch.ts";
import type {
  Argument,
  ArgumentType,
  ChoiceFunction,
  ChoiceItem,
  DurationLimits,
  MakeArgument,
  MakeChoice,
  NumberLimits,
  TextLimits,
} from "./argument.ts";
import { durationMs } from "../jobs/duration.ts";
import { checkOptions, checkText, isOf, type OptionType } from "./check_options.ts";
import type { DeclaredArgument } from "./declared_argument.ts";

/** The kinds of arguments that commands can have. */
export interface ArgumentKinds {
  /** One word, or several between quotes. */
  readonly text: MakeArgument<string, TextLimits>;
  /**
   * All that follows, as it was typed, line breaks included; the last argument of a command. Arguments
   * of the command that are given by name are taken out of it wherever they stand.
   */
  readonly rest: MakeArgument<string, TextLimits>;
  /** A number, such as `3`, `-0.5` or `1e3`. */
  readonly number: MakeArgument<number, NumberLimits>;
  /**
   * A span of time, such as `90m`, `1h30m` or `2d`; `run` is given milliseconds. The units are ms, s,
   * m, h, d (24 hours) and w.
   */
  readonly duration: MakeArgument<number, DurationLimits>;
  /**
   * A flag: `--name` for true, `--no-name` for false, `--name=yes` and the like; false when it is left
   * out. With `named: false` it is a word such as `yes` or `off` at its place, and must be typed.
   */
  readonly boolean: MakeArgument<boolean, unknown>;
  /**
   * A person, as `@ada`, `ada` or a link; `run` is given the id, 26 characters. Who does not exist is a
   * usage error.
   */
  readonly user: MakeArgument<string, unknown>;
  /**
   * A channel, as `~town-square`, `town-square` or a link; `run` is given the id, 26 characters. One
   * that does not exist is a usage error, and so is one that the caller of the command cannot read.
   */
  readonly channel: MakeArgument<string, unknown>;
  /** One of several values: those of a list, or those that a function gives while a person types. */
  readonly choice: MakeChoice;
}

const common: Readonly<Record<string, OptionType>> = {
  description: "text",
  hint: "text",
  named: "boolean",
  optional: "boolean",
  default: "any",
};

const textOptions = { maxLength: "number", pattern: "object" } as const;

/** The arguments but choices: what they take beside the common options, and what a default is. */
const kinds = {
  text: { options: textOptions, value: "string" },
  rest: { options: textOptions, value: "string" },
  number: { options: { min: "number", max: "number", integer: "boolean" }, value: "number" },
  duration: { options: { min: "any", max: "any" }, value: "number" },
  boolean: { options: {}, value: "boolean" },
  user: { options: {}, value: "string" },
  channel: { options: {}, value: "string" },
} as const;

/**
 * Declares the arguments of a command.
 *
 * @example
 * ```ts
 * import { arg, definePlugin, subcommand } from "@mattermost-deno/plugin";
 *
 * export default definePlugin({
 *   commands: {
 *     assign: subcommand({
 *       description: "Gives somebody a task",
 *       args: {
 *         who: arg.user(),
 *         priority: arg.choice(["low", "high"], { default: "low", named: true }),
 *         urgent: arg.boolean(),
 *         what: arg.rest({ hint: "[what]" }),
 *       },
 *       // /assign @ada --priority high buy milk
 *       run: ({ who, priority, what }) => `${who}: ${what} (${priority})`,
 *     }),
 *   },
 * });
 * ```
 */
export const arg: ArgumentKinds = Object.freeze({
  text: maker<MakeArgument<string, TextLimits>>("text"),
  rest: maker<MakeArgument<string, TextLimits>>("rest"),
  number: maker<MakeArgument<number, NumberLimits>>("number"),
  duration: maker<MakeArgument<number, DurationLimits>>("duration"),
  boolean: maker<MakeArgument<boolean, unknown>>("boolean"),
  user: maker<MakeArgument<string, unknown>>("user"),
  channel: maker<MakeArgument<string, unknown>>("channel"),
  choice: choice as MakeChoice,
});

function maker<Make>(type: keyof typeof kinds): Make {
  const where = `arg.${type}()`;
  const { options: own, value } = kinds[type];
  const make = (options: Fields = {}): Argument<unknown> => {
    checkOptions(options, { ...common, ...own }, where);
    const limits = type === "duration" ? durationLimits(options, where) : {};
    checkLimits({ ...options, ...limits }, where);
    const expected = (given: unknown) => isOf(given, value) ? undefined : `a ${value}`;
    return declared(type, { ...options, ...limits }, where, expected);
  };
  // The types of the options lead to the argument's type; the checks hold for all of them.
  return make as Make;
}

function choice(values: unknown, options: Fields = {}): Argument<unknown> {
  const where = "arg.choice()";
  const dynamic = typeof values === "function";
  checkOptions(options, { ...common, ...(dynamic ? { anyValue: "boolean" } : {}) }, where);
  const items = dynamic ? values as ChoiceFunction : choiceItems(values, where);
  return declared(
    "choice",
    { ...options, values: items, anyValue: options["anyValue"] ?? false },
    where,
    (given) => {
      if (typeof given !== "string") return "a string";
      if (typeof items === "function" || items.some(({ value }) => value === given)) {
        return undefined;
      }
      return `one of ${items.map(({ value }) => JSON.stringify(value)).join(", ")}`;
    },
  );
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * The argument itself.
 *
 * @param expected what a default should have been; undefined if it is good
 */
function declared(
  type: ArgumentType,
  options: Fields,
  where: string,
  expected: (given: unknown) => string | undefined,
): Argument<unknown> {
  const { description = "", hint = "", named = type === "boolean" } = options;
  const { default: given, optional = false } = options;
  if (given !== undefined && optional) {
    throw new TypeError(
      `${where}: it has a default and is optional; leave "optional" out: with a default it need not be typed`,
    );
  }
  const wanted = given === undefined || typeof given === "function" ? undefined : expected(given);
  if (wanted !== undefined) {
    throw new TypeError(`${where}: default: expected ${wanted}, got ${shown(given)}`);
  }
  const flag = type === "boolean" && named === true && !optional;
  const argument = {
    ...options,
    kind: "mattermost-deno.Argument",
    type,
    description,
    hint,
    named,
    optional: optional || given !== undefined || flag,
    default: flag ? given ?? false : given,
  };
  return Object.freeze(argument) as DeclaredArgument;
}

/** Nobody means more, and dates end some time. */
const longestMs = 36_500 * 86_400_000;

function durationLimits({ min = 0, max = longestMs }: Fields, where: string): Fields {
  return { min: durationMs(min, `${where}: min`), max: durationMs(max, `${where}: max`) };
}

function checkLimits({ maxLength, pattern, min, max }: Fields, where: string): void {
  if (maxLength !== undefined && !(Number.isInteger(maxLength) && Number(maxLength) > 0)) {
    throw new TypeError(
      `${where}: maxLength: expected a whole number above 0, got ${shown(maxLength)}`,
    );
  }
  if (pattern !== undefined && !(pattern instanceof RegExp)) {
    throw new TypeError(`${where}: pattern: expected a regular expression, got ${shown(pattern)}`);
  }
  if (pattern?.global || pattern?.sticky) {
    throw new TypeError(`${where}: pattern: leave the flags g and y out, which make it remember`);
  }
  if (min !== undefined && max !== undefined && Number(min) > Number(max)) {
    throw new TypeError(`${where}: min is ${min} and max is ${max}; min must not be above max`);
  }
}

function choiceItems(values: unknown, where: string): readonly ChoiceItem[] {
  if (!Array.isArray(values)) {
    throw new TypeError(
      `${where}: expected a list of values or a function that gives one, got ${shown(values)}`,
    );
  }
  if (values.length === 0) throw new TypeError(`${where}: the list of values is empty`);
  const items = values.map((value: unknown, index) =>
    choiceItem(value, `${where}: values[${index}]`)
  );
  const seen = new Set<string>();
  for (const { value } of items) {
    // As typed: case does not matter then.
    const typed = value.toLowerCase();
    if (seen.has(typed)) throw new TypeError(`${where}: the value "${value}" is there twice`);
    seen.add(typed);
  }
  return Object.freeze(items);
}

/**
 * A value of a choice with what stands beside it.
 *
 * @throws {TypeError} for a value that cannot be typed
 */
export function choiceItem(value: unknown, where: string): ChoiceItem {
  if (typeof value === "string") return choiceItem({ value }, where);
  checkOptions(value, { value: "string", hint: "text", description: "text" }, where);
  checkText((value as Partial<ChoiceItem>).value, `${where}: value`);
  return value as ChoiceItem;
}
