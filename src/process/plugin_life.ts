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
  /**
   * Begins to watch the host: to be called once. Apart from the rest, because a process's first
   * timer takes Deno 9 ms, for which nobody should wait who only needs the handshake.
   */
  watchHost(): HostWatch;
}

/**
 * Begins it: SIGTERM ends it and, from `watchHost()` on, a host that is gone; SIGINT does not.
 * Disposing it ends the watch and removes the socket.
 *
 * @throws {Error} when the socket's path cannot be one
 */
export function pluginLife(options: PluginLifeOptions): PluginLife {
  const { logger, socket } = options;
  if (socket !== undefined) checkSocketPath(socket);
  const { promise: ended, resolve: end } = Promise.withResolvers<EndReason>();
  const stopSignals = listenForSignals(() => end("SIGTERM"));
  let host: HostWatch | undefined;
  return {
    ended,
    end,
    watchHost: () =>
      host = (options.watch ?? watchHost)({
        onGone(why) {
          logger.warn(`ending: ${why}`);
          end("host gone");
        },
      }),
    [Symbol.dispose]() {
      host?.stop();
      stopSignals();
      if (socket !== undefined) removeSocket(socket);
    },
  };
}
