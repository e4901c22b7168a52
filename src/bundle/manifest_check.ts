import { checkSettings } from "./manifest_settings.ts";
import { compareShape, type Severity } from "./manifest_shape.ts";
import type { ManifestPath } from "./manifest_source.ts";
import { manifestShape } from "./manifest_table.ts";

/** One thing that is wrong with a manifest, or may be. */
export interface ManifestFinding {
  /** How much it matters. */
  readonly severity: Severity;
  /** Where it is. */
  readonly path: ManifestPath;
  /** What is wrong, what was expected and what to do. */
  readonly reason: string;
}

/**
 * Checks a manifest's value by the table that the JSON Schema is written from, and by rules that
 * concern several values at once.
 *
 * @returns everything that was found, in the order of the table
 */
export function checkManifest(value: unknown): readonly ManifestFinding[] {
  const found: ManifestFinding[] = [];
  const report = (path: ManifestPath, reason: string, severity: Severity = "error") =>
    void found.push({ severity, path, reason });
  compareShape(manifestShape, value ?? undefined, report);
  checkSettings(value, report);
  return found;
}
