/**
 * What was logged in a test.
 *
 * @module
 */
import type { LogLevel } from "../host/plugin_log.ts";
import { type LogFields, type Logger, loggerTo } from "../plugin/logger.ts";

/** A line that the plugin, or the host about it, logged. */
export interface TestLogLine {
  /** How important it is. */
  readonly level: LogLevel;
  /** The text. */
  readonly message: string;
  /** The values beside it. */
  readonly fields: LogFields;
}

/** A plugin's logger that keeps the lines. */
export function testLogger(keep: (line: TestLogLine) => void): Logger {
  return loggerTo((level, message, fields) => keep({ level, message, fields }));
}
