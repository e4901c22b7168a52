/**
 * What a plugin's settings are declared as, and the types that follow from it.
 *
 * @module
 */
import type { JsonValue } from "@bufbuild/protobuf";
import type { PluginConfig } from "../plugin/hook_context.ts";
import type { ManifestSetting, ManifestSettingsSection } from "../plugin/manifest_parts.ts";

/** What became of a stored value: what authors see, or what was expected instead. */
export type SettingReading<Value> =
  | { readonly value: Value; readonly problem?: undefined }
  | { readonly problem: string };

/**
 * A declared setting: what an administrator can set, and what authors see of it. Made by the
 * functions of `setting`.
 */
export interface Setting<Value> {
  /** Says what this object is. */
  readonly kind: "mattermost-deno.Setting";
  /** What authors see until an administrator sets it. */
  readonly default: Value;
  /** Its name in the configuration; undefined where that is its name in the declaration. */
  readonly key: string | undefined;
  /** Whether its values are masked in logs. */
  readonly secret: boolean;
  /** The manifest's entry for it. */
  readonly entry: Omit<ManifestSetting, "key">;
  /** Makes of a stored value what authors see; null never reaches it. */
  readonly read: (stored: Exclude<JsonValue, null>) => SettingReading<Value>;
}

/** Settings by the names under which authors see them in `config`. */
export type SettingsByName = Readonly<Record<string, Setting<unknown>>>;

/** Settings that the System Console shows under a title. Made by `section`. */
export interface SettingsSection<Settings extends SettingsByName = SettingsByName> {
  /** Says what this object is. */
  readonly kind: "mattermost-deno.SettingsSection";
  /** The manifest's entry for it. */
  readonly entry: Omit<ManifestSettingsSection, "key" | "settings">;
  /** What is in it. */
  readonly settings: Settings;
}

/**
 * Settings by the names under which authors see them in `config`, and sections of settings by names
 * of their own.
 */
export type SettingDeclarations = Readonly<Record<string, Setting<unknown> | SettingsSection>>;

/** What is said around all settings of a plugin. */
export interface SettingsPage {
  /** Above the settings, in Markdown. */
  readonly header?: string | undefined;
  /** Below the settings, in Markdown. */
  readonly footer?: string | undefined;
}

/**
 * The type of `config` that follows from a declaration; JSON by name where there is none. Settings
 * in sections stand beside the others: a section is a matter of the page, not of the values.
 */
export type ConfigOf<Settings extends SettingDeclarations> = [keyof Settings] extends [never]
  ? PluginConfig
  : Flat<ValuesOf<Settings> & Intersection<SectionValues<Settings[keyof Settings]>>>;

/** @internal */
type ValuesOf<Settings> = {
  readonly [Name in keyof Settings as Settings[Name] extends Setting<unknown> ? Name : never]:
    Settings[Name] extends Setting<infer Value> ? Value : never;
};

/** @internal */
type SectionValues<Declared> = Declared extends SettingsSection<infer Settings> ? ValuesOf<Settings>
  : never;

/** @internal */
type Intersection<Union> = (Union extends unknown ? (value: Union) => void : never) extends
  (value: infer All) => void ? All : never;

/** @internal */
type Flat<Values> = { readonly [Name in keyof Values]: Values[Name] };
