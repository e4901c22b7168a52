/**
 * How the types of contexts know what a plugin declares beside its settings.
 *
 * @module
 */
import type { JsonObject } from "@bufbuild/protobuf";

/**
 * The name under which a type of settings also says which events and texts its plugin declares. It
 * exists in types only: one type parameter carries everything that follows from a definition.
 *
 * @internal
 */
export declare const declared: unique symbol;

/** What a plugin declares beside its settings, by name. */
export interface DeclaredNames {
  /** The payloads of its events. */
  readonly events: object;
  /** The arguments of its texts. */
  readonly texts: object;
}

/** Settings that also say what else is declared. */
export type WithDeclared<Config extends object, Names extends DeclaredNames> = Config & {
  readonly [declared]?: Names;
};

/** @internal */
type NamesOf<Config> = typeof declared extends keyof Config
  ? Extract<Config[typeof declared], DeclaredNames>
  : { readonly events: Record<string, JsonObject>; readonly texts: Record<string, AnyArguments> };

/** Arguments of a text of which nothing is known. */
export type AnyArguments = Readonly<Record<string, unknown>> | undefined;

/** The payloads of a plugin's events, by name; any JSON under any name where nothing is known. */
export type EventsOf<Config> = NamesOf<Config>["events"];

/** The arguments of a plugin's texts, by key; any under any key where nothing is known. */
export type TextsOf<Config> = NamesOf<Config>["texts"];
