/**
 * The program that a launcher starts: makes the process a plugin process, imports the author's
 * bundle and serves its default export over the transport that the host speaks.
 *
 * It is the entry, and never the plugin itself: what Deno runs first is read with all that it
 * imports, without asking for any permission. The plugin is imported dynamically, under its own.
 *
 * @module
 */
import { createPluginAPI } from "../api/create_plugin_api.ts";
import { createPluginHandler } from "../plugin/create_plugin_handler.ts";
import { asPluginDefinition, type PluginDefinition } from "../plugin/define_plugin.ts";
import { redirectConsole } from "../process/console_redirect.ts";
import { startedByHandText } from "../process/cookie.ts";
import {
  chooseTransport,
  type LoaderArguments,
  parseLoaderArguments,
} from "../process/loader_arguments.ts";
import { createLogger, type Logger } from "../process/logger.ts";
import { trackLoopDelay } from "../process/loop_delay.ts";
import { takeStdout } from "../process/stdout.ts";
import { watchUncaught } from "../process/uncaught.ts";
import { toFileUrl } from "./paths.ts";

/** Says why the plugin cannot run, where a server's log shows it, and ends. */
function fail(logger: Logger, message: string, cause?: unknown): never {
  const fields = cause instanceof Error ? { stack: cause.stack } : {};
  logger.error(cause instanceof Error ? `${message}: ${cause.message}` : message, fields);
  Deno.exit(1);
}

function readPluginId(path: string): string {
  const manifest: unknown = JSON.parse(Deno.readTextFileSync(path));
  const id = typeof manifest === "object" && manifest !== null && "id" in manifest
    ? manifest.id
    : undefined;
  if (typeof id !== "string") throw new Error(`the manifest ${path} has no "id"`);
  return id;
}

async function importPlugin(path: string): Promise<PluginDefinition> {
  const url = path.startsWith("file:") ? path : toFileUrl(path).href;
  const module: { readonly default?: unknown } = await import(url);
  return asPluginDefinition(module.default, path);
}

async function serve(args: LoaderArguments, apiTarget: string, logger: Logger): Promise<void> {
  const { plugin = "", manifest = "" } = args;
  const stdout = takeStdout(logger);
  redirectConsole(logger);
  const uncaught = watchUncaught(logger);
  let pluginId = "";
  try {
    pluginId = readPluginId(manifest);
  } catch (error) {
    fail(logger, "the manifest cannot be read", error);
  }
  const log = createLogger({ module: pluginId, level: args.logLevel });
  // Both are read from files: the one does not wait for the other.
  const [{ connectGrpc }, { runPluginServer }, definition] = await Promise.all([
    import("../grpc/connect_grpc.ts"),
    import("../process/run_plugin_server.ts"),
    importPlugin(plugin).catch((error: unknown) => fail(log, "the plugin cannot be loaded", error)),
  ]);
  const transport = connectGrpc(apiTarget);
  const delays = trackLoopDelay({
    onDelay: ({ delayMs, running }) =>
      log.warn(
        `the event loop was blocked for ${Math.round(delayMs)} ms; ` +
          "move long computations into a Worker, or await in between",
        { hooks: running.join(", ") },
      ),
  });
  const handler = createPluginHandler({
    definition,
    pluginId,
    log,
    api: createPluginAPI(transport),
    hookStarted: delays.enter,
  });
  await runPluginServer({
    handlers: [handler],
    logger: log,
    handshake: stdout.handshake,
    socket: args.socket,
    onServing: uncaught.started,
  });
  delays.stop();
  await transport.close();
}

async function main(): Promise<void> {
  const logger = createLogger({ module: "loader" });
  let args: LoaderArguments;
  try {
    args = parseLoaderArguments(Deno.args);
  } catch (error) {
    fail(logger, "the plugin cannot be started", error);
  }
  const transport = chooseTransport(args);
  switch (transport.kind) {
    case "none":
      // A person reads this: plain text, not a log line.
      Deno.stderr.writeSync(new TextEncoder().encode(startedByHandText));
      Deno.exit(1);
      break;
    case "netrpc":
      fail(
        logger,
        "this host speaks net/rpc to plugins (MATTERMOST_PLUGIN_API_TARGET is not set), and this " +
          "version of @mattermost-deno/plugin speaks gRPC alone; run the plugin under a host with " +
          "the gRPC plugin protocol",
      );
      break;
    case "grpc":
      await serve(args, transport.apiTarget, logger);
      Deno.exit(0);
  }
}

await main();
