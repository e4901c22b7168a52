/** How many characters (Unicode code points, Go's runes) a text has. */
export function runeCount(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** The words of a list that is kept as a text with spaces, such as roles. */
export function words(text: string): string[] {
  return text.split(" ").filter((word) => word !== "");
}
