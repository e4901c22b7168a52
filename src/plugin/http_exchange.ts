/**
 * HTTP below the level of `Request` and `Response`: for what those refuse.
 *
 * @module
 */
import type { HijackedConnection } from "../transport/transport.ts";
import type { PluginConfig } from "./hook_context.ts";
import type { HTTPContext } from "./http_hooks.ts";

export type { HijackedConnection };

/** One line of an HTTP head: a name and a value. A name may occur several times. */
export type HTTPHeaderLine = readonly [name: string, value: string];

/** The head of a response. */
export interface HTTPResponseHead {
  /** The status: 100 to 999; anything else is sent as 500. Default: 200. */
  readonly status?: number;
  /** The header lines, in order. */
  readonly headers?: Iterable<HTTPHeaderLine>;
}

/** The response's body, being written. */
export interface HTTPBodyWriter {
  /** Sends bytes; await it, so that a slow client does not fill the memory. Rejects when it is gone. */
  write(chunk: Uint8Array): Promise<void>;
  /** Asks the server to push what it has to the client now. */
  flush(): Promise<void>;
  /** Ends the response. */
  close(): Promise<void>;
  /** Breaks the response off; the client sees that it is not complete. */
  abort(reason: unknown): void;
}

/** An HTTP request as it came, and the way to answer it. */
export interface HTTPExchange {
  /** The method, as the client wrote it. */
  readonly method: string;
  /** Path and query below `/plugins/ID`, as a Go plugin's router sees them. */
  readonly url: string;
  /**
   * Path and query as the client sent them. Beware of logging it: it may hold an `access_token`.
   */
  readonly requestURI: string;
  /** The host that the client asked for, with the port if it named one. */
  readonly host: string;
  /** The protocol, such as `HTTP/1.1`. */
  readonly protocol: string;
  /** Where the request came from: address and port of the client or of a proxy. */
  readonly remoteAddress: string;
  /** The header lines; several values of one name are several lines. */
  readonly headers: readonly HTTPHeaderLine[];
  /** The body's length in bytes; null where it is not known beforehand. */
  readonly contentLength: bigint | null;
  /**
   * The body, read from the client only as fast as it is read here; null where there is none.
   *
   * Read it before the response begins: over HTTP/1 a stock Mattermost server drops what is left of it
   * then. Up to 1 MiB is kept; where more is left, reading on fails.
   */
  readonly body: ReadableStream<Uint8Array> | null;
  /** Aborted when the client goes away. */
  readonly signal: AbortSignal;
  /** Sends the head, once, and gives what writes the body. The body must be closed or aborted. */
  respond(head?: HTTPResponseHead): Promise<HTTPBodyWriter>;
  /**
   * Takes over the client's connection, as Go's `http.Hijacker` does, for WebSockets and other
   * protocols that begin with an upgrade. Nothing was sent yet: the `101` answer is the plugin's to
   * write. It stands in for {@link HTTPExchange.respond}.
   *
   * Works on a stock Mattermost server for clients that speak HTTP/1.1.
   *
   * @throws {NotImplementedError} where the host's protocol cannot: the gRPC one, and the embedded
   * Mattermost
   */
  hijack(): Promise<HijackedConnection>;
}

/** What {@link httpExchange} makes: a handler on the lower level. */
export interface HTTPExchangeHandler<Config extends object = PluginConfig> {
  /** Tells it from a fetch handler. */
  readonly kind: "httpExchange";
  /** Answers one request. */
  readonly handle: (exchange: HTTPExchange, context: HTTPContext<Config>) => Promise<void>;
}

/**
 * A handler for `serveHTTP` that sees requests as they came, for what `Request` and `Response`
 * refuse: a GET with a body, TRACE, header lines in their order, statuses that `Response` does not
 * take. For everything else a fetch handler is simpler.
 *
 * When it returns without a response, the client gets status 200 with an empty body, as from a Go
 * plugin. When it throws, that is logged; the client gets status 500, or a broken body.
 *
 * @param handle answers one request
 *
 * @example A search that is asked for by GET with a body
 * ```ts
 * import { definePlugin, httpExchange } from "@mattermost-deno/plugin";
 *
 * export default definePlugin({
 *   hooks: {
 *     serveHTTP: httpExchange(async (exchange) => {
 *       const query = await new Response(exchange.body).text();
 *       const body = await exchange.respond({ headers: [["Content-Type", "text/plain"]] });
 *       await body.write(new TextEncoder().encode(`asked for ${query}`));
 *       await body.close();
 *     }),
 *   },
 * });
 * ```
 */
export function httpExchange(
  handle: (exchange: HTTPExchange, context: HTTPContext) => Promise<void>,
): HTTPExchangeHandler {
  return Object.freeze({ kind: "httpExchange", handle });
}
