/**
 * Checks of the texts that a plugin's declarations name.
 *
 * @module
 */
import { nearestName } from "../api/nearest_name.ts";
import { isLocalized, type Localized } from "../plugin/context/translate.ts";
import type { LoadedTexts } from "./translations.ts";

/**
 * Refuses a text that is not in the language which all others translate.
 *
 * @param declarations what may name texts, by the name of the option
 * @param texts the translations, or the folder that has them, of which nothing is known yet
 * @throws {TypeError} with the place, and the nearest key
 */
export function checkLocalized(
  declarations: Readonly<Record<string, unknown>>,
  texts: string | LoadedTexts,
): void {
  if (typeof texts === "string") return;
  const { main = "", byLocale } = texts;
  const known = byLocale.get(main) ?? {};
  for (const [place, { key }] of localizedIn(declarations, [], new Set())) {
    if (Object.hasOwn(known, key)) continue;
    const near = nearestName(key, Object.keys(known));
    throw new TypeError(
      `definePlugin(): ${place.join(".")}: ` +
        (byLocale.size === 0
          ? `there is no text "${key}", since there are no translations; write definePlugin({ ` +
            "translations: { en: { … } } })"
          : `there is no text "${key}" in the translations of "${main}"` +
            (near === undefined ? "" : `; did you mean "${near}"?`)),
    );
  }
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
