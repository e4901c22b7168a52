/**
 * Arguments that are given by name: `--name value`, `--name=value`, and flags.
 *
 * @module
 */
import { UserError } from "../plugin/user_error.ts";
import { code } from "./answer.ts";
import { type NamedArgument, sameName } from "./declared_argument.ts";
import { nearest } from "./nearest.ts";
import type { OptionToken, Token } from "./tokens.ts";

/** An argument that was given by name. */
export interface NamedWord {
  readonly named: NamedArgument;
  readonly option: OptionToken;
  /** Whether it is `--no-name`. */
  readonly negated: boolean;
}

/** Throws an error for the caller, with the usage line. */
export function usageError(text: string): never {
  throw new UserError(text, { usage: true });
}

/** The argument that this word names; undefined if it names none of these. */
export function namedWord(
  token: Token,
  declared: readonly NamedArgument[],
): NamedWord | undefined {
  const { option } = token;
  if (option === undefined) return undefined;
  const typed = sameName(option.name);
  for (const named of declared) {
    const name = sameName(named.key);
    if (name === typed) return { named, option, negated: false };
    const negated = named.argument.type === "boolean" && typed === `no${name}`;
    if (negated && option.value === undefined) return { named, option, negated };
  }
  return undefined;
}

/**
 * The text of an argument that is given by name, and the index of the word after it.
 *
 * @param words all words of the line
 * @param index where the name stands
 * @throws {UserError} when there is no value
 */
export function namedText(
  { named, option, negated }: NamedWord,
  words: readonly Token[],
  index: number,
  isName: (token: Token) => boolean,
): readonly [text: string, next: number] {
  if (option.value !== undefined) return [textOf(option.value), index + 1];
  const next = words[index + 1];
  if (named.argument.type === "boolean") {
    // What Mattermost's list puts there; any other word is not about the flag.
    const said = next !== undefined && !next.quoted && /^(?:true|false)$/i.test(next.text);
    if (said && !negated) return [next.text, index + 2];
    return [negated ? "false" : "true", index + 1];
  }
  if (next === undefined || (!next.quoted && (next.text === "--" || isName(next)))) {
    usageError(`A value is missing after ${code(`--${named.name}`)}.`);
  }
  return [textOf(next), index + 2];
}

/** The text of a word that stands for itself. */
export function textOf(token: Token): string {
  if (token.unclosed) {
    usageError(
      `The quotation mark before ${code(token.text.slice(1) || token.text)} is never closed. ` +
        "Close it, or put a backslash before it.",
    );
  }
  return token.text;
}

/** Refuses a name that the command does not know. */
export function unknownName(option: OptionToken, declared: readonly NamedArgument[]): never {
  const near = nearest(option.name, declared.map(({ name }) => name));
  usageError(
    `There is no ${code(`--${option.name}`)} here` +
      (near === undefined ? "." : `; did you mean ${code(`--${near}`)}?`),
  );
}
