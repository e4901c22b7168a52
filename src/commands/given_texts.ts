/**
 * From the words of a line to the texts of a command's arguments.
 *
 * @module
 */
import { code } from "./answer.ts";
import { choiceAt } from "./choice_words.ts";
import { type NamedArgument, sameName } from "./declared_argument.ts";
import { namedText, namedWord, textOf, unknownName, usageError } from "./named_words.ts";
import { type Token, tokens } from "./tokens.ts";

/** What was typed: texts by the key of the argument, or that the help is asked for. */
export type GivenTexts = ReadonlyMap<string, string> | "help";

/**
 * The texts of the arguments that were typed.
 *
 * @param line the whole line
 * @param from where the arguments begin in it
 * @param declared the arguments, those that have a place first
 * @throws {UserError} for what does not fit, with the nearest name
 */
export function givenTexts(
  line: string,
  from: number,
  declared: readonly NamedArgument[],
): GivenTexts {
  const given = new Map<string, string>();
  const words = tokens(line, from);
  const put = ({ key, name }: NamedArgument, text: string): void => {
    if (given.has(key)) usageError(`${code(`--${name}`)} is there twice.`);
    given.set(key, text);
  };
  /** Takes an argument that is given by name; undefined if there is none at this index. */
  const takeNamed = (index: number): number | undefined => {
    const token = words[index];
    const found = token && namedWord(token, declared);
    if (found === undefined) return undefined;
    const isName = (word: Token) => namedWord(word, declared) !== undefined;
    const [text, next] = namedText(found, words, index, isName);
    put(found.named, text);
    return next;
  };

  let namesEnded = false;
  for (let at = 0; at < words.length;) {
    const token = words[at] as Token;
    if (!namesEnded && !token.quoted && token.text === "--") {
      namesEnded = true;
      at++;
      continue;
    }
    const afterNamed = namesEnded ? undefined : takeNamed(at);
    if (afterNamed !== undefined) {
      at = afterNamed;
      continue;
    }
    const next = declared.find(({ key, argument }) => !argument.named && !given.has(key));
    if (!namesEnded && token.option !== undefined && !token.option.typographic) {
      if (sameName(token.option.name) === "help") return "help";
      if (next?.argument.type !== "rest") unknownName(token.option, declared);
    }
    if (next === undefined) tooMuch(line.slice(token.start).trimEnd(), declared);
    if (next.argument.type === "rest") {
      put(next, restOf(line, words, at, namesEnded ? () => undefined : takeNamed));
      return given;
    }
    const choice = choiceAt(next.argument, line, token);
    put(next, choice?.value ?? textOf(token));
    const end = choice?.end ?? token.end;
    at = words.findIndex(({ start }) => start >= end);
    if (at < 0) break;
  }
  return given;
}

/** What follows from a word on, as it was typed, less the arguments that are given by name in it. */
function restOf(
  line: string,
  words: readonly Token[],
  first: number,
  takeNamed: (index: number) => number | undefined,
): string {
  const only = words[first];
  if (only?.quoted && first === words.length - 1) return only.text;
  const pieces: string[] = [];
  let begin: number | undefined;
  let end = 0;
  for (let index = first; index < words.length;) {
    const next = takeNamed(index);
    if (next === undefined) {
      const token = words[index] as Token;
      begin ??= token.start;
      end = token.end;
      index++;
    } else {
      if (begin !== undefined) pieces.push(line.slice(begin, end));
      begin = undefined;
      index = next;
    }
  }
  if (begin !== undefined) pieces.push(line.slice(begin, end));
  return pieces.join(" ");
}

function tooMuch(text: string, declared: readonly NamedArgument[]): never {
  const last = declared.findLast(({ argument }) => !argument.named);
  usageError(
    last?.argument.type === "text"
      ? `${code(text)} is too much. To give several words as one, put them between quotation marks.`
      : `${code(text)} is too much here.`,
  );
}
