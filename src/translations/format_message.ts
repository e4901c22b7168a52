/**
 * ICU messages, by FormatJS's library. It is loaded when the first message needs it.
 *
 * @module
 */
import type { AnyArguments } from "../plugin/context/declared.ts";

/** Puts values into a message. */
export type FormatMessage = (locale: string, message: string, args: AnyArguments) => string;

/** Whether a message is more than its text. */
export function needsFormatting(message: string): boolean {
  return /[{}]|''/.test(message);
}

/** Loads the library. A message that was used once is kept parsed. */
export async function loadFormatter(): Promise<FormatMessage> {
  const { IntlMessageFormat } = await import("intl-messageformat");
  type Parsed = InstanceType<typeof IntlMessageFormat>;
  const parsed = new Map<string, Parsed>();
  return (locale, message, args) => {
    const id = `${locale} ${message}`;
    let format = parsed.get(id);
    if (format === undefined) {
      // Texts are Markdown, where "<" is a character like any other.
      format = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true });
      parsed.set(id, format);
    }
    const text: unknown = format.format({ ...args } as Record<string, string>);
    return Array.isArray(text) ? text.join("") : String(text);
  };
}
