/**
 * What every loader does first: makes the process a plugin process, and can import the author's
 * bundle.
 *
 * @module
 */
import { asPluginDefinition, type ServedDefinition } from "../plugin/plugin_definition.ts";
import { redirectConsole } from "../process/console_redirect.ts";
import { startedByHandText } from "../process/cookie.ts";
import {
  chooseTransport,
  type ChosenTransport,
  type LoaderArguments,
  parseLoaderArguments,
} from "../process/loader_arguments.ts";
import { createLogger, type Logger } from "../process/logger.ts";
import { trackLoopDelay } from "../process/loop_delay.ts";
import { createSecretMask, type SecretMask } from "../process/secret_mask.ts";
import { removeSocket } from "../process/socket_path.ts";
import { takeStdout } from "../process/stdout.ts";
import { watchUncaught } from "../process/uncaught.ts";
import { type ManifestFacts, readManifestFacts } from "./manifest_facts.ts";

/** Says why the plugin cannot run, where a server's log shows it, and ends. */
export function fail(logger: Logger, message: string, cause?: unknown): never {
  const fields = cause instanceof Error ? { stack: cause.stack } : {};
  logger.error(cause instanceof Error ? `${message}: ${cause.message}` : message, fields);
  Deno.exit(1);
}

async function importPlugin(path: string): Promise<ServedDefinition> {
  const place = path.startsWith("file://") ? path.slice("file://".length) : encodedPath(path);
  // Beginning with "file://", it says to whoever analyses it that it is no import of a package.
  const module: { readonly default?: unknown } = await import(`file://${place}`);
  return asPluginDefinition(module.default, path);
}

/** An absolute path as in a URL. Not with Node's function: its modules take Deno 8 ms and 4 MB. */
function encodedPath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

/** What a plugin process needs, whatever the transport. */
export interface Prepared extends ManifestFacts {
  readonly log: Logger;
  /** What the log masks. */
  readonly secrets: SecretMask;
  /**
   * Imports the author's code: to be called once the handshake is written, because nothing keeps that
   * code from writing to standard output, and a host connects to whatever the first line names. Ends
   * the process if the code cannot be loaded.
   */
  readonly importPlugin: () => Promise<ServedDefinition>;
  readonly hookStarted: (hook: string) => () => void;
  readonly handshake: (line: string) => void;
  readonly onServing: () => void;
  readonly stop: () => void;
}

/** Makes the process a plugin process; the plugin itself is imported later. */
export function prepareProcess(started: Omit<Started, "transport">): Prepared {
  const { args, logger, secrets, joinsFields } = started;
  const { plugin = "", manifest = "", socket } = args;
  const removeOwnSocket = () => socket === undefined || removeSocket(socket);
  const stdout = takeStdout(logger);
  redirectConsole(logger);
  const uncaught = watchUncaught(logger, (code) => {
    removeOwnSocket();
    Deno.exit(code);
  });
  let facts: ManifestFacts;
  try {
    facts = readManifestFacts(manifest);
  } catch (error) {
    fail(logger, "the manifest cannot be read", error);
  }
  const { mask } = secrets;
  const log = createLogger({ module: facts.pluginId, level: args.logLevel, mask, joinsFields });
  const delays = trackLoopDelay({
    onDelay: ({ delayMs, running }) =>
      log.warn(
        `the event loop was blocked for ${Math.round(delayMs)} ms; ` +
          "move long computations into a Worker, or await in between",
        { hooks: running.join(", ") },
      ),
  });
  return {
    ...facts,
    log,
    secrets,
    async importPlugin() {
      try {
        started.beforePlugin?.();
        return await importPlugin(plugin);
      } catch (error) {
        removeOwnSocket();
        fail(log, "the plugin cannot be loaded", error);
      }
    },
    hookStarted: delays.enter,
    handshake: stdout.handshake,
    onServing: uncaught.started,
    stop: delays.stop,
  };
}

/** What a loader was started with. */
export interface Started {
  readonly args: LoaderArguments;
  readonly transport: Exclude<ChosenTransport, { readonly kind: "none" }>;
  /** Writes what `console` is given, and errors that nobody caught. */
  readonly logger: Logger;
  /** What the logger masks. */
  readonly secrets: SecretMask;
  /** Whether the host writes names and values of log lines one behind the other. */
  readonly joinsFields: boolean;
  /** Done after the handshake and before the author's code is loaded; if it throws, that is not. */
  readonly beforePlugin?: (() => void) | undefined;
}

/** Reads the arguments; says how to use the plugin, and ends, where a person has started it. */
export function startLoader(): Started {
  return startWith(() => parseLoaderArguments(Deno.args));
}

/** The same with arguments that come from elsewhere; an error that `read` throws ends the process. */
export function startWith(read: () => LoaderArguments): Started {
  const secrets = createSecretMask();
  const { mask } = secrets;
  let args: LoaderArguments;
  try {
    args = read();
  } catch (error) {
    fail(createLogger({ module: "loader", mask }), "the plugin cannot be started", error);
  }
  const transport = chooseTransport(args);
  if (transport.kind === "none") {
    // A person reads this: plain text, not a log line.
    Deno.stderr.writeSync(new TextEncoder().encode(startedByHandText));
    Deno.exit(1);
  }
  // Over net/rpc the host is a Mattermost server.
  const joinsFields = transport.kind === "netrpc";
  const logger = createLogger({ module: "loader", mask, joinsFields });
  return { args, transport, logger, secrets, joinsFields };
}

/** Says that the launcher has started the loader of another protocol, and ends. */
export function wrongLoader({ transport, logger }: Started, speaks: string): never {
  fail(
    logger,
    `this loader speaks ${speaks}, but the host speaks ${transport.kind}: the launcher and the ` +
      "loader are of different versions; make the bundle again",
  );
}
