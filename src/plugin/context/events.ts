/**
 * Events to the plugin's own code in people's browsers and apps, as a context sends them.
 *
 * @module
 */
import type { EventsOf } from "./declared.ts";

/** Who gets an event. Ids have 26 characters. */
export type EventAudience =
  /** Everybody who is connected to the server. */
  | "everyone"
  /** One person, on all of their devices. */
  | { readonly userId: string }
  /** The members of a channel. */
  | { readonly channelId: string }
  /** The members of a team. */
  | { readonly teamId: string }
  /** One connection, as `context.connectionId` names it. */
  | { readonly connectionId: string };

/** Who of an audience does not get an event. */
export interface EventOmissions {
  /** People who do not get it. Not together with `userId` or `connectionId`. */
  readonly omitUserIds?: readonly string[] | undefined;
  /**
   * The connection that does not get it, such as the `context.connectionId` of who caused it. Null
   * and undefined leave nobody out.
   */
  readonly omitConnectionId?: string | null | undefined;
}

/** The names of a plugin's events. */
export type EventName<Config> = keyof EventsOf<Config> & string;

/**
 * Sends events to clients.
 *
 * @typeParam Config what the plugin declares
 */
export interface EventPublisher<Config> {
  /**
   * Sends an event to clients: the plugin's web app hears it under the name
   * `custom_<plugin id>_<event>`.
   *
   * @param event its name in the definition's `events`
   * @param payload what it says; JSON
   * @param audience who gets it; there is no default, since the wrong one gives secrets away
   * @param omissions who of them does not
   * @throws {TypeError} for a name that is not declared, a payload that is no JSON, and an audience
   * that is none
   */
  publish<Name extends keyof EventsOf<Config> & string>(
    event: Name,
    payload: EventsOf<Config>[Name],
    audience: EventAudience,
    omissions?: EventOmissions,
  ): Promise<void>;
}
