/**
 * A plugin's settings at work.
 *
 * @module
 */
import type { JsonValue } from "@bufbuild/protobuf";
import { shown } from "../api/mismatch.ts";
import type { Feature, FeatureHost } from "../plugin/feature.ts";
import type { PluginConfig } from "../plugin/hook_context.ts";
import type { DeclaredSetting, DeclaredSettings } from "./declared_settings.ts";

/**
 * Gives contexts the settings as they were declared: under their names, of their types, with their
 * defaults. A stored value that does not fit is logged once, and the default is used in its place.
 */
export function settingsFeature({ all }: DeclaredSettings): Feature {
  return {
    name: "settings",
    start(host) {
      const read = settingReader(host);
      return {
        config(stored) {
          const values = lowerCased(stored);
          const given = all.map((one) => ({
            one,
            value: values.get(one.key.toLowerCase()) ?? null,
          }));
          // All secrets before the first line that might show one of them.
          host.maskSecrets(
            given.flatMap(({ one, value }) => one.setting.secret ? texts(value) : []),
          );
          return Object.fromEntries(given.map(({ one, value }) => [one.name, read(one, value)]));
        },
      };
    },
  };
}

/** The server gives names in lower case, but tests and other hosts need not. */
function lowerCased(stored: PluginConfig): Map<string, JsonValue> {
  return new Map(Object.entries(stored).map(([name, value]) => [name.toLowerCase(), value]));
}

function settingReader(
  { log, pluginId, maskSecrets }: FeatureHost,
): (declared: DeclaredSetting, stored: JsonValue) => unknown {
  const logged = new Map<string, string>();
  return ({ name, key, setting }, stored) => {
    if (stored === null) {
      logged.delete(name);
      return setting.default;
    }
    const reading = setting.read(stored);
    if (reading.problem === undefined) {
      logged.delete(name);
      if (setting.secret) maskSecrets(texts(reading.value));
      return reading.value;
    }
    const { default: fallback, secret } = setting;
    const used = fallback === null || fallback === ""
      ? "it counts as not set"
      : secret
      ? "its default is used"
      : `its default, ${inWords(fallback)}, is used`;
    const found = secret ? secretly(stored) : shown(stored);
    const place = `PluginSettings.Plugins["${pluginId}"].${key.toLowerCase()}`;
    const line =
      `the setting "${name}" does not fit: ${reading.problem}, found ${found}; ${used} ` +
      `until an administrator changes ${place}`;
    // Any change of the server's configuration leads here, and mostly this setting is the same.
    if (logged.get(name) !== line) {
      logged.set(name, line);
      log.warn(line);
    }
    return fallback;
  };
}

function secretly(value: JsonValue): string {
  return typeof value === "string" ? `a text of ${value.length} characters` : `a ${typeof value}`;
}

function inWords(value: unknown): string {
  return typeof value === "number" || typeof value === "boolean" ? String(value) : shown(value);
}

/** All texts in a value. */
function texts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(texts);
}
