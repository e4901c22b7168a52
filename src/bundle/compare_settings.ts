import { nearestName } from "../api/nearest_name.ts";
import type { ManifestSettingsSchema } from "../plugin/manifest_parts.ts";
import type { ManifestPath } from "./manifest_source.ts";

/** One point in which a manifest says something else than the plugin. */
export interface ManifestDifference {
  /** Where in the manifest, such as `["settings_schema", "settings", 0, "default"]`. */
  readonly path: ManifestPath;
  /** What it says, and what the plugin declares. */
  readonly text: string;
}

type Entry = Readonly<Record<string, unknown>>;

/**
 * Compares the `settings_schema` of a manifest with what the plugin declares. Fields that say
 * nothing (`""`, `null`, `false`, an empty list) are the same as fields that are not there.
 *
 * @param written what the manifest has
 * @param declared what the plugin declares
 * @returns where they differ; empty where they say the same
 *
 * @example
 * ```ts ignore
 * for (const { path, text } of compareManifestSettings(manifest.settings_schema, declared)) {
 *   console.error(path.join("."), text);
 * }
 * ```
 */
export function compareManifestSettings(
  written: ManifestSettingsSchema,
  declared: ManifestSettingsSchema,
): readonly ManifestDifference[] {
  const root = ["settings_schema"];
  return [
    ...compareFields(root, { ...written }, { ...declared }, ["settings", "sections"]),
    ...compareSettings([...root, "settings"], written.settings, declared.settings),
    ...compareLists(
      "section",
      [...root, "sections"],
      entries(written.sections),
      entries(declared.sections),
      (path, from, to) => [
        ...compareFields(path, from, to, ["key", "settings"]),
        ...compareSettings([...path, "settings"], from["settings"], to["settings"]),
      ],
    ),
  ];
}

function compareSettings(
  path: ManifestPath,
  written: unknown,
  declared: unknown,
): ManifestDifference[] {
  return compareLists(
    "setting",
    path,
    entries(written),
    entries(declared),
    (at, from, to) => compareFields(at, from, to, ["key"]),
  );
}

function compareLists(
  what: string,
  path: ManifestPath,
  written: readonly Entry[],
  declared: readonly Entry[],
  compare: (path: ManifestPath, written: Entry, declared: Entry) => ManifestDifference[],
): ManifestDifference[] {
  const names = declared.map(keyOf);
  const found: ManifestDifference[] = [];
  for (const [index, entry] of written.entries()) {
    const same = declared[names.indexOf(keyOf(entry))];
    if (same !== undefined) {
      found.push(...compare([...path, index], entry, same));
      continue;
    }
    const near = nearestName(keyOf(entry), names);
    const hint = near === undefined ? "" : `, but one "${near}"`;
    found.push({
      path: [...path, index],
      text: `the plugin declares no ${what} "${keyOf(entry)}" here${hint}`,
    });
  }
  const present = written.map(keyOf);
  for (const name of names.filter((name) => !present.includes(name))) {
    found.push({ path, text: `the ${what} "${name}", which the plugin declares, is missing` });
  }
  if (found.length === 0 && present.join("\n") !== names.join("\n")) {
    const order = (keys: readonly string[]) => keys.map((key) => `"${key}"`).join(", ");
    found.push({
      path,
      text: `the order is ${order(present)}, but the plugin declares ${order(names)}`,
    });
  }
  return found;
}

function compareFields(
  path: ManifestPath,
  written: Entry,
  declared: Entry,
  except: readonly string[],
): ManifestDifference[] {
  const names = new Set([...Object.keys(written), ...Object.keys(declared)]);
  return [...names].filter((name) => !except.includes(name)).flatMap((name) => {
    const from = canonical(written[name]);
    const to = canonical(declared[name]);
    if (from === to) return [];
    const has = from === undefined ? "nothing is here" : `it is ${from}`;
    const wants = to === undefined ? "nothing" : to;
    return [{ path: [...path, name], text: `${has}, but the plugin declares ${wants}` }];
  });
}

function entries(list: unknown): readonly Entry[] {
  return Array.isArray(list) ? list : [];
}

function keyOf(entry: Entry): string {
  return String(entry["key"]);
}

/** JSON with sorted names; undefined for what says nothing. */
function canonical(value: unknown): string | undefined {
  if (value === undefined || value === null || value === "" || value === false) return undefined;
  if (Array.isArray(value) && value.length === 0) return undefined;
  return JSON.stringify(
    value,
    (_name, inner) =>
      typeof inner === "object" && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => a < b ? -1 : 1))
        : inner,
  );
}
