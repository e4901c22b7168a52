/**
 * @module
 */
import type { JsonValue } from "@bufbuild/protobuf";
import type { PluginLogEntry } from "../host/plugin_log.ts";

/**
 * The fields of a line that was written for a stock server, which joins names and values: `hook=` and
 * `onActivate ` are the field `hook` again. What reads as a number or as another value of JSON is
 * one, since nothing says any more whether it was a text.
 */
export function separateFields(entry: PluginLogEntry): PluginLogEntry {
  const fields = Object.entries(entry.fields).map(([name, value]): [string, JsonValue] =>
    name.endsWith("=") && typeof value === "string" && value.endsWith(" ")
      ? [name.slice(0, -1), valueOf(value.slice(0, -1))]
      : [name, value]
  );
  return { ...entry, fields: Object.fromEntries(fields) };
}

function valueOf(word: string): JsonValue {
  const value = parsed(word);
  if (typeof value !== "string" || !word.startsWith('"')) return value;
  return /^[[{]/.test(value) ? parsed(value) : value;
}

function parsed(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return text;
  }
}
