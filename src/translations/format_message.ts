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

// Texts are Markdown, where "<" is a character like any other.
const options = { ignoreTag: true };

/** Loads the library. A message that was used once is kept parsed. */
export async function loadFormatter(): Promise<FormatMessage> {
  const { IntlMessageFormat } = await import("intl-messageformat");
  type Parsed = InstanceType<typeof IntlMessageFormat>;
  const parsed = new Map<string, Parsed>();
  return (locale, message, args) => {
    const id = `${locale} ${message}`;
    let format = parsed.get(id);
    if (format === undefined) {
      format = parsing(() => new IntlMessageFormat(message, locale, undefined, options));
      parsed.set(id, format);
    }
    const text: unknown = format.format({ ...args } as Record<string, string>);
    return Array.isArray(text) ? text.join("") : String(text);
  };
}

/** What can be wrong in a message, in words; the library has codes. */
const mistakes: Readonly<Record<string, string>> = {
  EMPTY_ARGUMENT: "the braces {} have no name in them; for braces as text write '{}'",
  EXPECT_ARGUMENT_CLOSING_BRACE: "a brace { is not closed",
  EXPECT_PLURAL_ARGUMENT_SELECTOR_FRAGMENT: "a choice has no text; write it in braces: one {…}",
  EXPECT_SELECT_ARGUMENT_SELECTOR_FRAGMENT: "a choice has no text; write it in braces: other {…}",
  EXPECT_ARGUMENT_TYPE: "a type is missing, such as number, date or plural",
  INVALID_ARGUMENT_TYPE: "expected one of number, date, time, plural, select, selectordinal",
  MALFORMED_ARGUMENT: "what stands in braces is no name, such as {name}",
  MISSING_OTHER_CLAUSE: "a plural or select has no choice other {…}",
  UNCLOSED_QUOTE_IN_ARGUMENT_STYLE: "an apostrophe is not closed",
};

/** Parses, and says what is wrong. */
function parsing<Parsed>(parse: () => Parsed): Parsed {
  try {
    return parse();
  } catch (error) {
    const code = error instanceof Error ? error.message : String(error);
    const words = mistakes[code] ?? code.toLowerCase().replaceAll("_", " ");
    throw new SyntaxError(words, { cause: error });
  }
}

/** Gives the names of the places in a message, those inside of choices as well. */
export type PlacesOf = (message: string) => ReadonlySet<string>;

/** Loads the library, for reading messages alone. */
export async function loadReader(): Promise<PlacesOf> {
  const { IntlMessageFormat } = await import("intl-messageformat");
  return (message) => {
    const parsed = parsing(() => new IntlMessageFormat(message, "en", undefined, options));
    return new Set(namesIn(parsed.getAst()));
  };
}

/** What the library has read, as far as names are concerned. */
interface Part {
  readonly type: number;
  readonly value?: unknown;
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>;
}

function* namesIn(parts: readonly Part[]): Generator<string> {
  for (const { type, value, options = {} } of parts) {
    // 0 is text; 7 is the # of a plural, which has no name.
    if (type !== 0 && typeof value === "string") yield value;
    for (const choice of Object.values(options)) yield* namesIn(choice.value);
  }
}
