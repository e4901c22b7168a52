/**
 * The arguments of an ICU message, as types.
 *
 * A message such as `{name} has {count, plural, one {# todo} other {# todos}}` is read by the
 * compiler: places, and those inside of the choices of `plural`, `select` and `selectordinal`.
 * A message that quotes braces with apostrophes takes any arguments.
 *
 * @module
 */
import type { AnyArguments } from "../plugin/context/declared.ts";

/** What a place without a type takes. */
export type TextValue = string | number | bigint;

/** The arguments of a message: undefined if it has no places. */
export type MessageArguments<Message extends string> = string extends Message ? AnyArguments
  : Message extends `${string}'{${string}` | `${string}'}${string}` ? AnyArguments
  : Scan<Message, never> extends { readonly found: infer Found } ? Collected<Found>
  : AnyArguments;

/** A name with its type, as found in a message. */
type Place<Name extends string, Value> = { readonly name: Name; readonly value: Value };

type Collected<Found> = [Found] extends [never] ? undefined : {
  readonly [Name in NameOf<Found>]: ValueOf<Found, Name>;
};

type NameOf<Found> = Found extends Place<infer Name, unknown> ? Name : never;

/** What fits all places of that name. */
type ValueOf<Found, Name extends string> = (
  Found extends Place<Name, infer Value> ? (value: Value) => void : never
) extends (value: infer Value) => void ? Value : never;

/** Reads to the end, or to the brace that closes what is around; gives what is behind that. */
type Scan<Text extends string, Found> = Text extends `${infer Before}{${infer Rest}`
  ? Before extends `${string}}${string}`
    ? Text extends `${string}}${infer Behind}` ? { readonly found: Found; readonly rest: Behind }
    : never
  : AfterPlace<ReadPlace<Rest>, Found>
  : Text extends `${string}}${infer Behind}` ? { readonly found: Found; readonly rest: Behind }
  : { readonly found: Found; readonly rest: "" };

type AfterPlace<Read, Found> = Read extends
  { readonly found: infer More; readonly rest: infer Rest extends string }
  ? Scan<Rest, Found | More>
  : Unreadable;

type Unreadable = { readonly unreadable: true };

/** Reads a place, whose opening brace is gone, to the brace that closes it. */
type ReadPlace<Text extends string> = Text extends `${infer Inner}}${infer Rest}`
  ? Inner extends `${infer Name},${string}`
    ? Text extends `${string},${infer Typed}` ? ReadTyped<Trim<Name>, Typed> : Unreadable
  : { readonly found: Place<Trim<Inner>, TextValue>; readonly rest: Rest }
  : Unreadable;

type ReadTyped<Name extends string, Text extends string> = Text extends
  `${infer Type},${infer Choices}`
  ? Trim<Type> extends "plural" | "selectordinal" ? ReadChoices<Choices, Place<Name, number>>
  : Trim<Type> extends "select" ? ReadChoices<Choices, Place<Name, string>>
  : ReadSimple<Name, Text>
  : ReadSimple<Name, Text>;

/** A type without choices, such as `{when, date, short}`. */
type ReadSimple<Name extends string, Text extends string> = Text extends
  `${infer Type}}${infer Rest}` ? {
    readonly found: Place<
      Name,
      SimpleValue<Type extends `${infer T},${string}` ? Trim<T> : Trim<Type>>
    >;
    readonly rest: Rest;
  }
  : Unreadable;

type SimpleValue<Type extends string> = Type extends "number" ? number | bigint
  : Type extends "date" | "time" ? number | Date
  : TextValue | Date;

/** Choices, each a message in braces, to the brace that closes them all. */
type ReadChoices<Text extends string, Found> = Text extends `${infer Before}}${infer Behind}`
  ? Before extends `${string}{${string}`
    ? Text extends `${string}{${infer Message}` ? AfterChoice<Scan<Message, never>, Found> : never
  : { readonly found: Found; readonly rest: Behind }
  : Unreadable;

type AfterChoice<Read, Found> = Read extends
  { readonly found: infer More; readonly rest: infer Rest extends string }
  ? ReadChoices<Rest, Found | More>
  : Unreadable;

type Trim<Text extends string> = Text extends ` ${infer Rest}` | `\n${infer Rest}` ? Trim<Rest>
  : Text extends `${infer Rest} ` | `${infer Rest}\n` ? Trim<Rest>
  : Text;
