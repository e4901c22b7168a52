import type { JsonObject, JsonValue } from "@bufbuild/protobuf";
import { toJson } from "@bufbuild/protobuf";
import { ValueSchema } from "@bufbuild/protobuf/wkt";
import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import type { Manifest } from "../contract/mod.ts";
import { readConfig, saveConfig } from "./config.ts";
import type { Server } from "./server.ts";

/** The API methods about a plugin's own settings. */
export function pluginConfigMethods(
  server: Server,
  pluginId: string,
  manifest: Manifest | undefined,
): PluginAPIHandlers {
  return {
    loadPluginConfiguration: () => loadPluginConfig(server, pluginId, manifest),
    getPluginConfig: () => getPluginConfig(server, pluginId),
    savePluginConfig: ({ config }) => setPluginConfig(server, pluginId, config ?? {}),
  };
}

/**
 * A plugin's settings as it gets them: the names in lower case, with the manifest's defaults for
 * what nobody has set. Defaults are never written down.
 */
export function loadPluginConfig(
  server: Server,
  pluginId: string,
  manifest: Manifest | undefined,
): JsonObject {
  const config: Record<string, JsonValue> = {};
  const schema = manifest?.settingsSchema;
  const sections = schema?.sections.flatMap((section) => section.settings) ?? [];
  for (const { key, default: fallback } of [...schema?.settings ?? [], ...sections]) {
    config[key.toLowerCase()] = fallback ? toJson(ValueSchema, fallback) as JsonValue : null;
  }
  for (const [name, value] of Object.entries(getPluginConfig(server, pluginId))) {
    config[name.toLowerCase()] = value;
  }
  return config;
}

/** A plugin's settings as they were saved, without defaults. */
export function getPluginConfig(server: Server, pluginId: string): JsonObject {
  return readConfig(server).PluginSettings.Plugins?.[pluginId] ?? {};
}

/** Saves a plugin's settings, in the place of all that were there. */
export async function setPluginConfig(
  server: Server,
  pluginId: string,
  settings: JsonObject,
): Promise<void> {
  const config = readConfig(server);
  config.PluginSettings.Plugins = { ...config.PluginSettings.Plugins, [pluginId]: settings };
  await saveConfig(server, config);
}
