/**
 * Texts in people's own languages, as a context has them.
 *
 * @module
 */
import type { AnyArguments, TextsOf } from "./declared.ts";

/** A text of the plugin's translations that is yet to be put into somebody's language. */
export interface Localized {
  /** Says what this object is. */
  readonly kind: "mattermost-deno.Localized";
  /** Its key in the definition's `translations`. */
  readonly key: string;
  /** The values for the places in it. */
  readonly args?: AnyArguments;
}

/** A text, in one language or in whatever language its reader has. */
export type Text = string | Localized;

/** The keys of a plugin's texts. */
export type TextKey<Config> = keyof TextsOf<Config> & string;

/** The arguments of a text, after its key: none where the text has no places for any. */
export type TextArguments<Arguments> = [Arguments] extends [undefined] ? []
  : undefined extends Arguments ? [args?: Exclude<Arguments, undefined>]
  : [args: Arguments];

/**
 * A method's type: what is known of a plugin's texts must not keep its contexts from being passed to
 * functions that know nothing of them.
 *
 * @internal
 */
interface Translation<Config> {
  t<Key extends keyof TextsOf<Config> & string>(
    key: Key,
    ...args: TextArguments<TextsOf<Config>[Key]>
  ): string;
}

/** Gives texts in one language: `translate("greeting", { name: "Ada" })`. */
export type Translate<Config> = Translation<Config>["t"];

/**
 * Gives texts in people's languages.
 *
 * @typeParam Config what the plugin declares
 */
export interface Translator<Config> {
  /**
   * A text in the language of the person who made the call (`context.userId`), or else of the
   * server.
   *
   * A language without this text falls back: `de-CH` to `de`, then to the server's default, then to
   * the first of the declaration's (`en` if it is there). A key that is nowhere is given back as it
   * is, and logged once.
   *
   * @param key its key in the definition's `translations`
   * @param args the values for the places in it
   */
  t<Key extends keyof TextsOf<Config> & string>(
    key: Key,
    ...args: TextArguments<TextsOf<Config>[Key]>
  ): Promise<string>;

  /**
   * A function that gives texts in a person's language, for several texts or for somebody else than
   * the caller.
   *
   * @param userId whose language; null for the server's
   */
  translateFor(userId: string | null): Promise<Translate<Config>>;
}

/**
 * Names a text that is put into its reader's language where it is shown: for what is declared, such as
 * a command's description or a dialog's title, and for what they answer. `definePlugin` refuses a key
 * that is not among the plugin's translations, where those do not lie in files.
 *
 * @param key its key in the definition's `translations`
 * @param args the values for the places in it
 *
 * @example
 * ```ts
 * import { definePlugin, localized, subcommand } from "@mattermost-deno/plugin";
 *
 * export default definePlugin({
 *   translations: {
 *     en: { hello: "Greets you", hi: "Hi, {name}!" },
 *     de: { hello: "Begrüßt dich", hi: "Hallo, {name}!" },
 *   },
 *   commands: {
 *     hello: subcommand({
 *       description: localized("hello"),
 *       run: () => localized("hi", { name: "Ada" }),
 *     }),
 *   },
 * });
 * ```
 */
export function localized(key: string, args?: AnyArguments): Localized {
  return Object.freeze({ kind: "mattermost-deno.Localized", key, args });
}

/** Whether a value is what {@link localized} gives. */
export function isLocalized(value: unknown): value is Localized {
  return typeof value === "object" && value !== null && "kind" in value &&
    value.kind === "mattermost-deno.Localized";
}

/** Whether a value is a {@link Text}. */
export function isText(value: unknown): value is Text {
  return typeof value === "string" || isLocalized(value);
}

/** What a context has that puts texts into languages. */
export interface Translating {
  readonly translateFor: Translator<object>["translateFor"];
}

/** Gives texts in one language. */
export type Say = (text: Text) => string;

/**
 * A function that gives texts as a person reads them.
 *
 * @param userId whose language; null for the server's
 */
export async function sayFor({ translateFor }: Translating, userId: string | null): Promise<Say> {
  const translate = await translateFor(userId);
  return (text) => typeof text === "string" ? text : translate(text.key, text.args);
}

/**
 * A text as a person reads it.
 *
 * @param text as its author wrote it
 * @param userId whose language; null for the server's
 */
export async function textFor(
  text: Text,
  context: Translating,
  userId: string | null,
): Promise<string> {
  if (typeof text === "string") return text;
  return (await sayFor(context, userId))(text);
}
