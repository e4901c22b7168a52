import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import type { Server } from "./server.ts";

/**
 * The version that the embedded server says it is: the one whose plugin API it follows, so that
 * plugins that ask for a newer server are refused.
 */
export const serverVersion = "11.8.0";

/** The API methods about the server itself. It is a team edition without a license. */
export function serverInfoMethods(server: Server, pluginId: string): PluginAPIHandlers {
  return {
    getServerVersion: () => serverVersion,
    getPluginID: () => pluginId,
    getLicense: () => null,
    isEnterpriseReady: () => false,
    getSystemInstallDate: () => BigInt(setting(server, "installed_at")),
    getDiagnosticId: () => setting(server, "telemetry_id"),
    getTelemetryId: () => setting(server, "telemetry_id"),
  };
}

/** Writes down when a new server came into being, and its id, where there is none yet. */
export function initServerInfo(server: Pick<Server, "database" | "now" | "newId">): void {
  const insert = "INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING";
  server.database.run(insert, "installed_at", String(server.now()));
  server.database.run(insert, "telemetry_id", server.newId());
}

function setting(server: Server, name: string): string {
  return String(
    server.database.first("SELECT value FROM settings WHERE name = ?", name)?.["value"],
  );
}
