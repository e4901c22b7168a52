/**
 * @module
 */
import { shown } from "../api/mismatch.ts";

/** A choice: its text, and what it stands for. */
interface Option<Words> {
  readonly text: Words;
  readonly value: string;
}

/**
 * Texts that stand for themselves, with values; refuses what people or we could not tell apart.
 *
 * @param isWords whether a value can be what people read
 */
export function menuOptions<Words>(
  choices: readonly (string | Option<Words>)[],
  where: string,
  isWords: (value: unknown) => value is Words,
): readonly Option<Words>[] {
  if (!Array.isArray(choices) || choices.length === 0) {
    throw new TypeError(
      `${where}: options: expected an array of at least one, got ${shown(choices)}`,
    );
  }
  const list = choices.map((choice: unknown, index): Option<Words> => {
    const { text, value } = typeof choice === "object" && choice !== null
      ? choice as Readonly<Record<string, unknown>>
      : { text: choice, value: choice };
    if (!isWords(text) || text === "" || typeof value !== "string" || value === "") {
      throw new TypeError(
        `${where}: options[${index}]: expected a text, or { text, value } with neither empty`,
      );
    }
    return { text, value };
  });
  const values = list.map(({ value }) => value);
  const twice = values.find((value, index) => values.indexOf(value) !== index);
  if (twice !== undefined) {
    throw new TypeError(`${where}: options: the value ${shown(twice)} is there more than once`);
  }
  return list;
}

/** Whether it is a plain text. */
export function isString(value: unknown): value is string {
  return typeof value === "string";
}
