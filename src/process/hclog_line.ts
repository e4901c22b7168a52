/**
 * Log lines as hclog writes them in JSON, which every go-plugin host reads from a plugin's stderr.
 *
 * @see https://github.com/hashicorp/go-hclog
 * @module
 */
import type { LogLevel } from "./log_level.ts";
import { defaultLimits, type LogValue, toLogValue, truncate } from "./log_value.ts";

/**
 * The longest line, in bytes with its end. go-plugin reads stderr through a buffer of 64 KiB; a
 * longer line reaches the log in pieces, at debug, unread.
 */
export const maxLineBytes = 60_000;

/** What a line says. */
export interface LogEntry {
  readonly level: LogLevel;
  readonly message: string;
  /** Who says it: the plugin's id. */
  readonly module: string;
  /** Unix milliseconds. */
  readonly time: number;
  readonly fields?: Readonly<Record<string, unknown>> | undefined;
}

const encoder = new TextEncoder();

/**
 * The bytes of one line. Values of any kind are taken; a line that would be too long is cut, and
 * says so, rather than broken.
 *
 * @param mask takes secrets out of every text
 */
export function hclogLine(given: LogEntry, mask?: (text: string) => string): Uint8Array {
  const entry = mask === undefined ? given : { ...given, message: mask(given.message) };
  const fields = fieldsOf(entry.fields)
    .map(([key, value]): [string, unknown] => [mask?.(key) ?? key, value]);
  const all = { ...defaultLimits, mask };
  const whole = encode(entry, 16_384, fields.map(([key, value]) => [key, toLogValue(value, all)]));
  if (whole.byteLength <= maxLineBytes) return whole;

  // Non-ASCII text and escapes take up to six bytes a character: cut harder until it fits.
  for (const length of [2048, 512, 128]) {
    const limits = { ...all, stringLength: length, elements: 16, depth: 3 };
    const cut = encode(
      entry,
      length * 2,
      fields.slice(0, 32).map(([key, value]) => [truncate(key, 64), toLogValue(value, limits)]),
      fields.length,
    );
    if (cut.byteLength <= maxLineBytes) return cut;
  }
  return encode(entry, 4096, [], fields.length);
}

function fieldsOf(fields: LogEntry["fields"]): [string, unknown][] {
  try {
    return Object.entries(fields ?? {}).filter(([, value]) => value !== undefined);
  } catch (error) {
    return [["fields_unreadable", error]]; // A getter or a proxy threw.
  }
}

function encode(
  entry: LogEntry,
  messageLength: number,
  fields: readonly (readonly [string, LogValue])[],
  fieldsBefore: number = fields.length,
): Uint8Array {
  const line: Record<string, LogValue> = {
    "@level": entry.level,
    "@message": truncate(entry.message, messageLength),
    "@module": entry.module,
    "@timestamp": new Date(entry.time).toISOString().replace(/(\.\d{3})Z$/, "$1000Z"),
  };
  // A host takes names that begin with @ for its own; go-plugin panics if such a value is no string.
  for (const [key, value] of fields) line[key.startsWith("@") ? `_${key}` : key] = value;
  if (fieldsBefore > fields.length) {
    line["fields_left_out"] = fieldsBefore - fields.length;
  }
  return encoder.encode(`${JSON.stringify(line)}\n`);
}
