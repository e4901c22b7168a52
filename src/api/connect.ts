/**
 * The plugin API from outside of a plugin. It stands apart from what plugins import, so that bundling
 * them need not read gRPC's library, of which nothing goes into a plugin.
 *
 * @example Ask a server for its version
 * ```ts
 * import { connect } from "@mattermost-deno/plugin/connect";
 *
 * await using api = await connect({ target: "127.0.0.1:9090" });
 * console.log(await api.getServerVersion());
 * ```
 *
 * @module
 */
import type { PluginAPI } from "../../gen/plugin_api.ts";
import { connectGrpc } from "../grpc/connect_grpc.ts";
import { createPluginAPI, type PluginAPIOptions } from "./create_plugin_api.ts";

export type { PluginAPIOptions } from "./create_plugin_api.ts";

/** Certificates for an encrypted connection, each as PEM text. */
export interface ConnectTLS {
  /** The authorities to trust. Default: those of the system. */
  readonly caCertificates?: string | undefined;
  /** This side's certificate chain, for servers that ask for one; needs `privateKey`. */
  readonly certificateChain?: string | undefined;
  /** The key of `certificateChain`. */
  readonly privateKey?: string | undefined;
  /** The name to find in the server's certificate. Default: the target's host. */
  readonly serverName?: string | undefined;
}

/** Where to connect, and how. */
export interface ConnectOptions extends PluginAPIOptions {
  /** `HOST:PORT`, or `unix:PATH` for a socket. */
  readonly target: string;
  /** Encrypts the connection. Default: plain, for a server on the same machine. */
  readonly tls?: ConnectTLS | undefined;
}

/** A connected plugin API, which must be closed. */
export interface ConnectedPluginAPI extends PluginAPI, AsyncDisposable {}

/**
 * Connects to a server that offers the plugin API over gRPC. Plugins need not: their hooks get the
 * API in their context. This is for programs beside them.
 *
 * The connection is made by the first call, and made again when it was lost.
 *
 * @param options where to connect, and how
 * @throws {TypeError} when the target is not one address
 *
 * @example
 * ```ts
 * import { connect } from "@mattermost-deno/plugin/connect";
 *
 * export async function serverVersion(target: string): Promise<string> {
 *   await using api = await connect({ target });
 *   return await api.getServerVersion();
 * }
 * ```
 */
// deno-lint-ignore require-await -- what is wrong with the options is a rejection
export async function connect(options: ConnectOptions): Promise<ConnectedPluginAPI> {
  const { target, tls, ...rest } = options;
  const transport = connectGrpc(target, tls === undefined ? {} : { tls });
  return Object.freeze(
    Object.assign(Object.create(null), createPluginAPI(transport, rest), {
      [Symbol.asyncDispose]: () => transport.close(),
    }),
  );
}
