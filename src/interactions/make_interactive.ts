/**
 * Buttons and menus, as a post holds them.
 *
 * @module
 */
import type { JsonObject, JsonValue } from "@bufbuild/protobuf";
import { shown } from "../api/mismatch.ts";
import { checkOptionNames } from "../api/option_names.ts";
import { nearestName } from "../api/nearest_name.ts";
import type {
  ActionReference,
  ButtonOptions,
  Carried,
  InteractionOptions,
  MakeButton,
  MakeMenu,
  MenuOption,
  MenuOptions,
} from "../plugin/context/interactive.ts";
import { isText, type Text, type Translating } from "../plugin/context/translate.ts";
import type { Awaitable } from "../plugin/hook_types.ts";
import type { Clock } from "../process/clock.ts";
import { jsonCopy } from "./json_copy.ts";
import { menuOptions } from "./menu_options.ts";
import { withTexts } from "./say_texts.ts";
import type { SealedPayload, Seals } from "./seal.ts";

/** What all buttons and menus of a plugin have in common. */
export interface InteractiveFacts {
  readonly seals: Seals;
  readonly clock: Clock;
  readonly pluginId: string;
  /** The names of the declared actions. */
  readonly actions: ReadonlySet<string>;
}

/** Where a context is, as far as it is anywhere. */
export interface MakerPlace extends Translating {
  readonly userId?: string | null | undefined;
  readonly channelId?: string | undefined;
}

/** What a button or a menu carries, signed. Short names, since it is stored in every post. */
export interface ActionPayload extends SealedPayload {
  /** The action. */
  a: string;
  /** What makes it different from every other: the element's id. */
  n: string;
  /** What the author has given; absent where it is nothing. */
  i?: JsonValue;
  /** Until when it can be clicked, Unix milliseconds; 0 for ever. */
  e: number;
  /** The channel; empty for any. */
  c: string;
  /** Who may click; empty for anybody. */
  u: string;
  /** Whether its post is in no database. */
  p: boolean;
  /** What can be selected: the values, "users", "channels"; null for buttons. */
  o: string[] | "users" | "channels" | null;
}

/** How long an ephemeral post's buttons work by themselves, in milliseconds. */
export const ephemeralLifetimeMs = 24 * 60 * 60 * 1000;

/** Makes what makes buttons in a context. */
export function makeButtonIn(facts: InteractiveFacts, place: MakerPlace): MakeButton {
  const make = (
    action: ActionReference<never>,
    options: ButtonOptions<Text> & Carried<unknown>,
  ) => {
    const where = checkedAction(facts, action, "button");
    checkOptions(options, where, ["style"]);
    checkStyle(options.style, where);
    const more: JsonObject = options.style === undefined ? {} : { style: options.style };
    return element(facts, place, { action, type: "button", options, choices: null, where, more });
  };
  // Plain texts are there at once, as the first signature says; this is a button.
  return make as unknown as MakeButton;
}

/** Makes what makes menus in a context. */
export function makeMenuIn(facts: InteractiveFacts, place: MakerPlace): MakeMenu {
  const make = (action: ActionReference<never>, options: MenuOptions<Text> & Carried<unknown>) => {
    const where = checkedAction(facts, action, "menu");
    checkOptions(options, where, ["options", "default"]);
    const { options: choices, default: chosen } = options;
    const selected: JsonObject = chosen === undefined ? {} : { default_option: chosen };
    const menu = { action, type: "select", options, where } as const;
    if (typeof choices === "string") {
      if (choices !== "users" && choices !== "channels") {
        throw new TypeError(
          `${where}: options: expected "users", "channels" or an array, got ${shown(choices)}`,
        );
      }
      const more = { data_source: choices, ...selected };
      return element(facts, place, { ...menu, choices, more });
    }
    const list = menuOptions(choices, where);
    const values = list.map(({ value }) => value);
    if (chosen !== undefined && !values.includes(chosen)) {
      throw new TypeError(`${where}: default: ${shown(chosen)} is none of the options' values`);
    }
    return element(facts, place, { ...menu, choices: values, list, more: selected });
  };
  // As above.
  return make as MakeMenu;
}

/** A button or a menu that was checked. */
interface CheckedElement {
  readonly action: ActionReference<never>;
  readonly type: "button" | "select";
  readonly options: InteractionOptions<Text> & Carried<unknown>;
  /** What can be selected. */
  readonly choices: ActionPayload["o"];
  /** The choices with their texts, where they are a list. */
  readonly list?: readonly MenuOption<Text>[];
  /** The call, for errors. */
  readonly where: string;
  /** What else it has in Mattermost's JSON. */
  readonly more: JsonObject;
}

function element(
  { seals, clock, pluginId }: InteractiveFacts,
  place: MakerPlace,
  { action: { name }, type, options, choices, list, where, more }: CheckedElement,
): Awaitable<JsonObject> {
  const { ephemeral = false, label, tooltip, disabled } = options;
  const lifetime = options.expiresInMs ?? (ephemeral ? ephemeralLifetimeMs : undefined);
  const channelId = options.channelId ?? place.channelId ?? "";
  const userId = options.userId ?? (ephemeral ? place.userId : undefined) ?? "";
  if (ephemeral && (userId === "" || channelId === "")) {
    throw new TypeError(
      `${where}: ephemeral: this context knows ${userId === "" ? "no user" : "no channel"}; give ` +
        "userId and channelId: only that person can click, and only there",
    );
  }
  const id = crypto.randomUUID().replaceAll("-", "");
  const payload: ActionPayload = {
    a: name,
    n: id,
    e: lifetime === undefined ? 0 : clock.now() + lifetime,
    c: channelId,
    u: userId,
    p: ephemeral,
    o: choices,
    ...(options.context === undefined ? {} : { i: jsonCopy(options.context, `${where}: context`) }),
  };
  const integration = {
    url: `/plugins/${pluginId}/_plugin/actions/${name}`,
    context: { token: seals.seal("action", payload) },
  };
  const texts = [label, tooltip, ...(list ?? []).map(({ text }) => text)];
  return withTexts(texts, place, userId || null, (say) => ({
    // Mattermost takes letters and digits only.
    id,
    type,
    name: say(label),
    ...(tooltip === undefined ? {} : { tooltip: say(tooltip) }),
    ...(disabled === undefined ? {} : { disabled }),
    ...(list === undefined
      ? {}
      : { options: list.map(({ text, value }) => ({ text: say(text), value })) }),
    ...more,
    integration,
  }));
}

function checkedAction(
  { actions }: InteractiveFacts,
  action: ActionReference<never>,
  maker: string,
): string {
  if (action?.kind !== "mattermost-deno.Action") {
    throw new TypeError(
      `${maker}(): expected an action, as defineAction() returns it, got ${shown(action)}`,
    );
  }
  const { name } = action;
  if (actions.has(name)) return `${maker}("${name}")`;
  const near = nearestName(name, [...actions]);
  throw new TypeError(
    `${maker}("${name}"): the action is not declared; write definePlugin({ actions: [${name}] })` +
      (near === undefined ? "" : `, or did you mean "${near}"?`),
  );
}

/** The options that buttons and menus have in common. */
const commonNames: readonly string[] = [
  "label",
  "context",
  "tooltip",
  "disabled",
  "expiresInMs",
  "channelId",
  "userId",
  "ephemeral",
];

const styles = ["default", "primary", "success", "good", "warning", "danger"] as const;

function checkStyle(style: ButtonOptions["style"], where: string): void {
  if (style === undefined || /^#[0-9a-f]{3,8}$/i.test(style)) return;
  if ((styles as readonly string[]).includes(style)) return;
  throw new TypeError(
    `${where}: style: expected one of ${styles.join(", ")}, or a colour such as #1e325c, got ` +
      shown(style),
  );
}

function checkOptions(
  options: InteractionOptions<Text>,
  where: string,
  own: readonly string[],
): void {
  checkOptionNames(where, options, [...commonNames, ...own]);
  const { label, expiresInMs, channelId, userId } = options;
  if (!isText(label) || label === "") {
    throw new TypeError(`${where}: label: expected a text, got ${shown(label)}`);
  }
  if (expiresInMs !== undefined && !(Number.isFinite(expiresInMs) && expiresInMs > 0)) {
    throw new TypeError(
      `${where}: expiresInMs: expected milliseconds, more than 0, got ${shown(expiresInMs)}`,
    );
  }
  for (const [name, id] of Object.entries({ channelId, userId })) {
    if (id !== undefined && !/^[a-z0-9]{26}$/.test(id)) {
      throw new TypeError(`${where}: ${name}: expected an id of 26 characters, got ${shown(id)}`);
    }
  }
}
