/**
 * @module
 */

/** What a log line says beside its message; values that JSON does not have are shown as text. */
export type LogFields = Readonly<Record<string, unknown>>;

/**
 * Writes lines into the server's log, under the plugin's name. `console.log` and its siblings end up
 * there too; this one has fields, by which a log can be searched.
 *
 * @example
 * ```ts
 * import { definePlugin } from "@mattermost-deno/plugin";
 *
 * export default definePlugin({
 *   hooks: {
 *     userHasBeenCreated: async (user, { api, log }) => {
 *       const about = log.with({ username: user.username });
 *       about.info("a new colleague");
 *       const teams = await api.getTeamsForUser({ userId: user.id });
 *       about.debug("looked up", { teams: teams.length }); // has the username, too
 *     },
 *   },
 * });
 * ```
 */
export interface Logger {
  /** For whoever works on the plugin; servers often leave these out. */
  debug(message: string, fields?: LogFields): void;
  /** What a reader of the log may want to know. */
  info(message: string, fields?: LogFields): void;
  /** Something is not as it should be, but goes on. */
  warn(message: string, fields?: LogFields): void;
  /** Something failed. Pass the error itself as a field: its stack is kept. */
  error(message: string, fields?: LogFields): void;
  /**
   * A logger that has these fields on every line, beside those that it has already. What a line says
   * itself wins over a field of the same name, and a newer field over an older one.
   */
  with(fields: LogFields): Logger;
}

/** How important a line is. */
export type LoggerLevel = "debug" | "info" | "warn" | "error";

/**
 * A logger whose lines this function takes.
 *
 * @param write takes a line; its fields include those of `with`
 */
export function loggerTo(
  write: (level: LoggerLevel, message: string, fields: LogFields) => void,
): Logger {
  const having = (always: LogFields): Logger => {
    const at = (level: LoggerLevel) => (message: string, fields?: LogFields) =>
      write(level, message, { ...always, ...fields });
    return {
      debug: at("debug"),
      info: at("info"),
      warn: at("warn"),
      error: at("error"),
      with: (fields) => having({ ...always, ...fields }),
    };
  };
  return having({});
}
