import { stripVTControlCharacters } from "node:util";

/** What the demo prints: who did what, what came of it, and how long the round trip took. */
export interface Transcript {
  /** Begins a new part. */
  chapter(title: string): void;
  /** A line of its own. */
  note(text: string): void;
  /** What somebody does, with their name in front. */
  input(who: string, what: string): void;
  /** What came of it, with the milliseconds that it took. */
  outcome(what: string, ms?: number): void;
}

/** The column in which the lines' second part begins, and the one in which the times end. */
const columns = { text: 14, end: 96 };

/**
 * Makes a transcript.
 *
 * @param write Takes each line, without its end.
 * @param colours Whether to use the terminal's colours.
 */
export function createTranscript(write: (line: string) => void, colours: boolean): Transcript {
  const paint = (code: number, text: string) => colours ? `\x1b[${code}m${text}\x1b[0m` : text;
  const bold = (text: string) => paint(1, text);
  const dim = (text: string) => paint(2, text);
  const row = (label: string, text: string, style: (label: string) => string, end = "") => {
    // What a plugin says may hold anything; the terminal shall show it as text.
    const lines = wrap(stripVTControlCharacters(text), columns.end - columns.text - (end ? 12 : 0));
    for (const [i, line] of lines.entries()) {
      const start = style((i === 0 ? label : "").padEnd(columns.text));
      const space = " ".repeat(Math.max(1, columns.end - columns.text - line.length - end.length));
      write((start + line + (i === 0 && end ? space + dim(end) : "")).trimEnd());
    }
  };
  return {
    chapter(title) {
      write("");
      write(bold(title));
    },
    note: (text) => row("", text, dim),
    input: (who, what) => row(`  ${who}`, what, bold),
    outcome: (what, ms) =>
      row("    →", what, dim, ms === undefined ? "" : `${ms.toFixed(ms < 100 ? 1 : 0)} ms`),
  };
}

/** Runs work and tells how many milliseconds it took. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ result: T; ms: number }> {
  const start = performance.now();
  const result = await work();
  return { result, ms: performance.now() - start };
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const word of paragraph.split(" ")) {
      if (line !== "" && line.length + 1 + word.length > width) {
        lines.push(line);
        line = word;
      } else line = line === "" ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  return lines;
}
