/** Lists of words, as administrators write them. */

/**
 * What finds the words of a list in a text, whole and whatever their case; undefined for an empty
 * list.
 *
 * @param list A word in each line; `*` stands for any letters.
 */
export function wordPattern(list: string): RegExp | undefined {
  const words = list.split("\n").map((line) => line.trim()).filter((line) => line !== "");
  if (words.length === 0) return undefined;
  const alternatives = words.map((word) =>
    word.split("*").map(RegExp.escape).join("[\\p{L}\\p{N}]*")
  );
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${alternatives.join("|")})(?![\\p{L}\\p{N}])`,
    "giu",
  );
}
