/**
 * The program that a launcher starts under a host with the net/rpc protocol: makes the process a
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
import { apiConnectionSlot, netrpcDriver, netrpcTransport } from "../netrpc/mod.ts";
import { createPluginHandler } from "../plugin/create_plugin_handler.ts";
import { runNetrpcPlugin } from "../process/run_netrpc_plugin.ts";
import { deferredHandler } from "../transport/deferred_handler.ts";
import { fail, prepareProcess, startLoader, wrongLoader } from "./prepare_plugin.ts";

async function main(): Promise<void> {
  const started = startLoader();
  const { args, transport, logger } = started;
  if (transport.kind !== "netrpc") wrongLoader(started, "net/rpc");
  const { socket } = args;
  if (socket === undefined) fail(logger, "the launcher has passed no --socket; bundle again");
  const prepared = prepareProcess(args, started);
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

await main();
