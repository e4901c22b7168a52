/**
 * Dialogs: forms in a window.
 *
 * @module
 */
import { shown } from "../api/mismatch.ts";
import type {
  DialogReference,
  OpenDialogArguments,
  OpenDialogOptions,
} from "../plugin/context/interactive.ts";
import type { Text } from "../plugin/context/translate.ts";
import type { UserContext } from "../plugin/context/user_context.ts";
import type { PluginConfig } from "../plugin/hook_context.ts";
import type { Awaitable } from "../plugin/hook_types.ts";
import { checkName } from "./check_name.ts";
import { checkOptionNames, type DialogInput, limits, localizable } from "./elements/element.ts";

/** A dialog's elements, by the names of their values. */
export type DialogElements = Readonly<Record<string, DialogInput<unknown>>>;

/** The values of a dialog's elements. */
export type DialogValues<Elements extends DialogElements> = {
  readonly [Name in keyof Elements]: Elements[Name] extends DialogInput<infer Value> ? Value
    : never;
};

/** What is wrong with what was entered, by element. */
export interface FieldErrors<Name extends string> {
  /** Says what this object is. */
  readonly outcome: "fieldErrors";
  /** The sentences, which people read at the elements. */
  readonly errors: Readonly<Record<string, Text>>;
  /** Never there: it carries the names of the elements. */
  readonly name?: Name;
}

/** The dialog that follows. */
export interface NextStep {
  /** Says what this object is. */
  readonly outcome: "nextStep";
  /** Which dialog it is. */
  readonly dialog: DialogReference<never, never>;
  /** What travels with it. */
  readonly state: unknown;
  /** How it is opened. */
  readonly options: OpenDialogOptions<object>;
}

/**
 * What becomes of a submitted dialog.
 *
 * - Nothing: it is closed.
 * - {@link fieldErrors}: it stays, with what is wrong at its elements.
 * - A text, also one that `localized` names: it stays, with this text in it.
 * - {@link nextStep}: another dialog follows.
 */
export type DialogResult<Name extends string> =
  | FieldErrors<Name>
  | NextStep
  | Text
  | undefined
  | void;

/** What a dialog consists of. */
export interface DialogOptions<
  Elements extends DialogElements,
  State,
  Config extends object = PluginConfig,
> {
  /** The heading, 1 to 24 bytes. */
  readonly title: Text;
  /** The text above the elements, in Markdown. Default: none. */
  readonly introduction?: Text | undefined;
  /** What is asked for, from top to bottom. Default: nothing, so that it asks for confirmation. */
  readonly elements?: Elements | undefined;
  /** The text of the button that submits. Default: the client's own. */
  readonly submitLabel?: Text | undefined;
  /** A picture beside the heading: an http or https URL. Default: none. */
  readonly iconURL?: string | undefined;
  /**
   * How long after it was opened it can be submitted, in milliseconds. Default: 12 hours, a working
   * day: until then whoever has the open window can submit it again.
   */
  readonly expiresInMs?: number | undefined;
  /**
   * Called with what was entered, once all of it fits.
   *
   * @param values what was entered, by the elements' names
   * @param context who submitted it, and where it was opened; `openDialog` is of no use here: return
   * `nextStep(…)`
   * @param state what `openDialog` was given; its type here is what it must be given
   */
  readonly submit: (
    values: DialogValues<Elements>,
    context: UserContext<Config>,
    state: State,
  ) => Awaitable<DialogResult<keyof Elements & string>>;
  /** Called when somebody closes it instead. */
  readonly cancel?: ((context: UserContext<Config>, state: State) => unknown) | undefined;
}

/** A declared dialog; it can be called as its `submit`. */
export interface DialogDefinition<
  State,
  Values extends object,
  Config extends object = PluginConfig,
> extends DialogReference<State, Values> {
  /** Does what submitting it does, with values that fit. */
  (
    values: Values,
    context: UserContext<Config>,
    state: State,
  ): Awaitable<DialogResult<string>>;
  /** Its name, unique in the plugin. */
  readonly name: string;
  /** What it consists of. */
  readonly declaration: DialogDeclaration;
}

/** A dialog as it is served. */
export interface DialogDeclaration {
  /** The heading. */
  readonly title: Text;
  /** The text above the elements; empty for none. */
  readonly introduction: Text;
  /** The elements, in their order. */
  readonly elements: DialogElements;
  /** The text of the button that submits; empty for the client's own. */
  readonly submitLabel: Text;
  /** A picture; empty for none. */
  readonly iconURL: string;
  /** How long it can be submitted, in milliseconds. */
  readonly expiresInMs: number;
  /** Called when it is closed. */
  readonly cancel: ((context: UserContext, state: unknown) => unknown) | undefined;
}

/** How long a dialog can be submitted, in milliseconds. */
const defaultLifetimeMs = 12 * 60 * 60 * 1000;

/**
 * Defines a dialog. List it in the definition's `dialogs`, and open it from a command or an action
 * with `context.openDialog(dialog, state)`.
 *
 * Who submits is Mattermost's word. The state is signed for the person for whom the dialog was opened:
 * nobody else can submit it, nor can it be changed; but that person can read it, so put no secrets into
 * it. What was entered is checked by the elements before `submit` runs.
 *
 * A `UserError` that `submit` throws is shown in the dialog. Any other error is logged, and the dialog
 * says only that it failed.
 *
 * @param name unique in the plugin: letters, digits, `_` and `-`, beginning with a letter
 * @param options what it consists of
 * @throws {TypeError} for what Mattermost's clients would not show, with the limit
 *
 * @example
 * ```ts
 * import { defineAction, defineDialog, definePlugin, element } from "@mattermost-deno/plugin";
 *
 * const rename = defineDialog("rename", {
 *   title: "Rename",
 *   elements: { name: element.text({ label: "New name", maxLength: 64 }) },
 *   submit: async ({ name }, { kv }, item: { id: string }) => {
 *     await kv.set(`name_${item.id}`, name);
 *   },
 * });
 *
 * const ask = defineAction("ask", async (item: { id: string }, { openDialog }) => {
 *   await openDialog(rename, { id: item.id });
 * });
 *
 * export default definePlugin({ actions: [ask], dialogs: [rename] });
 * ```
 */
export function defineDialog<
  Config extends object = PluginConfig,
  const Elements extends DialogElements = Record<never, never>,
  State = undefined,
>(
  name: string,
  options: DialogOptions<Elements, State, Config>,
): DialogDefinition<State, DialogValues<Elements>, Config> {
  checkName(name, "defineDialog()");
  const where = `defineDialog("${name}")`;
  checkOptionNames(where, options, [
    "title",
    "introduction",
    "elements",
    "submitLabel",
    "iconURL",
    "expiresInMs",
    "submit",
    "cancel",
  ]);
  const { submit, cancel, expiresInMs = defaultLifetimeMs } = options;
  for (const [which, given] of Object.entries({ submit, cancel })) {
    if (typeof given === "function" || (which === "cancel" && given === undefined)) continue;
    throw new TypeError(`${where}: ${which}: expected a function, got ${shown(given)}`);
  }
  if (!Number.isFinite(expiresInMs) || expiresInMs <= 0) {
    throw new TypeError(
      `${where}: expiresInMs: expected milliseconds, more than 0, got ${shown(expiresInMs)}`,
    );
  }
  const title = localizable(where, "title", options.title, limits.title);
  if (title === "") throw new TypeError(`${where}: title: a text is needed`);
  const declaration: DialogDeclaration = Object.freeze({
    title,
    introduction: localizable(where, "introduction", options.introduction ?? "", Infinity),
    elements: checkedElements(where, options.elements ?? {}),
    submitLabel: localizable(where, "submitLabel", options.submitLabel ?? "", Infinity),
    iconURL: checkedURL(where, options.iconURL),
    expiresInMs,
    cancel: cancel as DialogDeclaration["cancel"],
  });
  const dialog = (values: DialogValues<Elements>, context: UserContext<Config>, state: State) =>
    submit(values, context, state);
  return Object.freeze(Object.defineProperties(dialog, {
    kind: { value: "mattermost-deno.Dialog", enumerable: true },
    name: { value: name },
    declaration: { value: declaration },
  })) as unknown as DialogDefinition<State, DialogValues<Elements>, Config>;
}

/**
 * What is wrong with what was entered: the dialog stays, with these sentences at its elements.
 *
 * @param errors sentences, by the elements' names
 *
 * @example
 * ```ts
 * import { defineDialog, element, fieldErrors } from "@mattermost-deno/plugin";
 *
 * export const meeting = defineDialog("meeting", {
 *   title: "Meeting",
 *   elements: {
 *     from: element.number({ label: "From hour" }),
 *     to: element.number({ label: "To hour" }),
 *   },
 *   submit: ({ from, to }) =>
 *     to <= from ? fieldErrors({ to: "This must be later than the beginning." }) : undefined,
 * });
 * ```
 */
export function fieldErrors<const Name extends string>(
  errors: { readonly [Element in Name]: Text },
): FieldErrors<Name> {
  if (typeof errors !== "object" || errors === null) {
    throw new TypeError(
      `fieldErrors(): expected texts by the names of elements, got ${
        shown(errors)
      }; what is wrong ` +
        "with the whole dialog is returned as a text",
    );
  }
  return Object.freeze({ outcome: "fieldErrors", errors: Object.freeze({ ...errors }) });
}

/**
 * The dialog that follows the submitted one, in the same window. Servers before Mattermost 11.1 cannot
 * do that: there the person gets a message that only they see, with a button that opens it.
 *
 * @param dialog the dialog; it must be among the definition's `dialogs`
 * @param more its state, unless it has none, and how it is opened
 *
 * @example
 * ```ts
 * import { defineDialog, element, nextStep } from "@mattermost-deno/plugin";
 *
 * const second = defineDialog("second", {
 *   title: "Pizza, 2 of 2",
 *   elements: { when: element.text({ label: "When" }) },
 *   submit: ({ when }, { log }, order: { what: string }) => log.info(order.what, { when }),
 * });
 *
 * export const first = defineDialog("first", {
 *   title: "Pizza, 1 of 2",
 *   elements: { what: element.radio({ label: "Which", options: ["margherita", "funghi"] }) },
 *   submit: ({ what }) => nextStep(second, { what }),
 * });
 * ```
 */
export function nextStep<State, Values extends object>(
  dialog: DialogReference<State, Values>,
  ...more: OpenDialogArguments<NoInfer<State>, NoInfer<Values>>
): NextStep {
  const [state, options = {}] = more;
  return Object.freeze({
    outcome: "nextStep",
    dialog: dialog as DialogReference<never, never>,
    state,
    options,
  });
}

function checkedElements(where: string, elements: unknown): DialogDeclaration["elements"] {
  if (typeof elements !== "object" || elements === null || Array.isArray(elements)) {
    throw new TypeError(`${where}: elements: expected an object, got ${shown(elements)}`);
  }
  for (const [name, element] of Object.entries(elements)) {
    const at = `${where}: elements.${name}`;
    if (!/^[\w-]{1,300}$/.test(name)) {
      throw new TypeError(
        `${at}: a name has letters, digits, "_" and "-", 300 at most: it stands in a URL`,
      );
    }
    if (element?.kind !== "mattermost-deno.DialogInput") {
      throw new TypeError(
        `${at}: expected what one of element's functions returns, got ${shown(element)}`,
      );
    }
  }
  return Object.freeze({ ...elements }) as DialogDeclaration["elements"];
}

function checkedURL(where: string, url = ""): string {
  if (url === "" || /^https?:$/.test(URL.parse(url)?.protocol ?? "")) return url;
  throw new TypeError(`${where}: iconURL: expected an http or https URL, got ${shown(url)}`);
}
