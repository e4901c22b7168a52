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
import { fail, startLoader, wrongLoader } from "./prepare_plugin.ts";
import { serveNetrpcPlugin } from "./serve_netrpc.ts";

async function main(): Promise<void> {
  const started = startLoader();
  if (started.transport.kind !== "netrpc") wrongLoader(started, "net/rpc");
  const { socket } = started.args;
  if (socket === undefined) {
    fail(started.logger, "the launcher has passed no --socket; bundle again");
  }
  await serveNetrpcPlugin(started, socket);
}

await main();
