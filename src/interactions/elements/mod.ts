/**
 * Everything that a dialog can ask for.
 *
 * @module
 */
import type { DialogInput, Given } from "./element.ts";
import {
  boolElement,
  type BoolElementOptions,
  channelElement,
  type Chosen,
  dynamicElement,
  type DynamicElementOptions,
  radioElement,
  type RadioElementOptions,
  selectElement,
  type SelectElementOptions,
  type SourceElementOptions,
  userElement,
} from "./choice.ts";
import {
  dateElement,
  type DateElementOptions,
  dateTimeElement,
  type DateTimeElementOptions,
} from "./dates.ts";
import {
  emailElement,
  numberElement,
  type NumberElementOptions,
  passwordElement,
  telElement,
  textareaElement,
  textElement,
  type TextElementOptions,
  urlElement,
} from "./text.ts";

/** Makers of a dialog's elements. */
export interface ElementMakers {
  /** One line of text. */
  readonly text: <const Optional extends boolean = false>(
    options: TextElementOptions<Optional>,
  ) => DialogInput<Given<string, Optional>>;
  /** Several lines of text. */
  readonly textarea: <const Optional extends boolean = false>(
    options: TextElementOptions<Optional>,
  ) => DialogInput<Given<string, Optional>>;
  /** A number; the value is a number. */
  readonly number: <const Optional extends boolean = false>(
    options: NumberElementOptions<Optional>,
  ) => DialogInput<Given<number, Optional>>;
  /** An email address. */
  readonly email: <const Optional extends boolean = false>(
    options: TextElementOptions<Optional>,
  ) => DialogInput<Given<string, Optional>>;
  /** A link. */
  readonly url: <const Optional extends boolean = false>(
    options: TextElementOptions<Optional>,
  ) => DialogInput<Given<string, Optional>>;
  /** A telephone number. */
  readonly tel: <const Optional extends boolean = false>(
    options: TextElementOptions<Optional>,
  ) => DialogInput<Given<string, Optional>>;
  /** Text that is not shown while it is typed. */
  readonly password: <const Optional extends boolean = false>(
    options: TextElementOptions<Optional>,
  ) => DialogInput<Given<string, Optional>>;
  /** A list to choose from; the value is one of its values. */
  readonly select: <
    const Value extends string,
    const Optional extends boolean = false,
    const Multiple extends boolean = false,
  >(
    options: SelectElementOptions<Value, Optional, Multiple>,
  ) => DialogInput<Chosen<Value, Optional, Multiple>>;
  /** All choices in sight; the value is one of its values. */
  readonly radio: <const Value extends string, const Optional extends boolean = false>(
    options: RadioElementOptions<Value, Optional>,
  ) => DialogInput<Given<Value, Optional>>;
  /** A person of the server; the value is their id. */
  readonly user: <const Optional extends boolean = false, const Multiple extends boolean = false>(
    options: SourceElementOptions<Optional, Multiple>,
  ) => DialogInput<Chosen<string, Optional, Multiple>>;
  /** A channel that the person can see; the value is its id. */
  readonly channel: <
    const Optional extends boolean = false,
    const Multiple extends boolean = false,
  >(
    options: SourceElementOptions<Optional, Multiple>,
  ) => DialogInput<Chosen<string, Optional, Multiple>>;
  /** A list whose choices the plugin finds while people type. Mattermost 11. */
  readonly dynamic: <
    const Optional extends boolean = false,
    const Multiple extends boolean = false,
  >(
    options: DynamicElementOptions<Optional, Multiple>,
  ) => DialogInput<Chosen<string, Optional, Multiple>>;
  /** A box to tick; the value is a boolean. */
  readonly bool: (options: BoolElementOptions) => DialogInput<boolean>;
  /** A day; the value is such as `2026-11-21`. Mattermost 11. */
  readonly date: <const Optional extends boolean = false>(
    options: DateElementOptions<Optional>,
  ) => DialogInput<Given<string, Optional>>;
  /** A day and a time; the value is Unix milliseconds. Mattermost 11. */
  readonly datetime: <const Optional extends boolean = false>(
    options: DateTimeElementOptions<Optional>,
  ) => DialogInput<Given<number, Optional>>;
}

/**
 * Makes the elements of a dialog. What people enter is checked here as well, since a client could
 * send anything: what does not fit is shown at the element, and `submit` does not run.
 *
 * Limits are those of Mattermost, and a `TypeError` if they are not kept: 24 bytes for labels, 150
 * for help texts.
 *
 * @example
 * ```ts
 * import { defineDialog, element } from "@mattermost-deno/plugin";
 *
 * export const order = defineDialog("order", {
 *   title: "Order",
 *   elements: {
 *     what: element.select({ label: "What", options: ["pizza", "pasta"] }),
 *     howMany: element.number({ label: "How many", min: 1, max: 10, integer: true, default: 1 }),
 *     note: element.textarea({ label: "Note", optional: true }),
 *   },
 *   submit: ({ what, howMany, note }) => console.log(`${howMany} ${what}`, note ?? ""),
 * });
 * ```
 */
export const element: ElementMakers = Object.freeze({
  text: textElement,
  textarea: textareaElement,
  number: numberElement,
  email: emailElement,
  url: urlElement,
  tel: telElement,
  password: passwordElement,
  select: selectElement,
  radio: radioElement,
  user: userElement,
  channel: channelElement,
  dynamic: dynamicElement,
  bool: boolElement,
  date: dateElement,
  datetime: dateTimeElement,
});
