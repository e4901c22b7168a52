/**
 * A declared argument, as this room sees it.
 *
 * @module
 */
import type { Text } from "../plugin/context/translate.ts";
import type { UserContext } from "../plugin/context/user_context.ts";
import type { Argument, ChoiceFunction, ChoiceItem, NumberLimits, TextLimits } from "./argument.ts";

/** What every kind has. */
interface Common extends Argument<unknown> {
  readonly description: Text;
  readonly hint: Text;
  /** Whether it is given by name alone. */
  readonly named: boolean;
  /** Whether it may be left out, with or without a default. */
  readonly optional: boolean;
  /** What it is when it is left out. */
  readonly default: unknown;
}

interface TextArgument extends Common, TextLimits {
  readonly type: "text" | "rest";
}

interface NumberArgument extends Common, NumberLimits {
  readonly type: "number";
}

interface DurationArgument extends Common {
  readonly type: "duration";
  /** The shortest one, in milliseconds. */
  readonly min: number;
  /** The longest one, in milliseconds. */
  readonly max: number;
}

/** An argument that takes one of several values. */
export interface ChoiceArgument extends Common {
  readonly type: "choice";
  /** The values, or what gives them. */
  readonly values: readonly ChoiceItem[] | ChoiceFunction;
  readonly anyValue: boolean;
}

interface OtherArgument extends Common {
  readonly type: "boolean" | "user" | "channel";
}

/** An argument with all that was said about it. */
export type DeclaredArgument =
  | TextArgument
  | NumberArgument
  | DurationArgument
  | ChoiceArgument
  | OtherArgument;

/** An argument and its place in a command. */
export interface NamedArgument {
  /** The name under which `run` gets it. */
  readonly key: string;
  /** The name as it is typed, such as `due-date` for `dueDate`. */
  readonly name: string;
  readonly argument: DeclaredArgument;
}

/** `dueDate` and `due_date` as `due-date`. */
export function typedName(key: string): string {
  return key
    .replace(/([a-z\d])([A-Z])/g, "$1-$2")
    .replaceAll("_", "-")
    .toLowerCase();
}

/** Under which typed names are the same: `--dueDate`, `--due-date` and `--DUE_DATE`. */
export function sameName(name: string): string {
  return name.replace(/[-_]/g, "").toLowerCase();
}

/** The default of an argument that was left out. */
export function defaultOf(argument: DeclaredArgument, context: UserContext): unknown {
  const { default: value } = argument;
  return typeof value === "function" ? value(context) : value;
}
