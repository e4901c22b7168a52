import { fromJson, type JsonValue } from "@bufbuild/protobuf";
import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import { compareVersions } from "../bundle/compare_versions.ts";
import { readManifest, type UndoingPermission } from "../bundle/mod.ts";
import { type Manifest, ManifestSchema } from "../contract/mod.ts";
import {
  type HostOptions,
  type PluginLogEntry,
  type RunningPlugin,
  startPlugin,
} from "../host/mod.ts";
import { invalid } from "./app_error.ts";
import { createAPIHandlers } from "./api_handlers.ts";
import type { ActivePlugin } from "./plugin_registry.ts";
import { addPlugin, removePlugin, requireNotInstalled } from "./plugins.ts";
import type { Server } from "./server.ts";
import { serverVersion } from "./server_info.ts";

/** How a plugin is installed. */
export interface InstallPluginOptions {
  /** Whether a plugin with the same id is stopped and replaced. Default: that is an error. */
  readonly replace?: boolean;
  /** What answers its API calls. Default: this server's API. */
  readonly api?: PluginAPIHandlers;
  /**
   * The permissions that undo the sandbox and that the plugin gets all the same: each that its bundle
   * asks for, and no other. Default: none.
   */
  readonly undoSandbox?: readonly UndoingPermission[] | undefined;
  /** How its process is run: time limits, health checks, restarts. */
  readonly host?: Omit<HostOptions, "api" | "config" | "log" | "onStatus">;
  /** A file for Deno's audit log of permissions, as `startPlugin` takes it. */
  readonly auditFile?: string | undefined;
}

/**
 * Starts a plugin from its bundle, in its sandbox, and adds it after the others.
 *
 * @param bundleFolder A folder as `bundlePlugin` writes it.
 * @throws {ManifestError} When the bundle has no good manifest.
 * @throws {ValidationError} When the plugin is installed already, or needs a newer server.
 * @throws {HostError} When it does not start, or its activation fails.
 */
export async function installPlugin(
  server: Server,
  bundleFolder: string,
  { replace = false, host = {}, api, undoSandbox, auditFile }: InstallPluginOptions = {},
): Promise<RunningPlugin> {
  const folder = await Deno.realPath(bundleFolder);
  const manifest = toManifest(await readManifest(`${folder}/plugin.json`));
  const pluginId = manifest.id;
  const wanted = manifest.minServerVersion;
  if (wanted !== "" && compareVersions(serverVersion, wanted) < 0) {
    throw invalid(
      "installPlugin",
      "app.plugin.min_server_version.app_error",
      `The plugin ${pluginId} needs Mattermost ${wanted}; the embedded server is ${serverVersion}.`,
    );
  }
  if (replace && server.plugins.get(pluginId)) await removePlugin(server, pluginId);
  requireNotInstalled(server, pluginId);
  let running: RunningPlugin;
  try {
    running = await startPlugin({
      ...host,
      auditFile,
      bundle: folder,
      undoSandbox,
      api: api ?? createAPIHandlers(server, { pluginId, manifest, bundlePath: folder }),
      log: (entry) => writeLog(server, entry),
      onStatus: ({ status }) => {
        if (status === "FailedToStayRunning") server.commands.unregisterPlugin(pluginId);
      },
    });
  } catch (error) {
    server.commands.unregisterPlugin(pluginId);
    server.events.emit({ type: "plugin_status_changed", pluginId, state: "failed_to_start" });
    throw error;
  }
  await addPlugin(server, hostedPlugin(running, manifest, folder));
  return running;
}

function hostedPlugin(running: RunningPlugin, manifest: Manifest, folder: string): ActivePlugin {
  return {
    id: manifest.id,
    manifest,
    bundlePath: folder,
    hooks: running.hooks,
    implements: (hook) => running.implemented.has(hook),
    status: () => running.status,
    fetch: (request, options) => running.fetch(request, options),
    stop: () => running.stop(),
  };
}

/** The manifest as the API shows it; what the contract does not know stays in the bundle. */
function toManifest(manifest: unknown): Manifest {
  return fromJson(ManifestSchema, manifest as JsonValue, { ignoreUnknownFields: true });
}

function writeLog(
  server: Server,
  { pluginId, level, message, fields, time }: PluginLogEntry,
): void {
  server.events.emit({
    type: "log",
    at: time,
    level: level === "trace" ? "debug" : level,
    pluginId,
    message,
    fields,
  });
}
