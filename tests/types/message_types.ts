/**
 * Which arguments the compiler sees in messages. Compiled, never run.
 *
 * @module
 */
import { type Equal, expectType } from "./equal.ts";
import type {
  MessageArguments as Of,
  TextValue,
} from "../../src/translations/message_arguments.ts";

expectType<Equal<Of<"hello">, undefined>>();
expectType<Equal<Of<"hello {name}!">, { readonly name: TextValue }>>();
expectType<
  Equal<
    Of<"hello { first } and {other}!">,
    { readonly first: TextValue; readonly other: TextValue }
  >
>();
expectType<
  Equal<
    Of<"{count, plural, offset:1 =0 {none} one {item} other {{who} and # {count, number}}} {x}">,
    { readonly count: number; readonly who: TextValue; readonly x: TextValue }
  >
>();
expectType<
  Equal<
    Of<
      "{g, select, a {he {n, plural, one {a} other {b}}} other {they}} on {d, date, short} {t, time}"
    >,
    {
      readonly g: string;
      readonly n: number;
      readonly d: number | Date;
      readonly t: number | Date;
    }
  >
>();
expectType<Equal<Of<"{p, number, ::percent}">, { readonly p: number | bigint }>>();
type Anything = Readonly<Record<string, unknown>> | undefined;
expectType<Equal<Of<"it is '{'x'}'">, Anything>>();
expectType<Equal<Of<"broken {x">, Anything>>();
expectType<Equal<Of<string>, Anything>>();
