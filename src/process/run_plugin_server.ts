/**
 * A plugin process that serves its hooks over gRPC, from the handshake to the end.
 *
 * @module
 */
import { goPluginHealthNames, goPluginServices } from "../grpc/go_plugin_services.ts";
import { healthService } from "../grpc/health.ts";
import { serveGrpc } from "../grpc/serve_grpc.ts";
import type { Handler } from "../transport/transport.ts";
import type { EndReason } from "./end_reason.ts";
import { handshakeLine } from "./handshake.ts";
import type { watchHost } from "./host_watch.ts";
import type { Logger } from "./logger.ts";
import { pluginLife } from "./plugin_life.ts";

/**
 * Milliseconds that calls under way get to finish when the process is asked to end. go-plugin's host
 * kills after two seconds.
 */
export const shutdownGraceMs = 1500;

/** What a plugin process serves. */
export interface PluginServerOptions {
  /** The services to serve: the plugin's hooks. */
  readonly handlers: readonly Handler[];
  readonly logger: Logger;
  /**
   * Writes the handshake line: `takeStdout(…).handshake`. It is called once, when connections are
   * taken.
   */
  readonly handshake: (line: string) => void;
  /**
   * The path of the Unix socket to listen on; it is removed at the end. Absent: listen on a free
   * port of 127.0.0.1.
   */
  readonly socket?: string | undefined;
  /**
   * Loads the author's code, after the handshake: what that code writes then cannot pass for it.
   * Until it resolves `handlers` have to let calls wait.
   */
  readonly load?: (() => Promise<void>) | undefined;
  /** Called when the plugin is loaded and the host was told where it is. */
  readonly onServing?: (() => void) | undefined;
  /** Watches the host; passed in for tests. */
  readonly watch?: typeof watchHost | undefined;
}

/**
 * Serves until the host asks for the end (`GRPCController.Shutdown` or SIGTERM) or is gone; resolves
 * when calls are finished, or out of time, and the socket is removed. The caller then exits
 * with code 0. SIGINT is ignored: from a terminal it reaches the host too, which ends its plugins in
 * its own order.
 *
 * `onDeactivate` is the host's call, made before it asks for the end.
 *
 * @throws {Error} when the socket cannot be listened on; what `load` rejects with
 */
export async function runPluginServer(options: PluginServerOptions): Promise<EndReason> {
  const { logger, socket: path } = options;
  using life = pluginLife({ ...options, socket: path });
  const health = healthService(goPluginHealthNames);
  const server = await serveGrpc({
    handlers: options.handlers,
    listen: path === undefined ? { port: 0 } : { path },
    background: [health, goPluginServices(() => life.end("controller"))],
    onConnections: life.watchHost().connections,
  });
  try {
    options.handshake(
      handshakeLine({ network: server.network, address: server.address, protocol: "grpc" }),
    );
    await Promise.race([options.load?.(), life.ended]);
    options.onServing?.();
    const reason = await life.ended;
    logger.debug("ending", { reason });
    return reason;
  } finally {
    await server.stop({ graceMs: shutdownGraceMs });
  }
}
