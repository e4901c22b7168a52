/**
 * Buttons and menus, as a post holds them.
 *
 * @module
 */
import type { JsonObject, JsonValue } from "@bufbuild/protobuf";
import { shown } from "../api/mismatch.ts";
import { nearestName } from "../api/nearest_name.ts";
import type {
  ActionReference,
  ButtonElement,
  ButtonOptions,
  Carried,
  InteractionOptions,
  MakeButton,
  MakeMenu,
  MenuOptions,
} from "../plugin/context/interactive.ts";
import type { Clock } from "../process/clock.ts";
import { jsonCopy } from "./json_copy.ts";
import { isString, menuOptions } from "./menu_options.ts";
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
export interface MakerPlace {
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
  return (action: ActionReference<never>, options: ButtonOptions & Carried<unknown>) => {
    const where = checkedAction(facts, action, "button");
    checkOptions(options, where);
    return element(facts, place, action.name, "button", options, null, where, {
      ...(options.style === undefined ? {} : { style: options.style }),
    }) as ButtonElement;
  };
}

/** Makes what makes menus in a context. */
export function makeMenuIn(facts: InteractiveFacts, place: MakerPlace): MakeMenu {
  return (action: ActionReference<never>, options: MenuOptions & Carried<unknown>) => {
    const where = checkedAction(facts, action, "menu");
    checkOptions(options, where);
    const { options: choices, default: chosen } = options;
    if (typeof choices === "string") {
      if (choices !== "users" && choices !== "channels") {
        throw new TypeError(
          `${where}: options: expected "users", "channels" or an array, got ${shown(choices)}`,
        );
      }
      return element(facts, place, action.name, "select", options, choices, where, {
        data_source: choices,
        ...(chosen === undefined ? {} : { default_option: chosen }),
      });
    }
    const list = menuOptions(choices, where, isString);
    const values = list.map(({ value }) => value);
    if (chosen !== undefined && !values.includes(chosen)) {
      throw new TypeError(`${where}: default: ${shown(chosen)} is none of the options' values`);
    }
    return element(facts, place, action.name, "select", options, values, where, {
      options: list.map(({ text, value }) => ({ text, value })),
      ...(chosen === undefined ? {} : { default_option: chosen }),
    });
  };
}

function element(
  { seals, clock, pluginId }: InteractiveFacts,
  place: MakerPlace,
  name: string,
  type: "button" | "select",
  options: InteractionOptions & Carried<unknown>,
  choices: ActionPayload["o"],
  where: string,
  more: JsonObject,
): JsonObject {
  const { ephemeral = false, tooltip, disabled } = options;
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
  return {
    // Mattermost takes letters and digits only.
    id,
    type,
    name: options.label,
    ...(tooltip === undefined ? {} : { tooltip }),
    ...(disabled === undefined ? {} : { disabled }),
    ...more,
    integration: {
      url: `/plugins/${pluginId}/_plugin/actions/${name}`,
      context: { token: seals.seal("action", payload) },
    },
  };
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

function checkOptions(options: InteractionOptions, where: string): void {
  const { label, expiresInMs, channelId, userId } = options ?? {};
  if (typeof label !== "string" || label === "") {
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
