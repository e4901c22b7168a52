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

/**
 * Sorts by file, the manifest first, and then by line and column; what has no place in its file comes
 * last there.
 */
export function sortFindings(
  findings: readonly Finding[],
  manifestFile?: string,
): readonly Finding[] {
  const first = manifestFile === undefined ? [] : [manifestFile];
  const files = [...new Set([...first, ...findings.map(({ file }) => file)])];
  const rank = ({ file, line = Infinity, column = 0 }: Finding) => [
    files.indexOf(file),
    // Infinity less itself is no number.
    Math.min(line, Number.MAX_SAFE_INTEGER),
    column,
  ];
  return findings.toSorted((a, b) => {
    const [first, second] = [rank(a), rank(b)];
    const differs = first.findIndex((part, index) => part !== second[index]);
    return differs < 0 ? 0 : (first[differs] ?? 0) - (second[differs] ?? 0);
  });
}

/** Without what is only a hint about a value that is wrong anyway. */
export function worthSaying(findings: readonly Finding[]): readonly Finding[] {
  const wrong = new Set(
    findings.filter(({ severity }) => severity === "error").map(({ path }) => path || undefined),
  );
  return findings.filter(({ severity, path }) => severity !== "hint" || !wrong.has(path));
}
