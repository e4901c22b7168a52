/**
 * Dialogs on their way to people.
 *
 * @module
 */
import { create, type JsonValue } from "@bufbuild/protobuf";
import {
  type Dialog as WireDialog,
  DialogSchema,
} from "../../gen/mattermost/pluginapi/v1/api_remaining_pb.ts";
import { thrownText } from "../api/app_error.ts";
import { shown } from "../api/mismatch.ts";
import { nearestName } from "../api/nearest_name.ts";
import { orMeant } from "../api/option_names.ts";
import type {
  DialogPlace,
  DialogReference,
  OpenDialog,
  OpenDialogOptions,
} from "../plugin/context/interactive.ts";
import type { Text, Translating } from "../plugin/context/translate.ts";
import type { HookContext } from "../plugin/hook_context.ts";
import type { Logger } from "../plugin/logger.ts";
import type { Clock } from "../process/clock.ts";
import type { DialogDeclaration, DialogDefinition } from "./dialog.ts";
import { type ElementParts, limits, partsOf, placeholderLimit } from "./elements/element.ts";
import { type SayWithin, sayWithin } from "./fit_text.ts";
import { jsonCopy } from "./json_copy.ts";
import { sayTexts } from "./say_texts.ts";
import type { SealedPayload, Seals } from "./seal.ts";

/** A dialog, whatever its values and its state are. */
export type AnyDialog = DialogDefinition<never, never>;

/** What all dialogs of a plugin have in common. */
export interface DialogFacts {
  readonly seals: Seals;
  readonly clock: Clock;
  readonly pluginId: string;
  readonly dialogs: ReadonlyMap<string, AnyDialog>;
  /** What has been said in the log about translations that are too long. */
  readonly cuts: Set<string>;
}

/** What travels with a dialog, signed. */
export interface DialogPayload extends SealedPayload {
  /** The dialog. */
  d: string;
  /** Who can submit it. */
  u: string;
  /** Where it was opened: channel, team, thread. */
  c: string;
  t: string;
  r: string;
  /** Until when it can be submitted, Unix milliseconds. */
  e: number;
  /** The author's state; absent where there is none. */
  s?: JsonValue;
}

/** A choice that was offered to somebody, signed. */
export interface OfferPayload extends SealedPayload {
  /** The dialog, and the element in it. */
  d: string;
  f: string;
  /** To whom it was offered. */
  u: string;
  /** The value. */
  v: string;
  /** Until when it is good, Unix milliseconds. */
  e: number;
}

/** Where a dialog is opened, but for what opens it. */
export type PlaceOfDialog = Omit<DialogPlace, "triggerId">;

/** Makes what opens dialogs for somebody at a place. */
export function openDialogAt(
  facts: DialogFacts,
  context: HookContext,
  place: DialogPlace,
): OpenDialog {
  return async (
    reference: DialogReference<never, never>,
    state?: unknown,
    options: OpenDialogOptions<object> = {},
  ) => {
    const where = checkedDialog(facts, reference, "openDialog");
    const { name } = reference;
    const dialog = await dialogMessage(facts, context, place, name, state, options, where);
    const { triggerId } = place;
    if (triggerId === "") {
      throw new TypeError(
        `${where}: there is no trigger id, which comes with every command and every click`,
      );
    }
    const url = dialogURL(facts.pluginId, reference.name);
    await context.api.openInteractiveDialog({ dialog: { triggerId, url, dialog } });
  };
}

/** Where a dialog is submitted. */
export function dialogURL(pluginId: string, name: string): string {
  return `/plugins/${pluginId}/_plugin/dialogs/${name}`;
}

/** The dialog as Mattermost takes it, in a person's language, with its state signed for them. */
export async function dialogMessage(
  { seals, clock, pluginId, dialogs, cuts }: DialogFacts,
  context: Translating & { readonly log: Logger },
  { userId, channelId, teamId, rootId }: PlaceOfDialog,
  name: string,
  state: unknown,
  { values = {}, introduction }: OpenDialogOptions<object>,
  where: string,
): Promise<WireDialog> {
  const declaration = dialogs.get(name)?.declaration;
  if (declaration === undefined) throw new TypeError(`${where}: the dialog is not declared`);
  const payload: DialogPayload = {
    d: name,
    u: userId,
    c: channelId,
    t: teamId,
    r: rootId,
    e: clock.now() + declaration.expiresInMs,
    ...(state === undefined ? {} : { s: jsonCopy(state, `${where}: state`) }),
  };
  const defaults = defaultsOf(declaration, values, where);
  const above = introduction ?? declaration.introduction;
  const say = await sayTexts([...textsOf(declaration), above], context, userId);
  const within = sayWithin(say, name, context.log, cuts);
  return create(DialogSchema, {
    callbackId: name,
    title: within(declaration.title, limits.title, "title"),
    introductionText: say(above),
    submitLabel: say(declaration.submitLabel),
    iconUrl: declaration.iconURL,
    notifyOnCancel: declaration.cancel !== undefined,
    state: seals.seal("dialog", payload),
    elements: Object.entries(declaration.elements).map(([element, input]) => ({
      ...partsOf(input).wire,
      ...said(partsOf(input), (text, bytes, what) => within(text, bytes, `${element}.${what}`)),
      name: element,
      ...(defaults.has(element) ? { default: defaults.get(element) ?? "" } : {}),
      ...(partsOf(input).search === undefined ? {} : {
        dataSourceUrl: `${dialogURL(pluginId, name)}/lookup/${element}`,
      }),
    })),
  });
}

/** Everything that people read of a dialog. */
function textsOf({ title, submitLabel, elements }: DialogDeclaration): Text[] {
  const inputs = Object.values(elements).flatMap((input) => {
    const { label, help, placeholder, options = [] } = partsOf(input).texts;
    return [label, help, placeholder, ...options.map(({ text }) => text)];
  });
  return [title, submitLabel, ...inputs];
}

/** The texts of an element, as somebody reads them. */
function said({ wire, texts }: ElementParts, within: SayWithin) {
  const { label, help, placeholder, options = [] } = texts;
  return {
    displayName: within(label, limits.label, "label"),
    helpText: within(help, limits.help, "help"),
    placeholder: within(placeholder, placeholderLimit(wire.type), "placeholder"),
    options: options.map(({ text, value }) => ({ text: within(text, Infinity, "options"), value })),
  };
}

function defaultsOf(
  { elements }: DialogDeclaration,
  values: object,
  where: string,
): ReadonlyMap<string, string> {
  const defaults = new Map<string, string>();
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    const element = Object.hasOwn(elements, name) ? elements[name] : undefined;
    if (element === undefined) {
      throw new TypeError(
        `${where}: values: there is no element "${name}"${orMeant(name, Object.keys(elements))}`,
      );
    }
    try {
      defaults.set(name, partsOf(element).toDefault(value));
    } catch (error) {
      // Thrown by the plugin's bundle, which has its own copy of this package.
      throw new TypeError(`${where}: values.${name}: ${thrownText(error)}`);
    }
  }
  return defaults;
}

/** The call's name for errors; refuses what is no declared dialog. */
export function checkedDialog(
  { dialogs }: DialogFacts,
  reference: DialogReference<never, never>,
  caller: string,
): string {
  if (reference?.kind !== "mattermost-deno.Dialog") {
    throw new TypeError(
      `${caller}(): expected a dialog, as defineDialog() returns it, got ${shown(reference)}`,
    );
  }
  const { name } = reference;
  if (dialogs.has(name)) return `${caller}("${name}")`;
  const near = nearestName(name, [...dialogs.keys()]);
  throw new TypeError(
    `${caller}("${name}"): the dialog is not declared; write definePlugin({ dialogs: [${name}] })` +
      (near === undefined ? "" : `, or did you mean "${near}"?`),
  );
}
