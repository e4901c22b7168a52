/**
 * Settings under a title.
 *
 * @module
 */
import { checkOptions } from "./check_options.ts";
import type { SettingsByName, SettingsSection } from "./setting.ts";

/** What a section of settings consists of. */
export interface SectionOptions<Settings extends SettingsByName> {
  /** What stands above the section. */
  readonly title?: string | undefined;
  /** A line below the title. */
  readonly subtitle?: string | undefined;
  /** Above the section's settings, in Markdown. */
  readonly header?: string | undefined;
  /** Below the section's settings, in Markdown. */
  readonly footer?: string | undefined;
  /** Whether a component of the plugin's web app draws the section. Default: no. */
  readonly custom?: boolean | undefined;
  /** Whether the settings are shown where that component is missing. Default: no. */
  readonly fallback?: boolean | undefined;
  /** The settings, by the names under which `config` has them, in this order. */
  readonly settings: Settings;
}

const brand = "mattermost-deno.SettingsSection";

/** Whether it is a section. */
export function isSection(value: unknown): value is SettingsSection {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === brand;
}

const names = ["title", "subtitle", "header", "footer", "custom", "fallback", "settings"];

/**
 * Declares a section: the settings in it stand under a title in the System Console, in the order in
 * which they are written. `config` has them beside the others. Mattermost 9.9 knows no sections and
 * shows none of their settings.
 *
 * @throws {TypeError} for options that do not exist, or are of the wrong kind
 *
 * @example
 * ```ts
 * import { definePlugin, section, setting } from "@mattermost-deno/plugin";
 *
 * export default definePlugin({
 *   settings: {
 *     mail: section({
 *       title: "Mail",
 *       settings: {
 *         host: setting.text({ label: "Host" }),
 *         port: setting.number({ label: "Port", default: 25 }),
 *       },
 *     }),
 *   },
 *   onActivate: ({ config, log }) => log.info("mail goes to", { to: `${config.host}:${config.port}` }),
 * });
 * ```
 */
export function section<const Settings extends SettingsByName>(
  options: SectionOptions<Settings>,
): SettingsSection<Settings> {
  checkOptions("section()", options, names, ["settings"]);
  const { settings, ...entry } = options;
  return Object.freeze<SettingsSection<Settings>>({
    kind: brand,
    entry: Object.freeze(
      Object.fromEntries(
        Object.entries(entry).filter(([, it]) => it !== undefined && it !== "" && it !== false),
      ),
    ),
    settings,
  });
}
