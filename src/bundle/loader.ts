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

/** What a plugin process needs, whatever the transport. */
interface Prepared {
  readonly pluginId: string;
  readonly log: Logger;
  readonly definition: PluginDefinition;
  readonly hookStarted: (hook: string) => () => void;
  readonly handshake: (line: string) => void;
  readonly onServing: () => void;
  readonly stop: () => void;
}

/** Makes the process a plugin process, and imports the plugin. */
async function prepare(args: LoaderArguments, logger: Logger): Promise<Prepared> {
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
  const definition = await importPlugin(plugin)
    .catch((error: unknown) => fail(log, "the plugin cannot be loaded", error));
  const delays = trackLoopDelay({
    onDelay: ({ delayMs, running }) =>
      log.warn(
        `the event loop was blocked for ${Math.round(delayMs)} ms; ` +
          "move long computations into a Worker, or await in between",
        { hooks: running.join(", ") },
      ),
  });
  return {
    pluginId,
    log,
    definition,
    hookStarted: delays.enter,
    handshake: stdout.handshake,
    onServing: uncaught.started,
    stop: delays.stop,
  };
}

async function serveGrpc(args: LoaderArguments, apiTarget: string, logger: Logger): Promise<void> {
  // Both are read from files: the one does not wait for the other.
  const [{ connectGrpc }, { runPluginServer }, prepared] = await Promise.all([
    import("../grpc/connect_grpc.ts"),
    import("../process/run_plugin_server.ts"),
    prepare(args, logger),
  ]);
  const transport = connectGrpc(apiTarget);
  await runPluginServer({
    ...prepared,
    handlers: [createPluginHandler({ ...prepared, api: createPluginAPI(transport) })],
    logger: prepared.log,
    socket: args.socket,
  });
  prepared.stop();
  await transport.close();
}

async function serveNetrpc(args: LoaderArguments, logger: Logger): Promise<void> {
  const { socket } = args;
  if (socket === undefined) fail(logger, "the launcher has passed no --socket; bundle again");
  const [{ apiConnectionSlot, netrpcTransport }, { runNetrpcPlugin }, prepared] = await Promise.all(
    [
      import("../netrpc/mod.ts"),
      import("../process/run_netrpc_plugin.ts"),
      prepare(args, logger),
    ],
  );
  const slot = apiConnectionSlot();
  const transport = netrpcTransport(slot);
  const { protocol } = transport;
  const api = createPluginAPI(transport);
  await runNetrpcPlugin({
    ...prepared,
    handler: createPluginHandler({ ...prepared, api, protocol }),
    slot,
    logger: prepared.log,
    socket,
  });
  prepared.stop();
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
      await serveNetrpc(args, logger);
      Deno.exit(0);
      break;
    case "grpc":
      await serveGrpc(args, transport.apiTarget, logger);
      Deno.exit(0);
  }
}

await main();
