/**
 * Looks texts up, from the nearest language to the farthest.
 *
 * @module
 */
import { thrownText } from "../api/app_error.ts";
import { orMeant } from "../api/option_names.ts";
import type { AnyArguments } from "../plugin/context/declared.ts";
import type { Logger } from "../plugin/logger.ts";
import { type FormatMessage, loadFormatter, needsFormatting } from "./format_message.ts";
import { canonicalLocale, type LoadedTexts } from "./translations.ts";
import type { UserLocales } from "./user_locales.ts";

/** Gives texts in one language. */
export type TranslateAny = (key: string, args?: AnyArguments) => string;

/** What translating works with. */
export interface TranslationParts {
  /** The texts. */
  readonly texts: LoadedTexts;
  /** Who speaks which language. */
  readonly locales: UserLocales;
  /** Where it is said that a text is missing. */
  readonly log: Logger;
}

/** Makes what gives texts in a person's language; null for the server's. */
export function createTranslations(
  { texts: { main, byLocale }, locales, log }: TranslationParts,
): (userId: string | null) => Promise<TranslateAny> {
  const formatted = [...byLocale.values()].flatMap((texts) => Object.values(texts))
    .some(needsFormatting);
  let formatter: Promise<FormatMessage> | undefined;
  const said = new Set<string>();
  const sayOnce = (text: string) => {
    if (said.has(text)) return;
    said.add(text);
    log.warn(`${text} (This is said once.)`);
  };

  /** The locales that have texts, the nearest first. */
  async function chainFor(userId: string | null): Promise<string[]> {
    const own = userId === null ? null : await locales.ofUser(userId);
    const chain = existing(own, byLocale);
    if (chain.length === 0) chain.push(...existing(await locales.ofServer(), byLocale));
    if (main !== undefined && !chain.includes(main)) chain.push(main);
    return chain;
  }

  return async (userId) => {
    const chain = byLocale.size === 0 ? [] : await chainFor(userId);
    const format = formatted ? await (formatter ??= loadFormatter()) : undefined;
    return (key, args) => {
      let unformatted: string | undefined;
      for (const locale of chain) {
        const texts = byLocale.get(locale) ?? {};
        const message = Object.hasOwn(texts, key) ? texts[key] : undefined;
        if (message === undefined) continue;
        if (format === undefined || !needsFormatting(message)) return message;
        try {
          return format(locale, message, args);
        } catch (error) {
          sayOnce(`the text "${key}" cannot be given in "${locale}": ${thrownText(error)}`);
          // The next language may have it right.
          unformatted ??= message;
        }
      }
      if (unformatted !== undefined) return unformatted;
      sayOnce(missing(key, Object.keys(byLocale.get(main ?? "") ?? {})));
      return key;
    };
  };
}

/** Those of a locale and its parents (`de-CH`, `de`) that have texts. */
function existing(locale: string | null, byLocale: LoadedTexts["byLocale"]): string[] {
  const steps = canonicalLocale(locale ?? "")?.split("-") ?? [];
  return steps.map((_, index) => steps.slice(0, steps.length - index).join("-"))
    .filter((each) => byLocale.has(each));
}

function missing(key: string, known: readonly string[]): string {
  if (known.length === 0) return `there is no text "${key}", since there are no translations`;
  return `there is no text "${key}" in the translations${orMeant(key, known)}`;
}
