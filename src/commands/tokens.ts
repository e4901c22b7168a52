/**
 * From a line to words.
 *
 * - Words are separated by white space of any kind.
 * - A word that begins with a quotation mark goes on to the next one of its kind that has white space
 *   or the end behind it: `'it's here'`. Typographic marks, which phones insert, count as well, in any
 *   combination of one kind: `“two words”`, `„zwei Wörter“`, `«deux mots»`.
 * - A backslash takes the meaning from the quotation mark, white space or backslash behind it, and
 *   from a dash with which a word begins. Before anything else it is a backslash.
 *
 * @module
 */

/** A word of a line. */
export interface Token {
  /** Where it begins in the line. */
  readonly start: number;
  /** Where it ends: the index of what follows. */
  readonly end: number;
  /** What it means, without quotation marks and backslashes. */
  readonly text: string;
  /** Whether it stands between quotation marks. */
  readonly quoted: boolean;
  /** Whether it begins with a quotation mark that nothing closes; the mark is part of its text. */
  readonly unclosed: boolean;
  /** What it is as the name of an argument; undefined if it does not look like one. */
  readonly option?: OptionToken | undefined;
}

/** A word that looks like `--name` or `--name=value`. */
export interface OptionToken {
  /** The name, without dashes. */
  readonly name: string;
  /** Whether it was written with the dash that phones make of two. */
  readonly typographic: boolean;
  /** What stands behind `=`; undefined without one. */
  readonly value: Token | undefined;
}

const doubleMarks = '"“”„‟«»';
const singleMarks = "'‘’‚‛‹›";
const white = /\s/;

/** The words of a line, from a place in it on. */
export function tokens(line: string, from = 0): Token[] {
  const found: Token[] = [];
  const unclosed = new Set<string>();
  let at = from;
  while (true) {
    while (at < line.length && isWhite(line, at)) at++;
    if (at >= line.length) return found;
    const token = readToken(line, at, unclosed);
    found.push(token);
    at = token.end;
  }
}

/** A text as one word, so that {@link tokens} gives the text. */
export function quoted(text: string): string {
  const plain = text !== "" && !/[\s\\]/.test(text) && !marksAt(text, 0) && !/^[-–—]/.test(text);
  return plain ? text : `"${text.replace(/[\\"“”„‟«»]/g, "\\$&")}"`;
}

const optionStart = /(--|—|–)(\p{L}[\p{L}\p{N}_-]*)(?:=|(?=\s|$))/uy;

/**
 * @param unclosed the kinds of marks that nothing closes from here on: looking for their end again at
 * every word would take as long as the line is long, every time
 */
function readToken(line: string, start: number, unclosed: Set<string>): Token {
  optionStart.lastIndex = start;
  const match = optionStart.exec(line);
  if (match === null) return readWord(line, start, unclosed);
  const [whole, dash, name = ""] = match;
  const after = start + whole.length;
  const value = whole.endsWith("=") ? readWord(line, after, unclosed) : undefined;
  const end = value?.end ?? after;
  return {
    start,
    end,
    text: line.slice(start, end),
    quoted: false,
    unclosed: false,
    option: { name, typographic: dash !== "--", value },
  };
}

function readWord(line: string, start: number, unclosed: Set<string>): Token {
  const marks = marksAt(line, start);
  if (marks === undefined) return readPlain(line, start, false);
  const closed = unclosed.has(marks) ? undefined : readQuoted(line, start, marks);
  if (closed !== undefined) return closed;
  unclosed.add(marks);
  return readPlain(line, start, true);
}

/** Up to the closing mark; undefined if there is none. */
function readQuoted(line: string, start: number, marks: string): Token | undefined {
  let text = "";
  for (let at = start + 1; at < line.length; at++) {
    const next = line.charAt(at + 1);
    if (line[at] === "\\" && (next === "\\" || marksAt(line, at + 1) !== undefined)) {
      text += next;
      at++;
    } else if (marks.includes(line.charAt(at)) && (next === "" || isWhite(line, at + 1))) {
      return { start, end: at + 1, text, quoted: true, unclosed: false };
    } else {
      text += line.charAt(at);
    }
  }
  return undefined;
}

function readPlain(line: string, start: number, unclosed: boolean): Token {
  let text = "";
  let at = start;
  for (; at < line.length && !isWhite(line, at); at++) {
    if (line[at] === "\\" && isEscapable(line, at + 1, at === start)) at++;
    text += line.charAt(at);
  }
  return { start, end: at, text, quoted: false, unclosed };
}

function isEscapable(line: string, at: number, first: boolean): boolean {
  const char = line.charAt(at);
  if (char === "") return false;
  return char === "\\" || isWhite(line, at) || marksAt(line, at) !== undefined ||
    (first && /[-–—]/.test(char));
}

/** The marks that close what this one opens; undefined if it is no quotation mark. */
function marksAt(line: string, at: number): string | undefined {
  const char = line.charAt(at);
  if (char === "") return undefined;
  return [doubleMarks, singleMarks].find((marks) => marks.includes(char));
}

function isWhite(line: string, at: number): boolean {
  return white.test(line.charAt(at));
}
