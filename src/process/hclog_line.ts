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

/** How lines are written. */
export interface LineOptions {
  /** Takes secrets out of every text. */
  readonly mask?: ((text: string) => string) | undefined;
  /**
   * Whether the host writes all names and values of a line as one text, with nothing between them,
   * and who says it beside that. A Mattermost server does, for plugins over net/rpc.
   */
  readonly joinsFields?: boolean | undefined;
}

/**
 * The bytes of one line. Values of any kind are taken; a line that would be too long is cut, and
 * says so, rather than broken.
 */
export function hclogLine(given: LogEntry, options: LineOptions = {}): Uint8Array {
  const { mask, joinsFields = false } = options;
  const encode = joinsFields ? encodeJoined : encodeFields;
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

type Fields = readonly (readonly [string, LogValue])[];

function encodeFields(
  entry: LogEntry,
  messageLength: number,
  fields: Fields,
  fieldsBefore: number = fields.length,
): Uint8Array {
  const { "@timestamp": time, ...head } = headOf(entry, messageLength);
  const line: Record<string, LogValue> = { ...head, "@module": entry.module, "@timestamp": time };
  for (const [key, value] of fields) line[nameOf(key)] = value;
  if (fieldsBefore > fields.length) {
    line["fields_left_out"] = fieldsBefore - fields.length;
  }
  return encoder.encode(`${JSON.stringify(line)}\n`);
}

/** The same so that it can be read when names and values are joined: `hook=onActivate count=3 `. */
function encodeJoined(
  entry: LogEntry,
  messageLength: number,
  fields: Fields,
  fieldsBefore: number = fields.length,
): Uint8Array {
  // The server has the plugin's id in every line.
  const line: Record<string, string> = headOf(entry, messageLength);
  const all = fieldsBefore > fields.length
    ? [...fields, ["fields_left_out", fieldsBefore - fields.length] as const]
    : fields;
  for (const [key, value] of all) line[`${nameOf(key)}=`] = `${wordOf(value)} `;
  return encoder.encode(`${JSON.stringify(line)}\n`);
}

function headOf(entry: LogEntry, messageLength: number) {
  return {
    "@level": entry.level,
    "@message": truncate(entry.message, messageLength),
    "@timestamp": new Date(entry.time).toISOString().replace(/(\.\d{3})Z$/, "$1000Z"),
  };
}

/** A host takes names that begin with @ for its own; go-plugin panics if such a value is no string. */
function nameOf(key: string): string {
  return key.startsWith("@") ? `_${key}` : key;
}

/** A value as one word, in quotes where it would not be one. */
function wordOf(value: LogValue): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return /^[^\s"=]+$/.test(text) ? text : JSON.stringify(text);
}
