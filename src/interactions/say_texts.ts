/**
 * @module
 */
import {
  isLocalized,
  type Say,
  sayFor,
  type Text,
  type Translating,
} from "../plugin/context/translate.ts";

/**
 * A function that gives these texts as a person reads them. Nobody's language is looked up where all
 * of them are plain.
 */
export async function sayTexts(
  texts: readonly (Text | undefined)[],
  context: Translating,
  userId: string,
): Promise<Say> {
  return texts.some(isLocalized)
    ? await sayFor(context, userId)
    : (text) => typeof text === "string" ? text : text.key;
}
