/**
 * @module
 */

/**
 * A payload that travels as JSON in bytes.
 *
 * @param bytes the bytes; none stand for an empty object, as Go's `nil` does
 * @param what how error texts call it
 * @throws {TypeError} for bytes that are not a JSON object
 */
export function jsonPayload<Payload extends object>(
  bytes: Uint8Array | undefined,
  what: string,
): Payload {
  if (bytes === undefined || bytes.length === 0) return {} as Payload;
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new TypeError(`the server sent ${what} that is not JSON`, { cause });
  }
  if (value === null) return {} as Payload;
  if (typeof value === "object" && !Array.isArray(value)) return value as Payload;
  throw new TypeError(`the server sent ${what} that is not a JSON object`);
}
