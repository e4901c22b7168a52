/**
 * How a plugin process learns that it is to end, whatever protocol it speaks.
 *
 * @module
 */
import type { EndReason } from "./end_reason.ts";
import { type HostWatch, watchHost } from "./host_watch.ts";
import type { Logger } from "./logger.ts";
import { checkSocketPath, removeSocket } from "./socket_path.ts";
import { listenForSignals } from "./stop_signals.ts";

/** What a plugin process lives by. */
export interface PluginLifeOptions {
  readonly logger: Logger;
  /** The path of the socket on which it listens; it is removed at the end. Absent: none. */
  readonly socket: string | undefined;
  /** Watches the host; passed in for tests. */
  readonly watch?: typeof watchHost | undefined;
}

/** The life of a plugin process. */
export interface PluginLife extends Disposable {
  /** Resolves with the reason when the process is to end. */
  readonly ended: Promise<EndReason>;
  /** Says that it is to end; the first reason counts. */
  end(reason: EndReason): void;
  /** The watch over the host. */
  readonly host: HostWatch;
}

/**
 * Begins it: SIGTERM and a host that is gone end it, SIGINT does not. Disposing it ends the watch
 * and removes the socket.
 *
 * @throws {Error} when the socket's path cannot be one
 */
export function pluginLife(options: PluginLifeOptions): PluginLife {
  const { logger, socket } = options;
  if (socket !== undefined) checkSocketPath(socket);
  const { promise: ended, resolve: end } = Promise.withResolvers<EndReason>();
  const stopSignals = listenForSignals(() => end("SIGTERM"));
  const host = (options.watch ?? watchHost)({
    onGone(why) {
      logger.warn(`ending: ${why}`);
      end("host gone");
    },
  });
  return {
    ended,
    end,
    host,
    [Symbol.dispose]() {
      host.stop();
      stopSignals();
      if (socket !== undefined) removeSocket(socket);
    },
  };
}
