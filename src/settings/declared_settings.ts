/**
 * A plugin's settings, checked as a whole, and what the manifest says of them.
 *
 * @module
 */
import { shown } from "../api/mismatch.ts";
import type { ManifestSetting, ManifestSettingsSchema } from "../plugin/manifest_parts.ts";
import { checkOptions, keyPattern } from "./check_options.ts";
import { isSetting } from "./create_setting.ts";
import { isSection } from "./section.ts";
import type { Setting, SettingDeclarations, SettingsPage } from "./setting.ts";

/** One setting with its names. */
export interface DeclaredSetting {
  /** What authors call it. */
  readonly name: string;
  /** What the server's configuration calls it. */
  readonly key: string;
  /** What it is. */
  readonly setting: Setting<unknown>;
}

/** Settings as a plugin's definition has them. */
export interface DeclaredSettings {
  /** All of them, in the order of their declaration. */
  readonly all: readonly DeclaredSetting[];
  /** What the manifest says; undefined where the definition says nothing about settings. */
  readonly schema: ManifestSettingsSchema | undefined;
}

/**
 * Checks the settings of a plugin.
 *
 * @throws {TypeError} for what is no setting, and for names that the server would take for one
 */
export function declareSettings(
  declared: SettingDeclarations = {},
  page: SettingsPage = {},
): DeclaredSettings {
  checkOptions("definePlugin(): settingsPage", page, ["header", "footer"], []);
  checkObject(declared, "definePlugin(): settings");
  const loose: DeclaredSetting[] = [];
  const sections = [];
  const all: DeclaredSetting[] = [];
  for (const [name, value] of Object.entries(declared)) {
    const where = `definePlugin(): settings.${name}`;
    if (!isSection(value)) {
      const one = declareSetting(where, name, value);
      loose.push(one);
      all.push(one);
      continue;
    }
    checkKey(where, name);
    checkObject(value.settings, `${where}.settings`);
    const inside = Object.entries(value.settings)
      .map(([inner, it]) => declareSetting(`${where}.settings.${inner}`, inner, it));
    all.push(...inside);
    sections.push({ key: name, ...value.entry, settings: inside.map(entryOf) });
  }
  refuseSameNames(all);
  const { header, footer } = page;
  const schema: ManifestSettingsSchema = {
    ...header === undefined || header === "" ? {} : { header },
    ...footer === undefined || footer === "" ? {} : { footer },
    settings: loose.map(entryOf),
    ...sections.length > 0 ? { sections } : {},
  };
  const isEmpty = all.length === 0 && schema.header === undefined && schema.footer === undefined;
  return { all, schema: isEmpty ? undefined : schema };
}

function declareSetting(where: string, name: string, setting: unknown): DeclaredSetting {
  if (isSection(setting)) {
    throw new TypeError(`${where}: a section cannot stand in a section; write it beside the other`);
  }
  if (!isSetting(setting)) {
    throw new TypeError(
      `${where}: expected what setting.text(), one of its siblings or section() returns, ` +
        `got ${shown(setting)}`,
    );
  }
  checkKey(where, name);
  return { name, key: setting.key ?? name, setting };
}

function entryOf({ key, setting }: DeclaredSetting): ManifestSetting {
  return { key, ...setting.entry };
}

function checkKey(where: string, name: string): void {
  if (keyPattern.test(name)) return;
  throw new TypeError(
    `${where}: expected a name that begins with a letter and has letters, digits, "_" and "-" ` +
      `only, got ${shown(name)}`,
  );
}

/** The server lower-cases the names that it gives to plugins. */
function refuseSameNames(all: readonly DeclaredSetting[]): void {
  const names = new Set<string>();
  const keys = new Map<string, DeclaredSetting>();
  for (const one of all) {
    if (names.has(one.name)) {
      throw new TypeError(
        `definePlugin(): settings: "${one.name}" stands twice, since config has the settings of ` +
          "sections beside the others; rename one of them",
      );
    }
    names.add(one.name);
    const other = keys.get(one.key.toLowerCase());
    if (other !== undefined) {
      throw new TypeError(
        `definePlugin(): settings: "${other.name}" and "${one.name}" are both stored as ` +
          `"${one.key.toLowerCase()}", since the server lower-cases names; rename one of them`,
      );
    }
    keys.set(one.key.toLowerCase(), one);
  }
}

function checkObject(value: unknown, where: string): void {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return;
  throw new TypeError(`${where}: expected an object, got ${shown(value)}`);
}
