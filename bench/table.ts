/**
 * The table of a benchmark: medians over the rounds, their range, and ratios.
 *
 * @module
 */

/** What was measured: by contestant, by line, a value for every round. */
export type Samples = Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;

/** The value in the middle; between the two in the middle where there are two. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2;
}

function figure(value: number): string {
  return value >= 1000 ? Math.round(value).toString() : value.toPrecision(3);
}

/** One cell: the median, its range, and the ratio to the reference's median. */
function cell(values: readonly number[] | undefined, reference: readonly number[]): string {
  if (values === undefined || values.length === 0) return "-";
  const [low, middle, high] = [Math.min(...values), median(values), Math.max(...values)];
  const ratio = values === reference ? "" : ` ×${(middle / median(reference)).toFixed(2)}`;
  return `${figure(middle)} [${figure(low)}–${figure(high)}]${ratio}`;
}

/** A row for every line: a cell for each contestant; ratios are to the first of them. */
export function table(samples: Samples, names: readonly string[]): string {
  const reference = samples[names[0] ?? ""] ?? {};
  const rows = Object.keys(reference).map((line) => [
    line,
    ...names.map((name) => cell(samples[name]?.[line], reference[line] ?? [])),
  ]);
  const header = ["", ...names];
  const widths = header.map((_, i) =>
    Math.max(...[header, ...rows].map((row) => (row[i] ?? "").length))
  );
  return [header, ...rows]
    .map((row) => row.map((text, i) => text.padEnd(widths[i] ?? 0)).join("  ").trimEnd())
    .join("\n");
}
