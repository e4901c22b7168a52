/** How long the steps took, as a table. @module */
import { median } from "../../../bench/table.ts";

/** The times of each step in milliseconds, one for every run, in the steps' order. */
export type Times = ReadonlyMap<string, readonly number[]>;

/** Adds up what each run took for some of the steps. */
function sumOf(times: Times, steps: readonly string[]): readonly number[] {
  const runs = times.values().next().value?.length ?? 0;
  return Array.from(
    { length: runs },
    (_, run) => steps.reduce((sum, step) => sum + (times.get(step)?.[run] ?? 0), 0),
  );
}

/** The rows: the steps, and all together. */
function rowsOf(times: Times): readonly (readonly string[])[] {
  return [...times, ["all together", sumOf(times, [...times.keys()])] as const].map((
    [step, ms],
  ) => [
    step,
    seconds(median(ms)),
    ms.length < 2 ? "" : `${seconds(Math.min(...ms))} to ${seconds(Math.max(...ms))}`,
  ]);
}

function seconds(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** A table in Markdown, which people read in a terminal as well. */
export function timesTable(times: Times): string {
  const all = [["step", "median", "range"], ...rowsOf(times)];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[], fill = " ") =>
    `| ${widths.map((width, column) => (row[column] ?? "").padEnd(width, fill)).join(" | ")} |`;
  const [head = [], ...rows] = all;
  return [line(head), line(["", "", ""], "-"), ...rows.map((row) => line(row))].join("\n");
}
