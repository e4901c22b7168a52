/**
 * The parity report as text.
 *
 * @module
 */

import type { Outcome } from "./outcome.ts";
import type { Report } from "./everything.ts";

/** Prints the report and says whether everything passed. */
export function printReport(report: Report, print: (line: string) => void): boolean {
  const all = [...report.go, ...report.wire];
  print(row("", "ours", "Go's"));
  for (const outcome of report.go) print(outcomeRow(outcome));
  print("");
  print(row("", "ours", "wire's"));
  for (const outcome of report.wire) print(outcomeRow(outcome));
  const differences = report.wire.filter(({ name }) => name.startsWith("wire "))
    .reduce((sum, { gaps }) => sum + gaps.length, 0);
  print(row("differences from the wire table", String(differences), "0"));
  for (const kind of ["form", "absent"] as const) {
    const listed = report.exceptions.filter(([, exception]) => exception.kind === kind);
    if (listed.length === 0) continue;
    print("");
    print(kind === "form" ? "In another form than Go's:" : "Not carried:");
    for (const [key, { reason }] of listed) print(`  ${key}: ${reason}`);
  }
  const gaps = all.flatMap((outcome) => outcome.gaps);
  if (gaps.length > 0) print("\nGaps:");
  for (const gap of gaps) print(`  ${gap}`);
  for (const skip of report.skipped) print(`\nskipped: ${skip}`);
  const failed = all.filter((outcome) => outcome.gaps.length > 0).length;
  print("");
  print(
    `result: ${all.length - failed} passed, ${failed} failed, ${report.skipped.length} skipped`,
  );
  return failed === 0;
}

function outcomeRow({ name, ours, theirs, gaps }: Outcome): string {
  return row(name, String(ours), String(theirs), gaps.length > 0 ? "  FAILED" : "");
}

function row(name: string, ours: string, theirs: string, note = ""): string {
  return `${name.padEnd(36)}${ours.padStart(8)}${theirs.padStart(8)}${note}`;
}
