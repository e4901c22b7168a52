/**
 * A plugin process that serves its hooks over net/rpc, from the handshake to the end.
 *
 * @module
 */
import { type ApiConnectionSlot, serveNetrpc } from "../netrpc/mod.ts";
import type { Handler } from "../transport/transport.ts";
import type { EndReason } from "./end_reason.ts";
import { handshakeLine } from "./handshake.ts";
import type { HostWatch, watchHost } from "./host_watch.ts";
import type { Logger } from "./logger.ts";
import { pluginLife } from "./plugin_life.ts";

/** What a plugin process serves. */
export interface NetrpcPluginOptions {
  /** The plugin's hooks. */
  readonly handler: Handler;
  /** Where the API's connection is put. */
  readonly slot: ApiConnectionSlot;
  readonly logger: Logger;
  /** Writes the handshake line; it is called once, when connections are taken. */
  readonly handshake: (line: string) => void;
  /** The path of the Unix socket to listen on; it is removed at the end. */
  readonly socket: string;
  /**
   * Loads the author's code, after the handshake: what that code writes then cannot pass for it.
   * Until it resolves `handler` has to let calls wait.
   */
  readonly load?: (() => Promise<void>) | undefined;
  /** Called when the plugin is loaded and the host was told where it is. */
  readonly onServing?: (() => void) | undefined;
  /** Watches the host; passed in for tests. */
  readonly watch?: typeof watchHost | undefined;
}

/**
 * Serves until the host asks for the end (`Control.Quit` or SIGTERM) or is gone; resolves when the
 * socket is removed. The caller then exits with code 0. SIGINT is ignored: from a terminal it
 * reaches the host too, which ends its plugins in its own order.
 *
 * The host has called `OnDeactivate` before it asks for the end.
 *
 * @throws {Error} when the socket cannot be listened on; what `load` rejects with
 */
export async function runNetrpcPlugin(options: NetrpcPluginOptions): Promise<EndReason> {
  const { logger, socket: path } = options;
  using life = pluginLife(options);
  let connected = false;
  let host: HostWatch | undefined;
  const server = serveNetrpc({
    handler: options.handler,
    slot: options.slot,
    path,
    onQuit: () => life.end("controller"),
    onConnections(open) {
      host?.connections(open);
      if (open > 0) connected = true;
      // A host keeps one connection for as long as it has the plugin.
      else if (connected) life.end("host gone");
    },
    onError: (what) => logger.error(what),
  });
  try {
    options.handshake(handshakeLine({ network: "unix", address: path, protocol: "netrpc" }));
    // Connections are only noticed in a later turn.
    host = life.watchHost();
    await Promise.race([options.load?.(), life.ended]);
    options.onServing?.();
    const reason = await life.ended;
    logger.debug("ending", { reason });
    return reason;
  } finally {
    server.stop();
  }
}
