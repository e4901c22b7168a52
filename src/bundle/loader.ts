/**
 * The program that a launcher starts under a host with the gRPC plugin protocol: makes the process a
 * plugin process, imports the author's bundle and serves its default export.
 *
 * It is the entry, and never the plugin itself: what Deno runs first is read with all that it
 * imports, without asking for any permission. The plugin is imported dynamically, under its own.
 * Each protocol has a loader of its own, so that neither loads what only the other needs.
 *
 * @module
 */
import { createPluginAPI } from "../api/create_plugin_api.ts";
import { featuresOf } from "../define/features_of.ts";
import { connectGrpc } from "../grpc/connect_grpc.ts";
import { createPluginHandler } from "../plugin/create_plugin_handler.ts";
import { runPluginServer } from "../process/run_plugin_server.ts";
import { preparePlugin, startLoader, wrongLoader } from "./prepare_plugin.ts";

async function main(): Promise<void> {
  const started = startLoader();
  const { args, transport } = started;
  if (transport.kind !== "grpc") wrongLoader(started, "gRPC");
  const prepared = await preparePlugin(args, started);
  const server = connectGrpc(transport.apiTarget);
  await runPluginServer({
    ...prepared,
    handlers: [createPluginHandler({
      ...prepared,
      features: featuresOf(prepared.definition),
      api: createPluginAPI(server),
    })],
    logger: prepared.log,
    socket: args.socket,
  });
  prepared.stop();
  await server.close();
  Deno.exit(0);
}

await main();
