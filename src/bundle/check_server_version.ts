import type { ComparedFinding } from "./check_findings.ts";
import { compareReleases, type ServerNeed } from "./server_needs.ts";
import type { CodePlace } from "./uses/places.ts";

const PATH = ["min_server_version"];

/**
 * Compares a manifest's `min_server_version` with what the plugin uses.
 *
 * @param needs what it uses, the newest first
 * @param computed where methods are used whose names are not known
 */
export function checkServerVersion(
  minimum: string | undefined,
  needs: readonly ServerNeed[],
  computed: readonly CodePlace[] = [],
): readonly ComparedFinding[] {
  const unknown = computed.map((place): ComparedFinding => ({
    severity: "hint",
    place,
    reason:
      "methods of the API are used by computed name here: which servers have them cannot be " +
      "known; write their names, or see to it that min_server_version fits all of them",
  }));
  const [newest] = needs;
  if (newest === undefined) return unknown;
  if (minimum === undefined || minimum === "") {
    const { name, since, place } = newest;
    const where = place === undefined ? "" : `, ${place.file}:${place.line}:${place.column}`;
    return [{
      severity: "hint",
      path: PATH,
      reason: `nothing is said of the oldest server; the plugin uses ${name} (${since}${where}), ` +
        `so at least "${since}.0" would be right`,
    }, ...unknown];
  }
  const newer = needs.filter(({ since }) => compareReleases(since, minimum) > 0);
  return [...newer.map((need) => tooNew(need, minimum)), ...unknown];
}

function tooNew(
  { kind, name, since, place, caller }: ServerNeed,
  minimum: string,
): ComparedFinding {
  const what = kind === "hook"
    ? `the hook ${name}`
    : caller === undefined
    ? name
    : `${caller} calls ${name} and so`;
  const remedy = kind === "hook"
    ? `older servers never call it. Make min_server_version "${since}.0" if the plugin is of no ` +
      "use without it"
    : caller === undefined
    ? `make that "${since}.0", or catch the NotImplementedError that older servers lead to`
    : `make that "${since}.0"`;
  return {
    severity: "warning",
    ...place === undefined ? { path: PATH } : { place },
    reason: `${what} needs Mattermost ${since}, min_server_version says ${minimum}: ${remedy}`,
  };
}
