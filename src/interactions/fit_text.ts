/**
 * Translations that are longer than Mattermost takes.
 *
 * @module
 */
import { isLocalized, type Say, type Text } from "../plugin/context/translate.ts";
import type { Logger } from "../plugin/logger.ts";

/** Gives a text in one language, with at most so many bytes of UTF-8; `what` names it in the log. */
export type SayWithin = (text: Text, bytes: number, what: string) => string;

/**
 * Cuts translations that are too long: a dialog that opens with a shortened word is better than none.
 * What an author has written as a plain text was measured when it was declared.
 *
 * @param dialog the dialog, for the log
 * @param said what has been said in the log; each thing is said once
 */
export function sayWithin(
  say: Say,
  dialog: string,
  log: Logger,
  said: Set<string>,
): SayWithin {
  return (text, bytes, what) => {
    const whole = say(text);
    const shown = isLocalized(text) ? cut(whole, bytes) : whole;
    const id = `${dialog} ${what} ${whole}`;
    if (shown !== whole && !said.has(id)) {
      said.add(id);
      log.warn(
        `dialog "${dialog}": ${what}: a translation is cut, since Mattermost takes ${bytes} bytes at ` +
          "most (This is said once.)",
        { text: whole, bytes: lengthOf(whole) },
      );
    }
    return shown;
  };
}

/** The text, or as much of its beginning as leaves room for an ellipsis. */
export function cut(text: string, bytes: number): string {
  if (lengthOf(text) <= bytes) return text;
  let left = bytes - lengthOf("…");
  let end = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    left -= lengthOf(segment);
    if (left < 0) break;
    end += segment.length;
  }
  return `${text.slice(0, end).trimEnd()}…`;
}

function lengthOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
