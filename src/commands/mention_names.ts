/**
 * @module
 */

/** Longer than any name; longer texts are not looked at, whatever they are. */
const maxLength = 200;

/**
 * The names that a text may mean: in lower case, without the sigil, and then without what ends a
 * sentence, unless that is all there is.
 *
 * @param sigil what a mention begins with
 * @param allowed the characters of a name
 */
export function mentionNames(text: string, sigil: "@" | "~", allowed: RegExp): readonly string[] {
  if (text.length > maxLength) return [];
  const name = (text.startsWith(sigil) ? text.slice(1) : text).toLowerCase();
  let end = name.length;
  while (end > 0 && ".,;:!?)]_-".includes(name.charAt(end - 1))) end--;
  return [...new Set([name, name.slice(0, end)])].filter((each) => allowed.test(each));
}
