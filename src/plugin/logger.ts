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
 *     userHasBeenCreated: (user, { log }) => log.info("a new colleague", { username: user.username }),
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
}

/** A logger that says these fields on every line. */
export function withFields(log: Logger, fields: LogFields): Logger {
  return {
    debug: (message, more) => log.debug(message, { ...fields, ...more }),
    info: (message, more) => log.info(message, { ...fields, ...more }),
    warn: (message, more) => log.warn(message, { ...fields, ...more }),
    error: (message, more) => log.error(message, { ...fields, ...more }),
  };
}
