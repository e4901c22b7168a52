/**
 * What all elements of dialogs have in common.
 *
 * @module
 */
import type { JsonValue, MessageInitShape } from "@bufbuild/protobuf";
import type { DialogElementSchema } from "../../../gen/mattermost/pluginapi/v1/api_remaining_pb.ts";
import { Mismatch, shown } from "../../api/mismatch.ts";
import { suggestion } from "../../api/option_names.ts";
import type { UserContext } from "../../plugin/context/user_context.ts";
import { isLocalized, type Text } from "../../plugin/context/translate.ts";
import type { Awaitable } from "../../plugin/hook_types.ts";
import type { MenuOption } from "../../plugin/context/interactive.ts";

/** One element of a dialog: what is asked for, and the type of what comes back. */
export interface DialogInput<Value> {
  /** Says what this object is. */
  readonly kind: "mattermost-deno.DialogInput";
  /** Never there: it carries the type of the value. */
  readonly value?: Value;
}

/** What every element says. */
export interface ElementOptions {
  /** The text beside it, at most 24 bytes. */
  readonly label: Text;
  /** The text below it, at most 150 bytes. */
  readonly help?: Text | undefined;
}

/** What elements say that people may leave out. */
export interface OptionalElementOptions<Optional extends boolean> extends ElementOptions {
  /** Whether it may be left out; then its value may be undefined. Default: false. */
  readonly optional?: Optional | undefined;
  /** What is shown while nothing is entered. */
  readonly placeholder?: Text | undefined;
}

/** A value, or undefined where it may be left out. */
export type Given<Value, Optional extends boolean> = Optional extends true ? Value | undefined
  : Value;

/** What elements are read with. */
export interface ReadingContext {
  /** Unix milliseconds. */
  readonly now: number;
  /** Whether there is such a user. */
  userExists(id: string): Promise<boolean>;
  /** Whether the person can see that channel. */
  canSeeChannel(id: string): Promise<boolean>;
  /** The value of a choice that we offered to this person for this element; undefined for others. */
  offered(value: string): Promise<string | undefined>;
}

/** What came out of an element: its value, or what is wrong with what was entered. */
export type Read = { readonly value: unknown } | { readonly error: string };

/** A choice, as an author wrote it. */
export interface TextChoice {
  readonly text: Text;
  readonly value: string;
}

/** What people read of an element. */
export interface ElementTexts {
  readonly label: Text;
  readonly help: Text;
  readonly placeholder: Text;
  readonly options?: readonly TextChoice[] | undefined;
}

/** What makes an element; its place in a dialog gives it the name. */
export interface ElementParts {
  /** As Mattermost has it, without its name and its texts. */
  readonly wire: Omit<
    MessageInitShape<typeof DialogElementSchema>,
    "name" | "displayName" | "helpText" | "placeholder" | "options" | "$typeName" | "$unknown"
  >;
  /** What people read of it. */
  readonly texts: ElementTexts;
  /**
   * Reads what was entered, which anybody may have forged. Empty is told apart before: null, and
   * empty texts and lists never come here.
   */
  readonly read: (raw: JsonValue, context: ReadingContext) => Awaitable<Read>;
  /** What nothing entered stands for, where it is not a missing value. */
  readonly empty?: { readonly value: unknown } | undefined;
  /** What stands in it at the beginning, from a value. Throws a Mismatch if it cannot. */
  readonly toDefault: (value: unknown) => string;
  /** Finds choices for what was typed. */
  readonly search?:
    | ((query: string, context: UserContext) => Awaitable<readonly (string | MenuOption<Text>)[]>)
    | undefined;
}

/** An element as this room knows it. */
export interface DeclaredElement extends DialogInput<unknown> {
  readonly parts: ElementParts;
}

/** Makes an element. */
export function createElement<Value>(parts: ElementParts): DialogInput<Value> {
  const declared: DeclaredElement = { kind: "mattermost-deno.DialogInput", parts };
  return Object.freeze(declared) as DialogInput<Value>;
}

/** What an element was made of. */
export function partsOf(input: DialogInput<unknown>): ElementParts {
  return (input as DeclaredElement).parts;
}

/** The error texts that elements share. */
export const needed = "This is needed.";

/** A function that refuses what is entered. */
export function refused(error: string): Read {
  return { error };
}

/** The limits of Mattermost, in bytes. */
export const limits = { title: 24, label: 24, help: 150 } as const;

/** The most bytes of a placeholder, in an element of this type. */
export function placeholderLimit(type: string | undefined): number {
  return type === "select" || type === "textarea" ? 3000 : 150;
}

/**
 * Checks what every element says, and gives it as Mattermost has it.
 *
 * @param where the function that was called
 * @param options what the author wrote
 * @param known the names of further options
 * @param placeholderBytes the most bytes of a placeholder
 */
export function common(
  where: string,
  options: ElementOptions & {
    readonly optional?: boolean | undefined;
    readonly placeholder?: Text | undefined;
  },
  known: readonly string[],
  placeholderBytes = 150,
): { readonly texts: ElementTexts; readonly optional: boolean } {
  checkOptionNames(where, options, ["label", "help", ...known]);
  const { label, help = "", optional = false, placeholder = "" } = options;
  if (label === "") throw new TypeError(`${where}: label: a text is needed`);
  return {
    texts: {
      label: localizable(where, "label", label, limits.label),
      help: localizable(where, "help", help, limits.help),
      placeholder: localizable(where, "placeholder", placeholder, placeholderBytes),
    },
    optional: boolean(where, "optional", optional),
  };
}

/** Refuses what is no object of these options. */
export function checkOptionNames(where: string, options: unknown, known: readonly string[]): void {
  if (typeof options !== "object" || options === null) {
    throw new TypeError(`${where}: expected an object, got ${shown(options)}`);
  }
  for (const name of Object.keys(options)) {
    if (known.includes(name)) continue;
    throw new TypeError(`${where}: there is no "${name}"; ${suggestion(name, known)}`);
  }
}

/** A text as {@link text} takes it, or one that `localized` names, which is measured by nobody. */
export function localizable(where: string, name: string, value: unknown, bytes: number): Text {
  return isLocalized(value) ? value : text(where, name, value, bytes);
}

/** A text of at most so many bytes of UTF-8, which is how Mattermost counts. */
export function text(where: string, name: string, value: unknown, bytes: number): string {
  if (typeof value !== "string") {
    throw new TypeError(`${where}: ${name}: expected a text, got ${shown(value)}`);
  }
  const length = new TextEncoder().encode(value).length;
  if (length <= bytes) return value;
  throw new TypeError(
    `${where}: ${name}: ${shown(value)} has ${length} bytes; Mattermost takes ${bytes} at most`,
  );
}

/** A boolean. */
export function boolean(where: string, name: string, value: unknown): boolean {
  if (typeof value === "boolean") return value;
  throw new TypeError(`${where}: ${name}: expected a boolean, got ${shown(value)}`);
}

/** A whole number, not negative. */
export function count(where: string, name: string, value: unknown): number {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
  throw new TypeError(`${where}: ${name}: expected a whole number, got ${shown(value)}`);
}

/** The default, as Mattermost has it; empty where there is none. */
export function defaultText(
  where: string,
  value: unknown,
  toDefault: (value: unknown) => string,
  bytes: number,
): string {
  if (value === undefined) return "";
  try {
    return text(where, "default", toDefault(value), bytes);
  } catch (error) {
    throw error instanceof Mismatch ? new TypeError(`${where}: default: ${error.text}`) : error;
  }
}
