/**
 * A gRPC server on a socket of this machine.
 *
 * @module
 */
import type { DescMethod } from "@bufbuild/protobuf";
import { Server, ServerCredentials } from "@grpc/grpc-js";
import type { Buffer } from "node:buffer";
import { createServer, type Server as NetServer, type Socket } from "node:net";
import { setImmediate } from "node:timers";
import type { Handler } from "../transport/transport.ts";
import { envelopeLayout } from "./envelope.ts";
import { keepaliveTimeoutMs, maxMessageBytes } from "./limits.ts";
import { withServerSessions } from "./server_sessions.ts";
import { serveExchange } from "./serve_exchange.ts";
import { serveUnary } from "./serve_unary.ts";
import { type ServerCall, type ServerMethod, takeCalls } from "./server_call.ts";
import { statusNumber } from "./status.ts";
import { textOf } from "../transport/text_of.ts";
import { methodPath } from "./wire_bytes.ts";

/** Milliseconds in which a connection that ends may send what it still has. */
const flushMs = 250;

/** Where to listen: a socket file, or 127.0.0.1 (port 0 takes a free one). */
export type ListenAddress = { readonly path: string } | { readonly port: number };

/** Methods that are served below the seam; they are answered while the server stops, too. */
export interface BackgroundService {
  /** By path, `/package.Service/Method`. */
  readonly methods: ReadonlyMap<string, ServerMethod>;
  /** Called when the server begins to stop: ends the calls that would otherwise stay open. */
  onStop(): void;
}

/** What to serve and where. */
export interface GrpcServeOptions {
  readonly handlers: readonly Handler[];
  readonly listen: ListenAddress;
  /** go-plugin's own services and their like. */
  readonly background?: readonly BackgroundService[] | undefined;
  /** Told the number of connections whenever it changes. */
  readonly onConnections?: ((open: number) => void) | undefined;
}

/** A server that is listening. */
export interface GrpcServer {
  /** What `connectGrpc` takes to reach it: `unix:PATH` or `127.0.0.1:PORT`. */
  readonly target: string;
  /** The same as a go-plugin handshake line has it. */
  readonly network: "unix" | "tcp";
  /** The path, or `127.0.0.1:PORT`. */
  readonly address: string;
  /** How many connections are open now. */
  connections(): number;
  /**
   * Takes no more connections and calls (they get `UNAVAILABLE`), gives those under way `graceMs`
   * milliseconds to finish, then ends them and the connections. Resolves when all is closed.
   */
  stop(options: { readonly graceMs: number }): Promise<void>;
}

/**
 * Serves handlers over gRPC, plain, on a socket that only this machine reaches.
 *
 * Messages may have 100 MiB; a stream is read only as fast as its handler reads. A handler that
 * throws is answered with a status and harms no other call.
 *
 * @throws {Error} when the address cannot be listened on, saying which and why
 *
 * @example
 * ```ts ignore
 * const server = await serveGrpc({ handlers: [hooks], listen: { path: "/run/p/plugin.sock" } });
 * console.log(server.target); // unix:/run/p/plugin.sock
 * await server.stop({ graceMs: 1500 });
 * ```
 */
export async function serveGrpc(options: GrpcServeOptions): Promise<GrpcServer> {
  const background = options.background ?? [];
  const methods = new Map<string, ServerMethod>();
  for (const handler of options.handlers) {
    for (const method of handler.service.methods) {
      methods.set(methodPath(method), serveMethod(handler, method));
    }
  }
  const whileStopping = new Set<string>();
  for (const service of background) {
    for (const [path, method] of service.methods) {
      methods.set(path, method);
      whileStopping.add(path);
    }
  }

  const active = new Set<ServerCall>();
  const sockets = new Set<Socket>();
  let stopping = false;
  let changed = ignore;

  const server = new Server({
    "grpc.max_send_message_length": maxMessageBytes,
    "grpc.max_receive_message_length": maxMessageBytes,
    "grpc.keepalive_timeout_ms": keepaliveTimeoutMs,
    "grpc.enable_channelz": 0,
    interceptors: [takeCalls(methods, {
      began(path, call) {
        if (stopping && !whileStopping.has(path)) {
          return { code: statusNumber("UNAVAILABLE"), details: "the server is stopping" };
        }
        active.add(call);
        return () => {
          active.delete(call);
          changed();
        };
      },
    })],
  });
  for (const path of methods.keys()) {
    server.register<Buffer, Buffer>(path, ignore, asIs, asIs, "bidi");
  }
  const injector = withServerSessions(() =>
    server.createConnectionInjector(ServerCredentials.createInsecure())
  );

  const listener = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    options.onConnections?.(sockets.size);
    socket.on("error", ignore); // A lost connection ends its calls; nothing else is to be done.
    socket.once("close", () => {
      sockets.delete(socket);
      changed();
      options.onConnections?.(sockets.size);
    });
    injector.injectConnection(socket);
  });
  const where = await listen(listener, options.listen);

  /** Resolves when `isSo`, looked at after each call and connection that ends, or after `ms`. */
  const settled = (isSo: () => boolean, ms: number): Promise<void> => {
    if (isSo() || ms <= 0) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      changed = () => {
        if (!isSo()) return;
        clearTimeout(timer);
        resolve();
      };
    });
  };
  const stop = async (graceMs: number): Promise<void> => {
    stopping = true;
    const closed = new Promise<void>((resolve) => listener.close(() => resolve()));
    for (const service of background) service.onStop();
    await settled(() => active.size === 0, graceMs);
    for (const call of active) {
      call.abandon({ code: statusNumber("UNAVAILABLE"), details: "the server has stopped" });
    }
    // What was sent last must reach the caller before the connections are cut. They end without a
    // GOAWAY: no call is under way, and under Deno 2.9 it can crash the peer (goaway.ts).
    await new Promise((resolve) => setImmediate(resolve));
    for (const socket of sockets) socket.destroySoon();
    await settled(() => sockets.size === 0, flushMs);
    server.forceShutdown();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  let stopped: Promise<void> | undefined;
  return {
    ...where,
    connections: () => sockets.size,
    stop: ({ graceMs }) => stopped ??= stop(graceMs),
  };
}

function serveMethod(handler: Handler, method: DescMethod): ServerMethod {
  if (method.methodKind === "unary") return serveUnary(handler, method);
  const layout = envelopeLayout(method.input);
  if (layout === null || method.methodKind === "server_streaming") {
    throw new TypeError(
      `${methodPath(method)} streams messages that are no envelopes (init, body_chunk, ` +
        "body_complete); it cannot be served through a Handler.",
    );
  }
  return serveExchange(handler, method, layout);
}

function listen(
  listener: NetServer,
  address: ListenAddress,
): Promise<Pick<GrpcServer, "target" | "network" | "address">> {
  return new Promise((resolve, reject) => {
    const wanted = "path" in address ? `unix:${address.path}` : `127.0.0.1:${address.port}`;
    listener.once("error", (error) => {
      reject(new Error(`cannot listen on ${wanted}: ${textOf(error)}`, { cause: error }));
    });
    listener.once("listening", () => {
      if ("path" in address) {
        resolve({ target: wanted, network: "unix", address: address.path });
        return;
      }
      const bound = listener.address();
      const port = typeof bound === "object" && bound !== null ? bound.port : address.port;
      resolve({ target: `127.0.0.1:${port}`, network: "tcp", address: `127.0.0.1:${port}` });
    });
    if ("path" in address) listener.listen(address.path);
    else listener.listen(address.port, "127.0.0.1");
  });
}

function asIs(value: Buffer): Buffer {
  return value;
}

function ignore(): void {}
