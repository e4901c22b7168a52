/**
 * What a plugin declares as its events.
 *
 * @module
 */
import { shown } from "../api/mismatch.ts";

/** A declared event: the type of what it says. */
export interface EventDeclaration<Payload> {
  /** Says what this object is. */
  readonly kind: "mattermost-deno.Event";
  /** Never there: it carries the payload's type. */
  readonly payload?: Payload;
}

/** Events by their names, without the prefix that Mattermost puts before them. */
export type EventDeclarations = Readonly<Record<string, EventDeclaration<object>>>;

/** The payloads of declared events, by name. */
export type PayloadsOf<Events extends EventDeclarations> = {
  readonly [Name in keyof Events]: Events[Name] extends EventDeclaration<infer Payload> ? Payload
    : never;
};

/** The same type if JSON can carry it; what JSON cannot carry becomes `never`. */
export type JSONOnly<Value> = Value extends string | number | boolean | null | undefined ? Value
  : Value extends bigint | symbol | ((...args: never) => unknown) ? never
  : Value extends object ? JSONProperties<Value>
  : never;

/** An object's properties, as far as JSON can carry them. */
export type JSONProperties<Value> = { readonly [Name in keyof Value]: JSONOnly<Value[Name]> };

/**
 * Declares an event to the plugin's own code in clients.
 *
 * @typeParam Payload what it says: an object of JSON values
 *
 * @example
 * ```ts
 * import { definePlugin, event } from "@mattermost-deno/plugin";
 *
 * export default definePlugin({
 *   events: { todoChanged: event<{ count: number }>() },
 *   hooks: {
 *     messageHasBeenPosted: async (post, { publish }) => {
 *       await publish("todoChanged", { count: 1 }, { userId: post.userId });
 *     },
 *   },
 * });
 * ```
 */
export function event<Payload extends object & JSONProperties<Payload>>(): EventDeclaration<
  Payload
> {
  return Object.freeze({ kind: "mattermost-deno.Event" });
}

/**
 * Checks a declaration.
 *
 * @throws {TypeError} with what was wrong, and what was expected
 */
export function checkEvents(events: EventDeclarations): void {
  const where = "definePlugin(): events";
  if (typeof events !== "object" || events === null || Array.isArray(events)) {
    throw new TypeError(`${where}: expected events by name, got ${shown(events)}`);
  }
  for (const [name, declaration] of Object.entries(events)) {
    if (!/^[A-Za-z0-9_.-]{1,64}$/.test(name)) {
      throw new TypeError(
        `${where}: expected a name of 1 to 64 letters, digits, "_", "." and "-", got ${
          shown(name)
        }`,
      );
    }
    if (name.startsWith("custom_")) {
      throw new TypeError(
        `${where}: "${name}": leave out "custom_"; the server puts it and the plugin's id before ` +
          "the name",
      );
    }
    const kind: unknown = (declaration as Partial<EventDeclaration<object>> | null)?.kind;
    if (kind !== "mattermost-deno.Event") {
      throw new TypeError(
        `${where}.${name}: expected event<{ … }>(), got ${shown(declaration)}`,
      );
    }
  }
}
