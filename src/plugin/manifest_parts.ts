/**
 * Parts of a plugin's manifest that its definition declares, as the manifest has them.
 *
 * @module
 */

/** What bundling writes into the manifest from a plugin's definition. */
export interface ManifestParts {
  /** What an administrator can set; absent where the definition declares no settings. */
  readonly settings_schema?: ManifestSettingsSchema | undefined;
}

/** The `settings_schema` part of a manifest. */
export interface ManifestSettingsSchema {
  /** Markdown above the settings. */
  readonly header?: string;
  /** Markdown below the settings. */
  readonly footer?: string;
  /** The settings that are in no section. */
  readonly settings?: readonly ManifestSetting[];
  /** Settings in groups. */
  readonly sections?: readonly ManifestSettingsSection[];
}

/** One group of settings in a {@linkcode ManifestSettingsSchema}. */
export interface ManifestSettingsSection {
  /** The section's name within the plugin. */
  readonly key: string;
  /** The title that administrators see. */
  readonly title?: string;
  /** A line below the title. */
  readonly subtitle?: string;
  /** The section's settings. */
  readonly settings?: readonly ManifestSetting[];
  /** Markdown above the section's settings. */
  readonly header?: string;
  /** Markdown below the section's settings. */
  readonly footer?: string;
  /** Whether a component of the plugin's web app draws the section. */
  readonly custom?: boolean;
  /** Whether the settings are shown where that component is missing. */
  readonly fallback?: boolean;
}

/** The kinds of settings that Mattermost knows. */
export type ManifestSettingType =
  | "bool"
  | "custom"
  | "dropdown"
  | "generated"
  | "longtext"
  | "number"
  | "radio"
  | "text"
  | "username";

/** One setting of a plugin. */
export interface ManifestSetting {
  /** The setting's name in the plugin's configuration. */
  readonly key: string;
  /** The name that administrators see. */
  readonly display_name?: string;
  /** What kind of value it holds. */
  readonly type: ManifestSettingType;
  /** Markdown below the setting. */
  readonly help_text?: string;
  /** For `generated`: what regenerating does. */
  readonly regenerate_help_text?: string;
  /** What an empty field shows. */
  readonly placeholder?: string;
  /** The value where an administrator has set none. */
  readonly default?: unknown;
  /** For `dropdown` and `radio`: what can be chosen. */
  readonly options?: readonly ManifestOption[];
  /** `cloud` or `on-prem`: where the setting is shown. Empty or absent: everywhere. */
  readonly hosting?: string;
  /** Whether the server hides the value from those who read the configuration. */
  readonly secret?: boolean;
}

/** One choice of a `dropdown` or `radio` setting. */
export interface ManifestOption {
  /** The text that administrators see. */
  readonly display_name: string;
  /** The value that is stored. */
  readonly value: string;
}
