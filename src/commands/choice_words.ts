/**
 * Values of a choice that consist of several words, which Mattermost's list puts into the line as
 * they are.
 *
 * @module
 */
import type { ChoiceItem } from "./argument.ts";
import type { DeclaredArgument } from "./declared_argument.ts";
import type { Token } from "./tokens.ts";

/** A value that stands at a place in a line, in whatever case. */
export interface ChoiceWords {
  readonly value: string;
  /** Where it ends in the line. */
  readonly end: number;
}

/** The longest value of several words that begins with this word; undefined if there is none. */
export function choiceAt(
  argument: DeclaredArgument,
  line: string,
  token: Token,
): ChoiceWords | undefined {
  if (argument.type !== "choice" || typeof argument.values === "function" || token.quoted) {
    return undefined;
  }
  const values = argument.values.filter(({ value }) => /\s/.test(value.trim()));
  const found = values.flatMap((item) => match(item, line, token.start));
  return found.toSorted((a, b) => b.end - a.end)[0];
}

function match({ value }: ChoiceItem, line: string, start: number): ChoiceWords[] {
  const words = value.trim().split(/\s+/).map((word) =>
    word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")
  );
  const pattern = new RegExp(`${words.join("\\s+")}(?=\\s|$)`, "iuy");
  pattern.lastIndex = start;
  const found = pattern.exec(line);
  return found === null ? [] : [{ value, end: pattern.lastIndex }];
}
