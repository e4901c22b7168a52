import type { Config } from "../../gen/go_json.ts";
import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import { PluginAPIError } from "../api/errors.ts";
import { invalid } from "./app_error.ts";
import { defaultConfig } from "./default_config.ts";
import { askPlugins } from "./hooks.ts";
import { sameJson } from "./json_values.ts";
import type { Server } from "./server.ts";

/** The API methods about the server's own configuration. */
export function configMethods(server: Server): PluginAPIHandlers {
  return {
    getConfig: () => readConfig(server),
    getUnsanitizedConfig: () => readConfig(server),
    saveConfig: ({ config }) => saveConfig(server, config),
  };
}

/** Writes the configuration of a new server, where there is none yet. */
export function initConfig(server: Pick<Server, "database">, siteUrl: string): void {
  server.database.run(
    "INSERT INTO settings (name, value) VALUES ('config', ?) ON CONFLICT DO NOTHING",
    JSON.stringify(defaultConfig(siteUrl)),
  );
}

/** The server's configuration, as the caller's own copy. */
export function readConfig(server: Pick<Server, "database">): Config {
  const row = server.database.first("SELECT value FROM settings WHERE name = 'config'");
  return JSON.parse(String(row?.["value"]));
}

/** The server's address, without a slash at the end. */
export function siteUrl(server: Pick<Server, "database">): string {
  return readConfig(server).ServiceSettings.SiteURL ?? "";
}

/**
 * Saves the configuration: asks every plugin's `configurationWillBeSaved`, and after a change calls
 * every plugin's `onConfigurationChange`. Saving what is there already does nothing more.
 *
 * @throws {ValidationError} When a plugin refuses it.
 */
export async function saveConfig(server: Server, wanted: Config): Promise<void> {
  let config = wanted;
  let refused: unknown;
  await askPlugins(server, "configurationWillBeSaved", async (hooks) => {
    try {
      config = await hooks.configurationWillBeSaved({ newConfig: config }) ?? config;
      return true;
    } catch (error) {
      refused = error;
      return false;
    }
  });
  if (refused !== undefined) {
    // What a plugin has said itself goes on as it is.
    if (refused instanceof PluginAPIError && refused.id !== "") throw refused;
    throw invalid(
      "SaveConfig",
      "app.save_config.plugin_hook_error",
      `A plugin refused the configuration: ${
        refused instanceof Error ? refused.message : String(refused)
      }`,
      { cause: refused },
    );
  }
  if (sameJson(readConfig(server), config)) return;
  server.database.run(
    "UPDATE settings SET value = ? WHERE name = 'config'",
    JSON.stringify(config),
  );
  await askPlugins(server, "onConfigurationChange", (hooks) => hooks.onConfigurationChange({}));
}
