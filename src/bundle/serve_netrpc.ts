/**
 * A plugin process under a host with the net/rpc protocol, from the handshake to the end.
 *
 * @module
 */
import { PluginHooks } from "../../gen/mattermost/pluginapi/v1/hooks_pb.ts";
import { createPluginAPI } from "../api/create_plugin_api.ts";
import { featuresOf } from "../define/features_of.ts";
import { apiConnectionSlot, netrpcDriver, netrpcTransport } from "../netrpc/mod.ts";
import { createPluginHandler } from "../plugin/create_plugin_handler.ts";
import { runNetrpcPlugin } from "../process/run_netrpc_plugin.ts";
import { deferredHandler } from "../transport/deferred_handler.ts";
import { prepareProcess, type Started } from "./prepare_plugin.ts";

/** Serves the plugin on a socket until its host asks for the end, and ends the process. */
export async function serveNetrpcPlugin(started: Started, socket: string): Promise<never> {
  const prepared = prepareProcess(started);
  const slot = apiConnectionSlot();
  const server = netrpcTransport(slot);
  const { protocol } = server;
  const deferred = deferredHandler(PluginHooks);
  await runNetrpcPlugin({
    ...prepared,
    handler: deferred.handler,
    async load() {
      const definition = await prepared.importPlugin();
      deferred.resolve(createPluginHandler({
        ...prepared,
        definition,
        features: featuresOf(definition),
        api: createPluginAPI(server),
        protocol,
        database: prepared.wantsDatabase ? netrpcDriver(slot) : "undeclared",
      }));
    },
    slot,
    logger: prepared.log,
    socket,
  });
  prepared.stop();
  await server.close();
  Deno.exit(0);
}
