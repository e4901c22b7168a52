/**
 * Everything that a dialog can ask for.
 *
 * @module
 */
import {
  boolElement,
  channelElement,
  dynamicElement,
  radioElement,
  selectElement,
  userElement,
} from "./choice.ts";
import { dateElement, dateTimeElement } from "./dates.ts";
import {
  emailElement,
  numberElement,
  passwordElement,
  telElement,
  textareaElement,
  textElement,
  urlElement,
} from "./text.ts";

/** Makers of a dialog's elements. */
export interface ElementMakers {
  /** One line of text. */
  readonly text: typeof textElement;
  /** Several lines of text. */
  readonly textarea: typeof textareaElement;
  /** A number; the value is a number. */
  readonly number: typeof numberElement;
  /** An email address. */
  readonly email: typeof emailElement;
  /** A link. */
  readonly url: typeof urlElement;
  /** A telephone number. */
  readonly tel: typeof telElement;
  /** Text that is not shown while it is typed. */
  readonly password: typeof passwordElement;
  /** A list to choose from; the value is one of its values. */
  readonly select: typeof selectElement;
  /** All choices in sight; the value is one of its values. */
  readonly radio: typeof radioElement;
  /** A person of the server; the value is their id. */
  readonly user: typeof userElement;
  /** A channel that the person can see; the value is its id. */
  readonly channel: typeof channelElement;
  /** A list whose choices the plugin finds while people type. Mattermost 11. */
  readonly dynamic: typeof dynamicElement;
  /** A box to tick; the value is a boolean. */
  readonly bool: typeof boolElement;
  /** A day; the value is such as `2026-11-21`. Mattermost 11. */
  readonly date: typeof dateElement;
  /** A day and a time; the value is Unix milliseconds. Mattermost 11. */
  readonly datetime: typeof dateTimeElement;
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
