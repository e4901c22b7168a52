/** What a plugin writes to stderr, as log entries. @module */

import type { JsonValue } from "@bufbuild/protobuf";

/** How important a log entry is, from least to most. */
export type LogLevel = "trace" | "debug" | "info" | "warn" | "error";

/**
 * One line of a plugin's log, or of the host's about the plugin.
 *
 * @example
 * ```ts
 * import type { PluginLogEntry } from "@mattermost-deno/plugin/host";
 *
 * export function print({ pluginId, level, message, fields }: PluginLogEntry): void {
 *   console.log(`${level.padEnd(5)} [${pluginId}] ${message}`, fields);
 * }
 * ```
 */
export interface PluginLogEntry {
  /** The plugin's id, or the name that the caller gave to the process. */
  readonly pluginId: string;
  /** Who says it: the plugin's process or the host. */
  readonly source: "plugin" | "host";
  /** How important it is. */
  readonly level: LogLevel;
  /** The text. */
  readonly message: string;
  /** Structured values beside the text. */
  readonly fields: Readonly<Record<string, JsonValue>>;
  /** When, in Unix milliseconds: as the plugin says it, else when the host read it. */
  readonly time: number;
}

const LEVELS: ReadonlySet<string> = new Set(["trace", "debug", "info", "warn", "error"]);

/**
 * Reads one stderr line as go-plugin does: a JSON object of hclog (`@level`, `@message`,
 * `@timestamp`, other keys are fields) keeps its level; `[INFO] text` and the like are read by
 * their prefix; anything else is `debug`.
 *
 * @param pluginId whose line it is
 * @param line the line without its end
 * @param now the time to use where the line says none, in Unix milliseconds
 */
export function parseLogLine(pluginId: string, line: string, now: number): PluginLogEntry {
  const base = { pluginId, source: "plugin", time: now } as const;
  const entry = parseObject(line);
  if (entry && typeof entry["@message"] === "string") {
    const { "@level": level, "@message": message, "@timestamp": timestamp, ...fields } = entry;
    // The logger's name says something only where it is not the plugin's id.
    if (fields["@module"] === pluginId) delete fields["@module"];
    const time = typeof timestamp === "string" ? Date.parse(timestamp) : NaN;
    return {
      ...base,
      level: readLevel(level) ?? "debug",
      message,
      fields,
      ...(Number.isNaN(time) ? {} : { time }),
    };
  }
  const [, prefix, rest] = line.match(/^\[(TRACE|DEBUG|INFO|WARN|ERROR)\]\s*(.*)$/s) ?? [];
  const level = readLevel(prefix);
  if (level) return { ...base, level, message: rest ?? "", fields: {} };
  return { ...base, level: "debug", message: line, fields: {} };
}

function readLevel(value: unknown): LogLevel | undefined {
  const name = typeof value === "string" ? value.toLowerCase() : "";
  return LEVELS.has(name) ? name as LogLevel : undefined;
}

function parseObject(line: string): Record<string, JsonValue> | undefined {
  if (!line.startsWith("{")) return undefined;
  try {
    return JSON.parse(line) as Record<string, JsonValue>;
  } catch {
    return undefined;
  }
}

/** Where log entries go. Without one they are dropped. */
export type LogSink = (entry: PluginLogEntry) => void;

/** Writes the host's own entries about one plugin. */
export type HostLog = (
  level: LogLevel,
  message: string,
  fields?: Readonly<Record<string, JsonValue>>,
) => void;

/** A {@link HostLog} over the sink; a sink that throws does not stop the host. */
export function hostLog(sink: LogSink, pluginId: string, now: () => number): HostLog {
  return (level, message, fields = {}) =>
    sink({ pluginId, source: "host", level, message, fields, time: now() });
}

/** The sink with its failures caught: a log callback that throws must not end a plugin. */
export function guarded(sink: LogSink | undefined): LogSink {
  return (entry) => {
    try {
      sink?.(entry);
    } catch (error) {
      console.error(`The log callback failed for plugin "${entry.pluginId}":`, error);
    }
  };
}
