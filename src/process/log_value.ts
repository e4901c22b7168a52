/**
 * Any JavaScript value as a JSON value for a log line: never throws, never endless.
 *
 * @module
 */

/** A value that `JSON.stringify` takes as it is. */
export type LogValue =
  | string
  | number
  | boolean
  | null
  | readonly LogValue[]
  | { readonly [key: string]: LogValue };

/** How much of a value is kept. */
export interface LogValueLimits {
  /** Characters of one string. */
  readonly stringLength: number;
  /** Elements of one array or object. */
  readonly elements: number;
  /** Objects inside objects. */
  readonly depth: number;
  /** Takes secrets out of a text. Default: there are none. */
  readonly mask?: ((text: string) => string) | undefined;
}

/** What is kept of the fields of an ordinary line. */
export const defaultLimits: LogValueLimits = { stringLength: 8192, elements: 100, depth: 6 };

const largestBytes = 256;

/**
 * Turns a value into JSON: `bigint` into a number where it is exact, else into digits; errors into
 * their stack with their causes; bytes into base64; dates into ISO 8601; maps and sets into objects
 * and arrays. What is cut is marked as cut.
 */
export function toLogValue(value: unknown, limits: LogValueLimits = defaultLimits): LogValue {
  return convert(value, limits, 0, new Set());
}

/** A text as the limits have it. Masked before it is cut, so that no part of a secret is left. */
function limited(text: string, { mask, stringLength }: LogValueLimits): string {
  return truncate(mask === undefined ? text : mask(text), stringLength);
}

/** A string of at most `length` characters, with a note of how much is missing. */
export function truncate(text: string, length: number): string {
  if (text.length <= length) return text;
  // Half of a surrogate pair is no character.
  const end = /[\uD800-\uDBFF]/.test(text.charAt(length - 1)) ? length - 1 : length;
  return `${text.slice(0, end)}… (${text.length - end} more characters)`;
}

/** An error's stack, message and causes as one text. */
export function errorText(error: Error, seen: Set<unknown> = new Set()): string {
  if (seen.has(error)) return "[circular]";
  seen.add(error);
  const head = `${error.name}: ${error.message}`;
  const stack = typeof error.stack === "string" && error.stack !== "" ? error.stack : head;
  const parts = [stack.includes(error.message) ? stack : `${head}\n${stack}`];
  if (error instanceof AggregateError) {
    for (const inner of error.errors) parts.push(`- ${thrownText(inner, seen)}`);
  }
  if (error.cause !== undefined) parts.push(`Caused by: ${thrownText(error.cause, seen)}`);
  return parts.join("\n");
}

/** Whatever was thrown as one text. */
export function thrownText(value: unknown, seen: Set<unknown> = new Set()): string {
  try {
    if (value instanceof Error) return errorText(value, seen);
    return typeof value === "string" ? value : JSON.stringify(toLogValue(value));
  } catch {
    return "a value that cannot be shown was thrown";
  }
}

function convert(
  value: unknown,
  limits: LogValueLimits,
  depth: number,
  parents: Set<unknown>,
): LogValue {
  switch (typeof value) {
    case "string":
      return limited(value, limits);
    case "boolean":
      return value;
    case "number":
      return Number.isFinite(value) ? value : String(value);
    case "bigint": {
      const number = Number(value);
      return Number.isSafeInteger(number) ? number : String(value);
    }
    case "undefined":
      return null;
    case "symbol":
      return limited(String(value), limits);
    case "function":
      return limited(`[function ${value.name || "without a name"}]`, limits);
  }
  if (value === null) return null;
  try {
    return convertObject(value as object, limits, depth, parents);
  } catch (error) {
    const reason = error instanceof Error ? error.message : "it throws";
    return limited(`[unreadable: ${reason}]`, limits);
  }
}

function convertObject(
  value: object,
  limits: LogValueLimits,
  depth: number,
  parents: Set<unknown>,
): LogValue {
  if (value instanceof Error) return limited(errorText(value), limits);
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString();
  }
  if (value instanceof URL || value instanceof RegExp) return limited(String(value), limits);
  if (ArrayBuffer.isView(value)) {
    return bytesText(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  }
  if (value instanceof ArrayBuffer) return bytesText(new Uint8Array(value));
  if (parents.has(value)) return "[circular]";
  if (depth >= limits.depth) return Array.isArray(value) ? "[array]" : "[object]";
  parents.add(value);
  try {
    if (Array.isArray(value) || value instanceof Set) {
      return convertList([...value], limits, depth, parents);
    }
    const entries: [string, unknown][] = value instanceof Map
      ? [...value].map(([key, entry]) => [String(key), entry])
      : Object.entries(value);
    const kept = entries.slice(0, limits.elements);
    const result: Record<string, LogValue> = {};
    for (const [key, entry] of kept) {
      if (entry === undefined) continue;
      result[limits.mask?.(key) ?? key] = convert(entry, limits, depth + 1, parents);
    }
    if (entries.length > kept.length) result["…"] = `${entries.length - kept.length} more fields`;
    return result;
  } finally {
    parents.delete(value);
  }
}

function convertList(
  list: readonly unknown[],
  limits: LogValueLimits,
  depth: number,
  parents: Set<unknown>,
): LogValue {
  const kept = list.slice(0, limits.elements).map((v) => convert(v, limits, depth + 1, parents));
  const missing = list.length - kept.length;
  return missing > 0 ? [...kept, `… ${missing} more elements`] : kept;
}

function bytesText(bytes: Uint8Array): string {
  const shown = bytes.subarray(0, largestBytes).toBase64();
  const missing = bytes.byteLength - largestBytes;
  return missing > 0 ? `base64:${shown}… (${missing} more bytes)` : `base64:${shown}`;
}
