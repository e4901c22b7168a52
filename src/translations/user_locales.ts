/**
 * Which languages people and servers have.
 *
 * @module
 */
import type { PluginAPI } from "../../gen/plugin_api.ts";
import { thrownText } from "../api/app_error.ts";
import type { Logger } from "../plugin/logger.ts";
import type { Clock } from "../process/clock.ts";

/** How long an answer is kept: a person who changes the language waits as long. */
const KEPT_MS = 60_000;

/** How many answers are kept. */
const KEPT = 1000;

/** Looks locales up; what cannot be found out is null. */
export interface UserLocales {
  /** The locale of a person. */
  ofUser(userId: string): Promise<string | null>;
  /** The locale that the server has for what it says itself. */
  ofServer(): Promise<string | null>;
  /** Has the server's locale looked up again, since its settings have changed. */
  forgetServer(): void;
}

/** Looks locales up, and keeps them for a minute. */
export function createUserLocales(
  { api, clock, log }: {
    readonly api: Pick<PluginAPI, "getUser" | "getConfig">;
    readonly clock: Clock;
    readonly log: Logger;
  },
): UserLocales {
  const kept = new Map<
    string,
    { readonly locale: Promise<string | null>; readonly until: number }
  >();

  function keep(id: string, ask: () => Promise<string | null | undefined>): Promise<string | null> {
    const known = kept.get(id);
    if (known !== undefined && clock.now() < known.until) return known.locale;
    const locale = ask().then((answer) => answer || null, (error) => {
      // A text in another language is better than none.
      log.debug(`a language could not be looked up: ${thrownText(error)}`, { user_id: id });
      kept.delete(id);
      return null;
    });
    kept.delete(id);
    kept.set(id, { locale, until: clock.now() + KEPT_MS });
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return locale;
  }

  return {
    ofUser: (userId) => keep(userId, async () => (await api.getUser({ userId })).locale),
    ofServer: () =>
      keep("", async () => (await api.getConfig()).LocalizationSettings?.DefaultServerLocale),
    forgetServer: () => void kept.delete(""),
  };
}
