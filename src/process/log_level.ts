/**
 * The levels of log lines: those of hclog, which plugin hosts read.
 *
 * @module
 */

/** The levels, from the chattiest to the gravest. */
export const logLevels = ["trace", "debug", "info", "warn", "error"] as const;

/** How grave a log line is. */
export type LogLevel = (typeof logLevels)[number];

/** Whether a text names a level. */
export function isLogLevel(text: string): text is LogLevel {
  return (logLevels as readonly string[]).includes(text);
}

/** Whether a line of level `level` is written when `least` is the least level wanted. */
export function isAtLeast(level: LogLevel, least: LogLevel): boolean {
  return logLevels.indexOf(level) >= logLevels.indexOf(least);
}
