import type { ManifestSettingsSchema } from "../plugin/manifest_parts.ts";
import type { PermissionRequest } from "./permissions.ts";

export type {
  ManifestOption,
  ManifestSetting,
  ManifestSettingsSchema,
  ManifestSettingsSection,
  ManifestSettingType,
} from "../plugin/manifest_parts.ts";

/**
 * A plugin's manifest as `plugin.json` or `plugin.yaml` has it: the fields of Mattermost's
 * `model.Manifest`, under the names that they have in the file, and two of ours in `server`.
 *
 * Fields that Mattermost knows and this type does not (of a newer server, say) are kept as they are.
 */
export interface Manifest {
  /** The plugin's id, 3–190 characters of `a-z A-Z 0-9 - _ .`, such as `com.example.hello`. */
  readonly id: string;
  /** The name that people see. */
  readonly name?: string;
  /** What the plugin does, for the list of plugins. */
  readonly description?: string;
  /** Where to read more, an `http` or `https` URL. */
  readonly homepage_url?: string;
  /** Where to get help, an `http` or `https` URL. */
  readonly support_url?: string;
  /** What is new in this version, an `http` or `https` URL. */
  readonly release_notes_url?: string;
  /** The plugin's icon, an SVG file, relative to the bundle. */
  readonly icon_path?: string;
  /** The plugin's version as semver without a leading `v`, such as `1.4.0`. */
  readonly version: string;
  /** The oldest server that can run the plugin, as semver. Empty or absent: any. */
  readonly min_server_version?: string;
  /** The part that runs on the server. */
  readonly server?: ManifestServer;
  /** The part that runs in the web app. */
  readonly webapp?: ManifestWebapp;
  /** What an administrator can set in the System Console. */
  readonly settings_schema?: ManifestSettingsSchema;
  /** Whatever the plugin wants to keep in its manifest. */
  readonly props?: Readonly<Record<string, unknown>>;
}

/** The `server` part of a {@linkcode Manifest}. */
export interface ManifestServer {
  /** The file to execute, relative to the bundle. Bundling writes `server/launch`. */
  readonly executable?: string;
  /** Executables by `os-arch`, which win over `executable`. Bundling drops them. */
  readonly executables?: Readonly<Record<string, string>>;
  /** Ours: what runs the plugin. */
  readonly runtime?: "deno";
  /** Ours: what the plugin's sandbox lets through. Absent: nothing but the plugin API. */
  readonly permissions?: PermissionRequest;
}

/** The `webapp` part of a {@linkcode Manifest}. */
export interface ManifestWebapp {
  /** The web app's script, relative to the bundle. The server publishes its whole folder. */
  readonly bundle_path?: string;
}
