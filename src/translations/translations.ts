/**
 * What a plugin declares as its translations.
 *
 * @module
 */
import { shown } from "../api/mismatch.ts";
import { orMeant } from "../api/option_names.ts";
import { checkAssetPath } from "../assets/asset_path.ts";
import type { AnyArguments } from "../plugin/context/declared.ts";
import type { MessageArguments } from "./message_arguments.ts";

/** Texts in one language, by key: ICU messages, such as `Hello, {name}`. */
export type TextsByKey = Readonly<Record<string, string>>;

/**
 * Texts by locale (`en`, `de`, `pt-BR`), or the folder below the bundle's `assets` that has a file
 * for each, such as `en.json`.
 */
export type TranslationDeclarations = string | Readonly<Record<string, TextsByKey>>;

/** The arguments of declared texts, by key; any under any key for those that lie in files. */
export type ArgumentsOfTexts<Texts> = Texts extends string ? Readonly<Record<string, AnyArguments>>
  : {
    readonly [Key in KeysOf<MainTexts<Texts>> & string]: MessageArguments<
      MessageOf<MainTexts<Texts>, Key>
    >;
  };

/** The texts that all others are translations of. */
type MainTexts<Texts> = "en" extends keyof Texts ? Texts["en"] : Texts[keyof Texts];

type KeysOf<Texts> = Texts extends unknown ? keyof Texts : never;

type MessageOf<Texts, Key extends string> = Texts extends
  { readonly [Name in Key]: infer Message extends string } ? Message : never;

/** Texts that are ready to be looked up. */
export interface LoadedTexts {
  /** The locale whose texts all others are translations of; undefined if there are no texts. */
  readonly main: string | undefined;
  /** The texts, by canonical locale. */
  readonly byLocale: ReadonlyMap<string, TextsByKey>;
}

/**
 * A locale in its canonical spelling, `pt-BR` for `pt_br`; undefined for what is none.
 */
export function canonicalLocale(locale: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(locale.replaceAll("_", "-"))[0];
  } catch {
    return undefined;
  }
}

/**
 * Checks a declaration, and makes it ready; a folder's texts are loaded later.
 *
 * @throws {TypeError} with what was wrong, and what was expected
 */
export function checkTranslations(declared: TranslationDeclarations): string | LoadedTexts {
  const where = "definePlugin(): translations";
  if (typeof declared !== "string") {
    return readTexts(declared, (name) => name === undefined ? where : `${where}.${name}`);
  }
  checkAssetPath(declared, where);
  return declared;
}

/**
 * Makes texts ready to be looked up.
 *
 * @param texts the texts by locale, in the order in which they were declared
 * @param placeOf how errors name all texts, or those of a locale
 * @throws {TypeError} with what was wrong, and what was expected
 */
export function readTexts(texts: unknown, placeOf: (locale?: string) => string): LoadedTexts {
  const refuse = (problem: string, name?: string): never => {
    throw new TypeError(`${placeOf(name)}: ${problem}`);
  };
  if (!isRecord(texts)) return refuse(`expected texts by locale, got ${shown(texts)}`);
  const byLocale = new Map<string, TextsByKey>();
  for (const [name, own] of Object.entries(texts)) {
    const locale = canonicalLocale(name) ??
      refuse(`expected a locale, such as "en" or "pt-BR", got ${shown(name)}`);
    if (byLocale.has(locale)) refuse(`the locale "${locale}" is there twice`);
    if (!isRecord(own)) refuse(`expected texts by key, got ${shown(own)}`, name);
    for (const [key, message] of Object.entries(own as object)) {
      if (typeof message !== "string") {
        refuse(`"${key}": expected a text, got ${shown(message)}`, name);
      }
    }
    byLocale.set(locale, own as TextsByKey);
  }
  const main = byLocale.has("en") ? "en" : byLocale.keys().next().value;
  const known = Object.keys(byLocale.get(main ?? "") ?? {});
  for (const [locale, own] of byLocale) {
    for (const key of Object.keys(own)) {
      if (known.includes(key)) continue;
      refuse(
        `there is no "${key}" in "${main}", whose texts all others translate` +
          orMeant(key, known),
        locale,
      );
    }
  }
  return { main, byLocale };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
