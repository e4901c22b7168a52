import type { ManifestFinding } from "./manifest_check.ts";
import type { Finding } from "./manifest_findings.ts";
import type { Severity } from "./manifest_shape.ts";
import type { ManifestSource } from "./manifest_source.ts";
import type { CodePlace } from "./uses/places.ts";

/** Something that is wrong with a plugin's code, or may be, and where. */
export interface CodeFinding {
  /** How much it matters. */
  readonly severity: Severity;
  /** Where it is in the author's files. */
  readonly place: CodePlace;
  /** What is wrong, what was expected and what to do. */
  readonly reason: string;
}

/** What is found by comparing a manifest with code: it is wrong in the one or in the other. */
export type ComparedFinding = ManifestFinding | CodeFinding;

/** Whether it is in the code, and not in the manifest. */
export function isInCode(finding: ComparedFinding): finding is CodeFinding {
  return "place" in finding;
}

/**
 * The finding with file, line and column.
 *
 * @param shown writes the name of an author's file
 */
export function placeFinding(
  finding: ComparedFinding,
  source: ManifestSource,
  shown: (file: string) => string = (file) => file,
): Finding {
  const { severity, reason } = finding;
  if (!isInCode(finding)) return { severity, ...source.place(finding.path), reason };
  const { file, line, column } = finding.place;
  return { severity, file: shown(file), line, column, reason };
}
