/**
 * A plugin's side of go-plugin's net/rpc protocol, on a socket.
 *
 * @module
 */
import type { Handler } from "../../transport/transport.ts";
import type { ApiConnectionSlot } from "../api/api_connection.ts";
import { muxBroker } from "../broker/mux_broker.ts";
import type { DuplexStream } from "../duplex_stream.ts";
import { textOf } from "../../transport/text_of.ts";
import { serveRpc } from "../rpc/rpc_server.ts";
import { openYamux, type YamuxSession } from "../yamux/session.ts";
import { YamuxError } from "../yamux/yamux_error.ts";
import { controlMethods } from "./control.ts";
import { hookMethods } from "./hook_methods.ts";

/** What to serve and where. */
export interface NetrpcServeOptions {
  /** The plugin's hooks. */
  readonly handler: Handler;
  /** Where the API's connection is put when the server activates the plugin. */
  readonly slot: ApiConnectionSlot;
  /** The path of the Unix socket to listen on. */
  readonly path: string;
  /** Called when the host asks for the end. */
  readonly onQuit: () => void;
  /**
   * Told the number of hosts whenever it changes. A connection counts from when it has said what a
   * host says at first: whatever else connects, or says nothing, is none.
   */
  readonly onConnections?: ((open: number) => void) | undefined;
  /** Told of what goes wrong where no caller learns of it. */
  readonly onError: (what: string) => void;
}

/** A server that is listening. */
export interface NetrpcServer {
  /** Ends the listening and the connections; calls under way get no answer. */
  stop(): void;
}

/**
 * Listens on a Unix socket and serves the plugin's hooks to the host that connects.
 *
 * @throws {Error} when the address cannot be listened on, saying which and why
 */
export function serveNetrpc(options: NetrpcServeOptions): NetrpcServer {
  const { path, onConnections } = options;
  let listener: Deno.UnixListener;
  try {
    listener = Deno.listen({ transport: "unix", path });
  } catch (error) {
    throw new Error(`cannot listen on unix:${path}: ${textOf(error)}`, { cause: error });
  }
  const sessions = new Set<YamuxSession>();
  let hosts = 0;

  (async () => {
    for await (const connection of listener) {
      const session = openYamux(connection, { side: "server" });
      sessions.add(session);
      let isHost = false;
      serveSession(session, options, () => {
        isHost = true;
        onConnections?.(++hosts);
      })
        .catch((error: unknown) => options.onError(`a connection failed: ${textOf(error)}`))
        .finally(() => {
          session.close();
          sessions.delete(session);
          if (isHost) onConnections?.(--hosts);
        });
    }
  })().catch((error: unknown) => options.onError(`listening failed: ${textOf(error)}`));

  return {
    stop() {
      listener.close();
      for (const session of sessions) session.close();
    },
  };
}

/**
 * Serves one connection until it ends.
 *
 * @param onHost called when the connection has said what a host says at first
 */
export async function serveSession(
  session: YamuxSession,
  options: Omit<NetrpcServeOptions, "path">,
  onHost: () => void,
): Promise<void> {
  const { handler, slot, onQuit, onError } = options;
  const control = await session.accept();
  // The host copies what comes over the next two into its log. Nothing does: log lines go over
  // standard error, where their level is kept.
  const stdout = control && await session.accept();
  const stderr = stdout && await session.accept();
  if (control === null || stderr === null) {
    // Not the end that a peer has chosen: something that does not speak yamux.
    if (session.error !== undefined) throw session.error;
    return;
  }
  onHost();

  const ended = new AbortController();
  const broker = muxBroker(session);
  const findHook = hookMethods({ handler, broker, slot, signal: ended.signal });
  const serveHooks = (stream: DuplexStream) => {
    serveRpc(stream, { find: findHook, onError })
      .catch((error: unknown) => {
        // The end of the session is nobody's fault; whoever watches it says why.
        if (error instanceof YamuxError && error.code === "SESSION_ENDED") return;
        onError(`the hooks' connection broke: ${textOf(error)}`);
      });
  };
  const methods = controlMethods({ broker, serveHooks, onQuit, onError });
  try {
    await serveRpc(control, { find: (name) => methods.get(name), onError });
  } finally {
    ended.abort(new Error("the server has closed the connection"));
    slot.clear(broker);
  }
}
