/**
 * Where a part of a bundle stands in its author's files.
 *
 * @module
 */
import { originalPositionFor, type SourceMapInput, TraceMap } from "@jridgewell/trace-mapping";

/** A place in a file. */
export interface CodePlace {
  /** The file, as the bundle names it: relative to the project, or `npm:name@version/path`. */
  readonly file: string;
  /** The line, counted from 1. */
  readonly line: number;
  /** The column, counted from 1. */
  readonly column: number;
}

/**
 * Makes what finds the places of a bundle's offsets: in the files that it was made from, as far as
 * its source map knows them, or else in the bundle itself.
 *
 * @param sourceMap its text; one that cannot be read is as good as none
 * @param file the bundle's own name
 */
export function placesIn(
  code: string,
  sourceMap: string | undefined,
  file: string,
): (offset: number) => CodePlace {
  const starts = [0];
  for (let at = code.indexOf("\n"); at >= 0; at = code.indexOf("\n", at + 1)) starts.push(at + 1);
  const map = readMap(sourceMap);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    const [line, column] = [low + 1, offset - (starts[low] ?? 0)];
    const found = map && originalPositionFor(map, { line, column });
    return found && found.source !== null
      ? { file: found.source, line: found.line, column: found.column + 1 }
      : { file, line, column: column + 1 };
  };
}

function readMap(text: string | undefined): TraceMap | undefined {
  if (text === undefined) return undefined;
  try {
    return new TraceMap(JSON.parse(text) as SourceMapInput);
  } catch {
    return undefined;
  }
}
