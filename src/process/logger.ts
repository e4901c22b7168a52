/**
 * The log of a plugin process: structured lines on stderr.
 *
 * @module
 */
import { type Clock, systemClock } from "./clock.ts";
import { hclogLine } from "./hclog_line.ts";
import { isAtLeast, type LogLevel } from "./log_level.ts";

/** Named values beside a log message; any kind of value is taken. */
export type LogFields = Readonly<Record<string, unknown>>;

/** Writes log lines. */
export interface Logger {
  /** Writes a line for following a program step by step. */
  trace(message: string, fields?: LogFields): void;
  /** Writes a line for looking into a problem. */
  debug(message: string, fields?: LogFields): void;
  /** Writes a line that tells what happens in normal operation. */
  info(message: string, fields?: LogFields): void;
  /** Writes a line about something that should be looked at. */
  warn(message: string, fields?: LogFields): void;
  /** Writes a line about something that failed. */
  error(message: string, fields?: LogFields): void;
  /** Writes a line of the given level. */
  log(level: LogLevel, message: string, fields?: LogFields): void;
  /** A logger that adds these fields to every line. */
  with(fields: LogFields): Logger;
}

/** How to write. */
export interface LoggerOptions {
  /** Who speaks: the plugin's id. */
  readonly module: string;
  /** The least level that is written. Default: `debug`. */
  readonly level?: LogLevel | undefined;
  /** Takes the lines. Default: stderr. */
  readonly write?: ((line: Uint8Array) => void) | undefined;
  /** Default: the computer's time. */
  readonly clock?: Clock | undefined;
  /** Takes secrets out of every text that is written. Default: there are none. */
  readonly mask?: ((text: string) => string) | undefined;
  /** Whether the host joins names and values, as Mattermost's does. Default: no. */
  readonly joinsFields?: boolean | undefined;
}

/**
 * Makes a logger. Logging never throws, whatever the fields hold.
 *
 * @example
 * ```ts
 * const log = createLogger({ module: "com.example.hello", level: "info" });
 * log.info("ready", { users: 3, since: new Date() });
 * ```
 */
export function createLogger(options: LoggerOptions): Logger {
  const { module, level: least = "debug", write = writeToStderr, clock = systemClock } = options;
  const { mask, joinsFields = false } = options;
  return build(undefined);

  function build(always: LogFields | undefined): Logger {
    const log = (level: LogLevel, message: string, fields?: LogFields): void => {
      if (!isAtLeast(level, least)) return;
      const all = always === undefined ? fields : { ...always, ...fields };
      const entry = { level, message: String(message), module, time: clock.now(), fields: all };
      write(hclogLine(entry, { mask, joinsFields }));
    };
    return {
      trace: (message, fields) => log("trace", message, fields),
      debug: (message, fields) => log("debug", message, fields),
      info: (message, fields) => log("info", message, fields),
      warn: (message, fields) => log("warn", message, fields),
      error: (message, fields) => log("error", message, fields),
      log,
      with: (fields) => build({ ...always, ...fields }),
    };
  }
}

/** Writes all of the bytes to stderr; where nobody reads any more they are lost. */
export function writeToStderr(line: Uint8Array): void {
  try {
    for (let at = 0; at < line.byteLength;) at += Deno.stderr.writeSync(line.subarray(at));
  } catch {
    // The host is gone, and with it whoever could read about it.
  }
}
