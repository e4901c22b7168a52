/**
 * @module
 */
import { shown } from "../api/mismatch.ts";
import type { MenuOption } from "../plugin/context/interactive.ts";
import { isText, type Text } from "../plugin/context/translate.ts";

/** Texts that stand for themselves, with values; refuses what people or we could not tell apart. */
export function menuOptions(
  choices: readonly (string | MenuOption<Text>)[],
  where: string,
): readonly MenuOption<Text>[] {
  if (!Array.isArray(choices) || choices.length === 0) {
    throw new TypeError(
      `${where}: options: expected an array of at least one, got ${shown(choices)}`,
    );
  }
  const list = choices.map((choice: unknown, index): MenuOption<Text> => {
    const { text, value } = typeof choice === "object" && choice !== null
      ? choice as Readonly<Record<string, unknown>>
      : { text: choice, value: choice };
    if (!isText(text) || text === "" || typeof value !== "string" || value === "") {
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
