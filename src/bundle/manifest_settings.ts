import type { ManifestCheck } from "./manifest_check.ts";
import type { ManifestPath } from "./manifest_source.ts";
import type { ManifestSettingType } from "./manifest_types.ts";
import { nearestName } from "../api/nearest_name.ts";

const TYPES: readonly ManifestSettingType[] = [
  "bool",
  "custom",
  "dropdown",
  "generated",
  "longtext",
  "number",
  "radio",
  "text",
  "username",
];

/**
 * Checks `settings_schema`. A server starts a plugin whose schema is wrong, and then its page in the
 * System Console stays blank: so it is refused here.
 */
export function checkSettingsSchema(check: ManifestCheck): void {
  const root = ["settings_schema"];
  check.type(root, "object");
  if (check.get(root) === undefined) return;
  check.type([...root, "header"], "string");
  check.type([...root, "footer"], "string");
  const keys = new Map<string, ManifestPath>();
  checkSettings(check, [...root, "settings"], keys);
  check.type([...root, "sections"], "array");
  const sections = (check.get([...root, "sections"]) ?? []) as unknown[];
  for (const index of sections.keys()) {
    const path = [...root, "sections", index];
    requireObject(check, path);
    requireText(check, [...path, "key"]);
    for (const name of ["title", "subtitle", "header", "footer"]) {
      check.type([...path, name], "string");
    }
    for (const name of ["custom", "fallback"]) check.type([...path, name], "boolean");
    checkSettings(check, [...path, "settings"], keys);
  }
}

function checkSettings(
  check: ManifestCheck,
  list: ManifestPath,
  keys: Map<string, ManifestPath>,
): void {
  check.type(list, "array");
  const settings = (check.get(list) ?? []) as unknown[];
  for (const index of settings.keys()) {
    const path = [...list, index];
    requireObject(check, path);
    const key = requireText(check, [...path, "key"]);
    // The server lowers the case of keys when a plugin loads its configuration.
    if (keys.has(key.toLowerCase())) {
      check.refuse([...path, "key"], `the setting "${key}" stands twice; rename one of them`);
    }
    keys.set(key.toLowerCase(), path);
    checkType(check, path);
    for (
      const name of ["display_name", "help_text", "regenerate_help_text", "placeholder", "hosting"]
    ) check.type([...path, name], "string");
    check.type([...path, "secret"], "boolean");
    checkOptions(check, path);
  }
}

function checkType(check: ManifestCheck, path: ManifestPath): void {
  const type = requireText(check, [...path, "type"]);
  if ((TYPES as readonly string[]).includes(type)) return;
  const near = nearestName(type, TYPES);
  const hint = near === undefined ? "" : `; did you mean "${near}"?`;
  check.refuse([...path, "type"], `expected one of ${TYPES.join(", ")}, found "${type}"${hint}`);
}

function checkOptions(check: ManifestCheck, path: ManifestPath): void {
  const list = [...path, "options"];
  check.type(list, "array");
  const options = (check.get(list) ?? []) as unknown[];
  const type = check.get([...path, "type"]);
  if (options.length > 0 && type !== "dropdown" && type !== "radio") {
    check.refuse(list, `only dropdown and radio settings have options, this one is "${type}"`);
  }
  for (const index of options.keys()) {
    requireObject(check, [...list, index]);
    for (const name of ["display_name", "value"]) {
      const text = check.get([...list, index, name]);
      if (typeof text !== "string") {
        const found = text === undefined ? "nothing" : JSON.stringify(text);
        check.refuse([...list, index, name], `expected a string, found ${found}`);
      }
    }
  }
}

function requireObject(check: ManifestCheck, path: ManifestPath): void {
  if (check.get(path) === undefined) check.refuse(path, "expected an object, found nothing");
  check.type(path, "object");
}

function requireText(check: ManifestCheck, path: ManifestPath): string {
  const value = check.get(path);
  if (typeof value === "string" && value !== "") return value;
  const found = value === undefined ? "nothing" : JSON.stringify(value);
  return check.refuse(path, `expected a text that is not empty, found ${found}`);
}
