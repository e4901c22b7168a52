/**
 * A plugin in the test's own process, over memory.
 *
 * @module
 */
import type { Manifest } from "../contract/mod.ts";
import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import { createPluginAPI } from "../api/create_plugin_api.ts";
import { featuresOf } from "../define/features_of.ts";
import { createPluginAPIHandler } from "../host/api_handler.ts";
import type { HostLog, LogSink } from "../host/plugin_log.ts";
import { createPluginHandler } from "../plugin/create_plugin_handler.ts";
import type { Logger } from "../plugin/logger.ts";
import type { ServedDefinition } from "../plugin/plugin_definition.ts";
import type { Clock } from "../process/clock.ts";
import { connectMemory } from "../transport/memory.ts";
import { activatePlugin, type StartedPlugin } from "./started_plugin.ts";

/** What a plugin in the test's process is made of. */
export interface InProcessOptions {
  readonly definition: ServedDefinition;
  readonly manifest: Manifest;
  /** What answers its calls of the API. */
  readonly api: PluginAPIHandlers;
  readonly clock: Clock;
  /** Takes what the plugin logs. */
  readonly logger: Logger;
  /** Takes what the host logs about it. */
  readonly hostLog: HostLog;
  readonly sink: LogSink;
  /** The folder of its bundle, if it has one. */
  readonly bundleFolder: string | undefined;
}

/**
 * Starts a plugin in this process. Every message is encoded and decoded on its way.
 *
 * @throws {PluginAPIError} with what `onActivate` threw
 */
export async function startInMemory(options: InProcessOptions): Promise<StartedPlugin> {
  const { manifest, sink } = options;
  const pluginId = manifest.id;
  const server = connectMemory([createPluginAPIHandler(options.api, { pluginId, log: sink })]);
  const transport = connectMemory([
    createPluginHandler({
      definition: options.definition,
      features: featuresOf(options.definition),
      pluginId,
      api: createPluginAPI(server),
      log: options.logger,
      protocol: "memory",
      clock: options.clock,
      bundleFolder: options.bundleFolder,
    }),
  ]);
  const close = async () => {
    await Promise.all([transport.close(), server.close()]);
  };
  try {
    return await activatePlugin({ manifest, transport, log: options.hostLog, close });
  } catch (error) {
    await close();
    throw error;
  }
}
