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
import type { Awaitable } from "../plugin/hook_types.ts";

/** Texts of which none is to be put into a language. */
const plainly: Say = (text) => isLocalized(text) ? text.key : text;

/**
 * A function that gives these texts as a person reads them. Nobody's language is looked up where all
 * of them are plain.
 */
export async function sayTexts(
  texts: readonly (Text | undefined)[],
  context: Translating,
  userId: string,
): Promise<Say> {
  return await withTexts(texts, context, userId, (say) => say);
}

/**
 * Makes something with these texts as a person reads them: at once where all of them are plain.
 *
 * @param userId whose language; null for the server's
 */
export function withTexts<Made>(
  texts: readonly (Text | undefined)[],
  context: Translating,
  userId: string | null,
  make: (say: Say) => Made,
): Awaitable<Made> {
  return texts.some(isLocalized) ? sayFor(context, userId).then(make) : make(plainly);
}
