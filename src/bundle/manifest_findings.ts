import { checkManifest } from "./manifest_check.ts";
import { ManifestError, type ManifestPlace } from "./manifest_error.ts";
import type { Severity } from "./manifest_shape.ts";
import { type ManifestSource, parseManifestSource } from "./manifest_source.ts";

/** Something that is wrong, or may be, and where. */
export interface Finding extends Omit<ManifestPlace, "path"> {
  /** How much it matters. */
  readonly severity: Severity;
  /** The value's path inside the file, such as `server.permissions.net[1]`; empty for the whole. */
  readonly path?: string;
  /** What is wrong, what was expected and what to do. */
  readonly reason: string;
}

/** A manifest's text, and all that was found in it. */
export interface CheckedManifest {
  /** What was found, by line. */
  readonly findings: readonly Finding[];
  /** The manifest; undefined for a text that cannot be parsed. */
  readonly source: ManifestSource | undefined;
}

/**
 * Finds everything that is wrong with the text of a manifest. `file` decides by its ending between
 * JSON and YAML and stands in the findings.
 */
export function findManifestFaults(file: string, text: string): CheckedManifest {
  let source: ManifestSource;
  try {
    source = parseManifestSource(file, text);
  } catch (error) {
    if (!(error instanceof ManifestError)) throw error;
    const { line, column, reason } = error;
    return { source: undefined, findings: [{ severity: "error", file, line, column, reason }] };
  }
  const findings = checkManifest(source.value).map(({ severity, path, reason }) => ({
    severity,
    ...source.place(path),
    reason,
  }));
  return { source, findings: sortFindings(findings) };
}

/** By line and column; what has no place comes last. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  const rank = ({ line = Infinity, column = 0 }: Finding) => [line, column] as const;
  return findings.toSorted((a, b) => {
    const [lineA, columnA] = rank(a);
    const [lineB, columnB] = rank(b);
    return lineA === lineB ? columnA - columnB : lineA < lineB ? -1 : 1;
  });
}
