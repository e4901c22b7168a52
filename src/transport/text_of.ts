/**
 * @module
 */

/** The message of an error, or the value itself as text. */
export function textOf(error: unknown): string {
  if (error instanceof Error) return error.message || error.name;
  try {
    return String(error);
  } catch {
    return "a value that has no text form was thrown";
  }
}
