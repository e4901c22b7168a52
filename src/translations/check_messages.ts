/**
 * A look at all messages, which is too slow for every start of a plugin: it is done when the plugin is
 * bundled, and by the test kit.
 *
 * @module
 */
import { thrownText } from "../api/app_error.ts";
import { loadReader, needsFormatting, type PlacesOf } from "./format_message.ts";
import type { LoadedTexts } from "./translations.ts";

/** Where a text stands, in words. */
export type PlaceOf = (locale: string, key: string) => string;

/**
 * Refuses messages that are wrong, and translations with places that the text which they translate
 * does not have: nobody gives values for those.
 *
 * @param texts what the plugin declares, or the folder that has them, of which nothing is known yet
 * @param placeOf how errors name a text
 * @throws {TypeError} with each message and what is wrong in it
 */
export async function checkMessages(
  texts: string | LoadedTexts,
  placeOf: PlaceOf = (locale, key) => `definePlugin(): translations.${locale}.${key}`,
): Promise<void> {
  if (typeof texts === "string") return;
  const { main = "", byLocale } = texts;
  const own = byLocale.get(main) ?? {};
  const messages = [...byLocale].flatMap(([locale, all]) =>
    Object.entries(all).map(([key, message]) => ({ locale, key, message }))
  );
  if (!messages.some(({ message }) => needsFormatting(message))) return;
  const placesOf = await loadReader();
  const problems = messages.flatMap(({ locale, key, message }) => {
    const problem = whatIsWrong(message, own[key] ?? "", placesOf, main);
    return problem === undefined ? [] : [`${placeOf(locale, key)}: ${problem}`];
  });
  if (problems.length > 0) throw new TypeError(problems.join("\n"));
}

function whatIsWrong(
  message: string,
  original: string,
  placesOf: PlacesOf,
  main: string,
): string | undefined {
  let places: ReadonlySet<string>;
  try {
    places = placesOf(message);
  } catch (error) {
    return `${thrownText(error)}: ${JSON.stringify(message)}`;
  }
  let known: ReadonlySet<string>;
  try {
    known = placesOf(original);
  } catch {
    return undefined; // That is said about the original.
  }
  const extra = [...places].find((name) => !known.has(name));
  if (extra === undefined) return undefined;
  const names = [...known].map((name) => `{${name}}`).join(", ") || "no places";
  return `there is a place {${extra}}, but the text of "${main}" has ${names}`;
}
