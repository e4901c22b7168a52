/**
 * A log that a test can read.
 *
 * @module
 */
import {
  type LogFields,
  type Logger,
  type LoggerLevel,
  loggerTo,
} from "../../src/plugin/logger.ts";

/** What was logged. */
export interface RecordedLine {
  readonly level: LoggerLevel;
  readonly message: string;
  readonly fields: LogFields;
}

/** Makes a logger with its lines. */
export function recordedLog(): Logger & { readonly lines: RecordedLine[] } {
  const lines: RecordedLine[] = [];
  return {
    ...loggerTo((level, message, fields) => void lines.push({ level, message, fields })),
    lines,
  };
}
