import type { Report } from "./manifest_shape.ts";
import { shown } from "./manifest_shape.ts";
import type { ManifestPath } from "./manifest_source.ts";

type Entry = Readonly<Record<string, unknown>>;

/**
 * Checks in `settings_schema` what concerns several values at once. A server starts a plugin whose
 * schema is wrong, and then its page in the System Console stays blank: so it is refused here.
 */
export function checkSettings(manifest: unknown, report: Report): void {
  const schema = entry(entry(manifest)["settings_schema"]);
  const root = ["settings_schema"];
  const keys = new Set<string>();
  checkList(schema["settings"], [...root, "settings"], keys, report);
  for (const [index, section] of list(schema["sections"]).entries()) {
    checkList(section["settings"], [...root, "sections", index, "settings"], keys, report);
  }
}

function checkList(
  settings: unknown,
  path: ManifestPath,
  keys: Set<string>,
  report: Report,
): void {
  for (const [index, setting] of list(settings).entries()) {
    const at = [...path, index];
    const key = setting["key"];
    if (typeof key === "string" && key !== "") {
      // The server lowers the case of keys when a plugin loads its configuration.
      if (keys.has(key.toLowerCase())) {
        report([...at, "key"], `the setting "${key}" stands twice; rename one of them`);
      }
      keys.add(key.toLowerCase());
    }
    checkOptions(setting, at, report);
    checkDefault(setting, at, report);
    checkTexts(setting, at, report);
  }
}

function checkOptions(setting: Entry, path: ManifestPath, report: Report): void {
  const options = list(setting["options"]);
  const type = setting["type"];
  const chooses = type === "dropdown" || type === "radio";
  if (options.length > 0 && !chooses) {
    report(
      [...path, "options"],
      `only dropdown and radio settings have options, this one is ${shown(type)}`,
    );
  }
  if (options.length === 0 && chooses) {
    report(
      [...path, "options"],
      `nothing can be chosen; give the ${type} at least one option`,
      "warning",
    );
  }
}

/** What the System Console would show as empty, or turn into something else. */
function checkDefault(setting: Entry, path: ManifestPath, report: Report): void {
  const value = setting["default"];
  if (value === undefined || value === null) return;
  const warn = (reason: string) => report([...path, "default"], reason, "warning");
  switch (setting["type"]) {
    case "bool":
      if (typeof value !== "boolean") warn(`expected true or false, found ${shown(value)}`);
      break;
    case "number":
      if (typeof value !== "number") warn(`expected a number, found ${shown(value)}`);
      break;
    case "dropdown":
    case "radio": {
      const values = list(setting["options"]).map((option) => option["value"]);
      if (value !== "" && values.length > 0 && !values.includes(value)) {
        warn(
          `expected one of the options (${values.map(shown).join(", ")}), found ${shown(value)}`,
        );
      }
      break;
    }
    case "text":
    case "longtext":
    case "username":
    case "generated":
      if (typeof value !== "string") warn(`expected a text, found ${shown(value)}`);
  }
}

const WITH_PLACEHOLDER = ["generated", "text", "longtext", "number", "username", "custom"];

/** Texts that are never shown; Mattermost's own tools refuse such a manifest. */
function checkTexts(setting: Entry, path: ManifestPath, report: Report): void {
  const type = setting["type"];
  if (typeof type !== "string") return;
  if (setting["placeholder"] && !WITH_PLACEHOLDER.includes(type)) {
    report(
      [...path, "placeholder"],
      `a setting of type "${type}" shows no placeholder; leave it out`,
      "warning",
    );
  }
  if (setting["regenerate_help_text"] && type !== "generated") {
    report(
      [...path, "regenerate_help_text"],
      `only settings of type "generated" can be regenerated, this one is "${type}"; leave it out`,
      "warning",
    );
  }
}

function list(value: unknown): readonly Entry[] {
  return Array.isArray(value) ? value.map(entry) : [];
}

function entry(value: unknown): Entry {
  return typeof value === "object" && value !== null ? value as Entry : {};
}
