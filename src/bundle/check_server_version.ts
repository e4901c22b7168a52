import type { ManifestFinding } from "./manifest_check.ts";
import { compareReleases, type ServerNeed } from "./server_needs.ts";

const PATH = ["min_server_version"];

/** Compares a manifest's `min_server_version` with what the plugin uses. */
export function checkServerVersion(
  minimum: string | undefined,
  needs: readonly ServerNeed[],
): readonly ManifestFinding[] {
  const [newest] = needs;
  if (newest === undefined) return [];
  if (minimum === undefined || minimum === "") {
    return [{
      severity: "hint",
      path: PATH,
      reason:
        `nothing is said of the oldest server; the plugin uses ${said(newest)}, so at least ` +
        `"${newest.since}.0" would be right`,
    }];
  }
  const found: ManifestFinding[] = [];
  const newer = needs.filter(({ since }) => compareReleases(since, minimum) > 0);
  const methods = newer.filter(({ kind }) => kind === "method");
  const hooks = newer.filter(({ kind }) => kind === "hook");
  if (methods[0] !== undefined) {
    found.push({
      severity: "warning",
      path: PATH,
      reason: `it is "${minimum}", but servers of that version lack what the plugin calls: ` +
        `${methods.map(said).join(", ")}; make it "${methods[0].since}.0", or catch the ` +
        "NotImplementedError of each call",
    });
  }
  if (hooks[0] !== undefined) {
    found.push({
      severity: "warning",
      path: PATH,
      reason: `it is "${minimum}", but servers of that version never call these hooks: ` +
        `${hooks.map(said).join(", ")}; make it "${hooks[0].since}.0" if the plugin is of no use ` +
        "without them",
    });
  }
  return found;
}

function said({ name, since, file }: ServerNeed): string {
  return `${name} (${since}${file === undefined ? "" : `, in ${file}`})`;
}
