import { create } from "@bufbuild/protobuf";
import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import { type PluginStatus, PluginStatusSchema } from "../contract/mod.ts";
import { invalid, notFound } from "./app_error.ts";
import { readConfig, saveConfig } from "./config.ts";
import type { APIOwner } from "./api_handlers.ts";
import type { ActivePlugin } from "./plugin_registry.ts";
import type { Server } from "./server.ts";

/** What a plugin is doing, as Mattermost numbers it. */
const states = {
  NotRunning: 0,
  Starting: 1,
  Running: 2,
  FailedToStart: 3,
  FailedToStayRunning: 4,
  Stopping: 5,
} as const;

/** The API methods about the plugins of the server. */
export function pluginMethods(server: Server, owner: APIOwner): PluginAPIHandlers {
  return {
    getPlugins: () => server.plugins.active().map(({ manifest }) => manifest),
    getPluginStatus: ({ id }) => pluginStatus(requirePlugin(server, id, "GetPluginStatus")),
    getBundlePath: () => owner.bundlePath,
    removePlugin: ({ id }) => {
      requirePlugin(server, id, "removePlugin");
      // Not awaited: a plugin may remove itself, and its end waits for the calls under way.
      server.background.run(() => removePlugin(server, id));
    },
  };
}

/** Refuses an id that a plugin has already. */
export function requireNotInstalled(server: Server, pluginId: string): void {
  if (!server.plugins.get(pluginId)) return;
  throw invalid(
    "installExtractedPlugin",
    "app.plugin.install_id.app_error",
    `A plugin with the id "${pluginId}" is installed already. Remove it first, or install the new ` +
      `one with { replace: true }.`,
  );
}

/**
 * Adds a plugin that has been activated, and notes in the configuration that it is enabled; that is
 * a change, which every plugin is told of.
 */
export async function addPlugin(server: Server, plugin: ActivePlugin): Promise<void> {
  requireNotInstalled(server, plugin.id);
  server.plugins.add(plugin);
  server.events.emit({
    type: "plugin_status_changed",
    pluginId: plugin.id,
    state: "running",
  });
  await noteEnabled(server, plugin.id, true);
}

/**
 * Stops a plugin and takes it out. What it kept (keys and values, settings) stays.
 *
 * @throws {NotFoundError} When there is no such plugin.
 */
export async function removePlugin(server: Server, id: string): Promise<void> {
  const plugin = requirePlugin(server, id, "removePlugin");
  server.plugins.remove(id);
  server.commands.unregisterPlugin(id);
  await plugin.stop();
  server.events.emit({ type: "plugin_status_changed", pluginId: id, state: "not_running" });
  await noteEnabled(server, id, false);
}

async function noteEnabled(server: Server, id: string, enabled: boolean): Promise<void> {
  const config = readConfig(server);
  config.PluginSettings.PluginStates = {
    ...config.PluginSettings.PluginStates,
    [id]: { Enable: enabled },
  };
  await saveConfig(server, config);
}

function requirePlugin(server: Server, id: string, where: string): ActivePlugin {
  const plugin = server.plugins.get(id);
  if (plugin) return plugin;
  throw notFound(
    where,
    "app.plugin.not_installed.app_error",
    `There is no plugin with the id "${id}".`,
  );
}

function pluginStatus(plugin: ActivePlugin): PluginStatus {
  const { id, manifest, bundlePath } = plugin;
  return create(PluginStatusSchema, {
    pluginId: id,
    pluginPath: bundlePath,
    state: states[plugin.status()],
    name: manifest.name,
    description: manifest.description,
    version: manifest.version,
  });
}
