/**
 * A text of somebody else without what would move the cursor, colour the terminal of its reader, or
 * turn the order of its letters round.
 */
export function printable(text: string): string {
  // deno-lint-ignore no-control-regex -- control characters are what is looked for
  return text.replaceAll(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, "?");
}

/** The same in one line: another one could look like a line of ours. */
export function printableLine(text: string): string {
  return printable(text).replaceAll(/[\n\t]/g, "?");
}
