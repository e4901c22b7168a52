/**
 * A plugin in the test's own process, over net/rpc as a stock server speaks it: gob, yamux and all.
 *
 * @module
 */
import { createPluginAPI } from "../api/create_plugin_api.ts";
import { featuresOf } from "../define/features_of.ts";
import { createPluginAPIHandler } from "../host/api_handler.ts";
import { connectNetrpcPlugin } from "../netrpc/host/connect_plugin.ts";
import { memoryConnection } from "../netrpc/memory_connection.ts";
import { apiConnectionSlot, netrpcTransport } from "../netrpc/mod.ts";
import { serveSession } from "../netrpc/server/serve_netrpc.ts";
import { openYamux } from "../netrpc/yamux/mod.ts";
import { createPluginHandler } from "../plugin/create_plugin_handler.ts";
import { textOf } from "../transport/text_of.ts";
import type { InProcessOptions } from "./memory_plugin.ts";
import { activatePlugin, type StartedPlugin } from "./started_plugin.ts";

/**
 * Starts a plugin in this process; what it and the server say to each other goes over net/rpc.
 *
 * @throws {PluginAPIError} with what `onActivate` threw
 */
export async function startOverNetrpc(options: InProcessOptions): Promise<StartedPlugin> {
  const { manifest, sink, hostLog } = options;
  const pluginId = manifest.id;
  const [pluginEnd, hostEnd] = memoryConnection();
  const slot = apiConnectionSlot();
  const api = netrpcTransport(slot);
  const handler = createPluginHandler({
    definition: options.definition,
    features: featuresOf(options.definition),
    pluginId,
    api: createPluginAPI(api),
    log: options.logger,
    protocol: "netrpc",
    clock: options.clock,
    bundleFolder: options.bundleFolder,
  });
  const onError = (what: string) => hostLog("error", what);
  const session = openYamux(pluginEnd, { side: "server" });
  const served = serveSession(session, { handler, slot, onQuit() {}, onError }, () => {})
    .catch((error: unknown) => onError(textOf(error)))
    .finally(() => session.close());
  const transport = await connectNetrpcPlugin(hostEnd, {
    api: createPluginAPIHandler(options.api, { pluginId, log: sink }),
    onError,
  });
  const close = async () => {
    await transport.close();
    await served;
    await session.closed;
  };
  try {
    return await activatePlugin({ manifest, transport, log: hostLog, close });
  } catch (error) {
    await close();
    throw error;
  }
}
