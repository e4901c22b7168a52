/**
 * Checks of the texts that a plugin's declarations name.
 *
 * @module
 */
import { orMeant } from "../api/option_names.ts";
import { isLocalized, type Localized } from "../plugin/context/translate.ts";
import type { LoadedTexts, TextsByKey } from "./translations.ts";

/** What may name texts, by the name of the option. */
export type NamingTexts = Readonly<Record<string, unknown>>;

/**
 * Refuses a text that is not in the language which all others translate, and one without a value that
 * it has a place for.
 *
 * @param texts the translations, or the folder that has them, of which nothing is known yet
 * @throws {TypeError} with the place in the definition, and the nearest key
 */
export function checkLocalized(declarations: NamingTexts, texts: string | LoadedTexts): void {
  if (typeof texts === "string") return;
  const [first] = localizedMistakes(declarations, texts);
  if (first !== undefined) throw new TypeError(`definePlugin(): ${first}`);
}

/** The same as sentences about each of them. */
export function* localizedMistakes(
  declarations: NamingTexts,
  { main = "", byLocale }: LoadedTexts,
): Generator<string> {
  const known = byLocale.get(main) ?? {};
  for (const [place, text] of localizedIn(declarations, [], new Set())) {
    const wrong = byLocale.size === 0
      ? `there is no text "${text.key}", since there are no translations; write definePlugin({ ` +
        "translations: { en: { … } } })"
      : mistake(text, known, main);
    if (wrong !== undefined) yield `${place.join(".")}: ${wrong}`;
  }
}

function mistake({ key, args = {} }: Localized, known: TextsByKey, main: string) {
  const message = Object.hasOwn(known, key) ? known[key] : undefined;
  if (message === undefined) {
    return `there is no text "${key}" in the translations of "${main}"` +
      orMeant(key, Object.keys(known));
  }
  const missing = placesIn(message).find((name) => !Object.hasOwn(args, name));
  if (missing === undefined) return undefined;
  return `the text "${key}" has a place for "${missing}"; write localized("${key}", { ${missing}: … })`;
}

/** The names of a message's places, less those inside of the choices of others. */
function placesIn(message: string): readonly string[] {
  // Between apostrophes braces are text, and two apostrophes are one.
  const plain = message.replaceAll("''", "").replace(/'[{}][^']*'?/g, "");
  const names: string[] = [];
  let depth = 0;
  for (const [brace, name] of plain.matchAll(/\}|\{\s*([\p{L}\p{N}_]*)/gu)) {
    if (brace === "}") depth--;
    else if (depth++ === 0 && name) names.push(name);
  }
  return names;
}

type Place = readonly string[];

/** What only this package sees on the way to what an author wrote. */
const ownSteps = new Set(["parts", "texts"]);

function* localizedIn(
  value: unknown,
  place: Place,
  around: ReadonlySet<unknown>,
): Generator<readonly [Place, Localized]> {
  if (isLocalized(value)) return yield [place, value];
  if (!mayHold(value) || around.has(value)) return;
  for (const [name, each] of Object.entries(value)) {
    const hidden = ownSteps.has(name) || (typeof value === "function" && name === "options");
    yield* localizedIn(each, hidden ? place : [...place, name], new Set([...around, value]));
  }
}

/** Whether it is of the kinds that declarations consist of. */
function mayHold(value: unknown): value is object {
  if (typeof value === "function" || Array.isArray(value)) return true;
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
