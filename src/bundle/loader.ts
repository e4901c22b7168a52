/**
 * The program that a launcher starts under a host with the gRPC plugin protocol: makes the process a
 * plugin process, shakes hands, imports the author's bundle and serves its default export.
 *
 * It is the entry, and never the plugin itself: what Deno runs first is read with all that it
 * imports, without asking for any permission. The plugin is imported dynamically, under its own.
 * Each protocol has a loader of its own, so that neither loads what only the other needs.
 *
 * @module
 */
import { PluginHooks } from "../../gen/mattermost/pluginapi/v1/hooks_pb.ts";
import { createPluginAPI } from "../api/create_plugin_api.ts";
import { featuresOf } from "../define/features_of.ts";
import { connectGrpc } from "../grpc/connect_grpc.ts";
import { createPluginHandler } from "../plugin/create_plugin_handler.ts";
import { runPluginServer } from "../process/run_plugin_server.ts";
import { deferredHandler } from "../transport/deferred_handler.ts";
import { prepareProcess, startLoader, wrongLoader } from "./prepare_plugin.ts";

async function main(): Promise<void> {
  const started = startLoader();
  const { args, transport } = started;
  if (transport.kind !== "grpc") wrongLoader(started, "gRPC");
  const prepared = prepareProcess(started);
  const server = connectGrpc(transport.apiTarget);
  const deferred = deferredHandler(PluginHooks);
  await runPluginServer({
    ...prepared,
    handlers: [deferred.handler],
    async load() {
      const definition = await prepared.importPlugin();
      const features = featuresOf(definition);
      const api = createPluginAPI(server);
      deferred.resolve(createPluginHandler({ ...prepared, definition, features, api }));
    },
    logger: prepared.log,
    socket: args.socket,
  });
  prepared.stop();
  await server.close();
  Deno.exit(0);
}

await main();
