/** A Web request to a plugin's `ServeHTTP`, and its answer back: both bodies stream. @module */

import { create, type DescMethod } from "@bufbuild/protobuf";
import {
  HTTPHeaderSchema,
  type ServeHTTPRequestInit,
  ServeHTTPRequestInitSchema,
  type ServeHTTPResponseInit,
} from "../../gen/mattermost/pluginapi/v1/hooks_http_pb.ts";
import { toHeaders } from "../api/http_fields.ts";
import type { Exchange, Transport } from "../transport/transport.ts";
import { TransportError } from "../transport/transport_error.ts";
import { textOf } from "../transport/text_of.ts";
import { toHTTPHeaders } from "./http_headers.ts";
import type { HostLog } from "./plugin_log.ts";

/** What a plugin learns about a request beside the request itself: its `PluginContext`. */
export interface PluginRequestContext {
  /** The 26-character id of the user's session. */
  readonly sessionId?: string;
  /** The id under which the server logs the request. */
  readonly requestId?: string;
  /** The client's address. */
  readonly ipAddress?: string;
  /** The client's `Accept-Language`. */
  readonly acceptLanguage?: string;
  /** The client's `User-Agent`. */
  readonly userAgent?: string;
  /** The id of the client's WebSocket connection. */
  readonly connectionId?: string;
}

/** What a host adds to a request for a plugin. */
export interface PluginFetchOptions {
  /**
   * The 26-character id of the user who sends the request; it becomes `Mattermost-User-Id`. Without
   * it the plugin gets the request as an anonymous one.
   */
  readonly userId?: string | undefined;
  /** The id of the plugin that sends the request; it becomes `Mattermost-Plugin-ID`. */
  readonly sourcePluginId?: string | undefined;
  /**
   * The start of the path that leads to the plugin, such as `/plugins/com.example.hello`: the plugin
   * sees the path after it, as on a Mattermost server.
   */
  readonly mount?: string | undefined;
  /** The client's address as `IP:PORT`. */
  readonly remoteAddr?: string | undefined;
  /** The plugin context (session, request id, client) that the plugin gets beside the request. */
  readonly context?: PluginRequestContext | undefined;
  /** Aborting it cancels the request in the plugin; the request's own signal does so, too. */
  readonly signal?: AbortSignal | undefined;
}

/** What {@link proxyRequest} sends through. */
export interface HTTPProxy {
  /** The plugin's id, for texts. */
  readonly plugin: string;
  /** The connection to the plugin; null while it does not run. */
  readonly transport: Transport | null;
  /** Whether the plugin said that it implements the hook. */
  readonly implemented: boolean;
  /** `ServeHTTP` or `ServeMetrics`. */
  readonly method: DescMethod;
  /** For what goes wrong. */
  readonly log: HostLog;
}

// Only the host may say who somebody is. `host` travels in a field of its own, as in Go.
const OWN_HEADERS: ReadonlySet<string> = new Set([
  "host",
  "mattermost-user-id",
  "mattermost-plugin-id",
]);
const WITHOUT_BODY: ReadonlySet<number> = new Set([101, 103, 204, 205, 304]);

/**
 * Sends a request to the plugin and gives its answer as soon as its head is here. A plugin that does
 * not answer as it should is answered for: 404 without the hook, 503 without a connection, 502
 * without a first message. A failure after that breaks the body.
 *
 * @throws {TypeError} when the request's body has been read already
 * @throws the abort reason when a signal ends the wait for the head
 */
export async function proxyRequest(
  proxy: HTTPProxy,
  request: Request,
  options: PluginFetchOptions = {},
): Promise<Response> {
  const { plugin, transport, implemented, method, log } = proxy;
  if (request.bodyUsed) throw new TypeError("The request's body has been read already.");
  if (!transport) {
    await request.body?.cancel();
    return plain(503, `Plugin "${plugin}" is not running.`);
  }
  if (!implemented) {
    await request.body?.cancel();
    return plain(404, `Plugin "${plugin}" does not implement ${method.name}.`);
  }
  const signal = options.signal
    ? AbortSignal.any([request.signal, options.signal])
    : request.signal;
  let answer: Exchange;
  try {
    answer = await transport.exchange(method, requestInit(request, options), request.body, {
      signal,
    });
  } catch (error) {
    signal.throwIfAborted();
    const open = error instanceof TransportError && error.code === "UNAVAILABLE";
    log("error", `${method.name} failed before an answer`, {
      error: textOf(error),
      method: request.method,
      path: new URL(request.url).pathname,
    });
    return open
      ? plain(503, `Plugin "${plugin}" cannot be reached.`)
      : plain(502, `Plugin "${plugin}" did not answer the request.`);
  }
  return toResponse(answer, proxy);
}

/** The message that opens an exchange with the plugin. */
export function requestInit(request: Request, options: PluginFetchOptions): ServeHTTPRequestInit {
  const url = new URL(request.url);
  const requestUri = url.pathname + url.search;
  const mount = options.mount?.replace(/\/+$/, "") ?? "";
  const below = mount !== "" && (url.pathname === mount || url.pathname.startsWith(`${mount}/`));
  const headers = toHTTPHeaders(request.headers, OWN_HEADERS);
  const add = (key: string, value: string | undefined) => {
    if (value) headers.push(create(HTTPHeaderSchema, { key, values: [value] }));
  };
  add("Mattermost-User-Id", options.userId);
  add("Mattermost-Plugin-Id", options.sourcePluginId);
  const length = request.headers.get("content-length");
  return create(ServeHTTPRequestInitSchema, {
    ...(options.context ? { pluginContext: options.context } : {}),
    method: request.method,
    url: below ? requestUri.slice(mount.length) : requestUri,
    proto: "HTTP/1.1",
    protoMajor: 1,
    protoMinor: 1,
    headers,
    host: request.headers.get("host") ?? url.host,
    remoteAddr: options.remoteAddr ?? "",
    requestUri,
    // As in Go: -1 is a body of unknown length.
    contentLength: request.body === null
      ? 0n
      : length !== null && /^\d+$/.test(length)
      ? BigInt(length)
      : -1n,
  });
}

async function toResponse(answer: Exchange, { plugin, log }: HTTPProxy): Promise<Response> {
  const init = answer.init as ServeHTTPResponseInit;
  const asked = init.statusCode === 0 ? 200 : init.statusCode;
  const status = asked >= 100 && asked <= 999 ? asked : 500;
  if (status !== asked) log("error", `the plugin answered with the status ${asked}`, {});
  const headers = toHeaders(
    init.headers,
    (name) =>
      log("warn", `a header of the plugin's answer is left out: its name or value is not valid`, {
        name,
      }),
  );
  if (status < 200 || status > 599) {
    await answer.body?.cancel();
    log("error", `the plugin answered with the status ${status}, which a Response cannot hold`, {});
    return plain(502, `Plugin "${plugin}" answered with the status ${status}.`);
  }
  if (WITHOUT_BODY.has(status)) {
    await answer.body?.cancel();
    return new Response(null, { status, headers });
  }
  return new Response(answer.body, { status, headers });
}

function plain(status: number, text: string): Response {
  return new Response(`${text}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}
