/**
 * What the arguments of commands are declared as, and the types that follow from it.
 *
 * @module
 */
import type { Text } from "../plugin/context/translate.ts";
import type { UserContext } from "../plugin/context/user_context.ts";
import type { Awaitable } from "../plugin/hook_types.ts";

/** The kinds of arguments. */
export type ArgumentType =
  | "text"
  | "rest"
  | "number"
  | "duration"
  | "boolean"
  | "user"
  | "channel"
  | "choice";

/** A declared argument of a command, as the functions of `arg` make it. */
export interface Argument<Value> {
  /** Says what this object is. */
  readonly kind: "mattermost-deno.Argument";
  /** What it takes. */
  readonly type: ArgumentType;
  /** Never there: it carries the type of what `run` is given. */
  readonly value?: Value;
}

/** The arguments of a command, by name. */
export type ArgumentDeclarations = Readonly<Record<string, Argument<unknown>>>;

/** What `run` is given for declared arguments. */
export type ArgumentValues<Arguments extends ArgumentDeclarations> = {
  readonly [Name in keyof Arguments]: Arguments[Name] extends Argument<infer Value> ? Value : never;
};

/** What every argument can say about itself. */
export interface ArgumentOptions {
  /** What it means, for the help and for the list that shows while a person types. */
  readonly description?: Text;
  /** What to type, as that list shows it, such as `[what]`. Default: made from the name. */
  readonly hint?: Text;
  /**
   * Whether it is given by name alone, as `--name value` or `--name=value`. Without it, an argument
   * is given by its place, and may be given by name as well. Default: true for `arg.boolean`, else
   * false.
   */
  readonly named?: boolean;
}

/** An argument that `run` always gets: it must be typed, or has a default. */
export interface GivenArgument<Value> {
  /** Left out: the argument must be typed unless it has a default. */
  readonly optional?: false;
  /** What it is when it is not typed: a value, or what makes one. Default: it must be typed. */
  readonly default?: Value | ((context: UserContext) => Value);
}

/** An argument that may be left out; `run` gets undefined then. */
export interface OmittableArgument {
  /** It may be left out. */
  readonly optional: true;
  /** What may be left out has no default. */
  readonly default?: never;
}

/** Limits of a text. */
export interface TextLimits {
  /** How many characters it has at most. Default: as many as fit a message. */
  readonly maxLength?: number;
  /** What it must match, such as `/^[A-Z]+-\d+$/`. */
  readonly pattern?: RegExp;
}

/** Limits of a number. */
export interface NumberLimits {
  /** The least one. */
  readonly min?: number;
  /** The greatest one. */
  readonly max?: number;
  /** Whether it must be a whole number. Default: false. */
  readonly integer?: boolean;
}

/** Limits of a span of time: milliseconds, or a text such as `"90m"` or `"1d12h"`. */
export interface DurationLimits {
  /** The shortest one. Default: 0. */
  readonly min?: number | string;
  /** The longest one. Default: 36500 days. */
  readonly max?: number | string;
}

/** One of the values that a choice takes. */
export interface ChoiceItem<Value extends string = string> {
  /** What is typed, and what `run` is given. */
  readonly value: Value;
  /** What stands beside it in the list that shows while a person types. */
  readonly hint?: Text;
  /** What it means, for that list. */
  readonly description?: Text;
}

/**
 * Gives the values of a choice while a person types. `input` is what has been typed of it; the server
 * shows those that begin with it, so a list need not be narrowed. The context is that of the person
 * who types, in a channel that they can read; it cannot open dialogs.
 */
export type ChoiceFunction = (
  input: string,
  context: UserContext,
) => Awaitable<readonly (string | ChoiceItem)[]>;

/** How the values that a function gives are taken. */
export interface ChoiceFunctionOptions {
  /**
   * Whether other values than those that the function gives are taken, too. Without it, the function
   * is asked once more when the command runs, with the whole value as its input, and must give it.
   * Default: false.
   */
  readonly anyValue?: boolean;
}

/** Makes arguments of one kind. */
export interface MakeArgument<Value, Options> {
  /** One that must be typed, or has a default. */
  (options?: ArgumentOptions & Options & GivenArgument<Value>): Argument<Value>;
  /** One that may be left out. */
  (options: ArgumentOptions & Options & OmittableArgument): Argument<Value | undefined>;
}

/** Makes arguments that take one of several values. */
export interface MakeChoice {
  /** One of these values; its type is their union. */
  <const Value extends string>(
    values: readonly (Value | ChoiceItem<Value>)[],
    options?: ArgumentOptions & GivenArgument<NoInfer<Value>>,
  ): Argument<Value>;
  /** One of these values, or nothing. */
  <const Value extends string>(
    values: readonly (Value | ChoiceItem<Value>)[],
    options: ArgumentOptions & OmittableArgument,
  ): Argument<Value | undefined>;
  /** One of the values that the function gives. */
  (
    values: ChoiceFunction,
    options?: ArgumentOptions & ChoiceFunctionOptions & GivenArgument<string>,
  ): Argument<string>;
  /** One of the values that the function gives, or nothing. */
  (
    values: ChoiceFunction,
    options: ArgumentOptions & ChoiceFunctionOptions & OmittableArgument,
  ): Argument<string | undefined>;
}
