/**
 * Hooks that answer HTTP requests.
 *
 * @module
 */
import type { HookContext, PluginConfig } from "./hook_context.ts";
import type { Awaitable } from "./hook_types.ts";
import type { HTTPExchangeHandler } from "./http_exchange.ts";

/** What is known about an HTTP request beside the request itself. */
export interface HTTPContext<Config extends object = PluginConfig> extends HookContext<Config> {
  /**
   * The person who is logged in, as Mattermost has checked; null if nobody is, and null if the
   * request comes from another plugin, which can claim to act for anybody (then the claim is in the
   * `Mattermost-User-Id` header, to be trusted as far as that plugin is).
   */
  readonly userId: string | null;
  /** The plugin that sent the request with `pluginHTTP`; null if it came from elsewhere. */
  readonly sourcePluginId: string | null;
}

/**
 * Answers an HTTP request, as `Deno.serve`'s handlers do: any framework that has a `fetch` function
 * fits. Both bodies are streams.
 */
export type FetchHandler<Config extends object = PluginConfig> = (
  request: Request,
  context: HTTPContext<Config>,
) => Awaitable<Response>;

/** Hooks that answer HTTP requests. */
export interface HTTPHooks<Config extends object = PluginConfig> {
  /**
   * Answers requests to `/plugins/ID/…`. Anybody can send them: check `context.userId`.
   *
   * `request.url` is what follows `/plugins/ID`, as an absolute URL of the server's host, so a
   * router sees `/hello` for `/plugins/ID/hello`. `request.signal` is aborted when the client goes
   * away. The response's body is passed on as it comes, and flushed whenever it pauses.
   *
   * Read the request's body before you return: over HTTP/1 a stock Mattermost server drops what is
   * left of it when the response begins. `new Response(request.body)` works up to 1 MiB; where more
   * is left, reading it fails, and the response breaks off.
   *
   * If it throws, that is logged, and the client gets status 500. What `Request` and `Response`
   * cannot express (a GET with a body, TRACE) needs `httpExchange(…)` instead. Mattermost 5.2.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.ServeHTTP
   */
  readonly serveHTTP?: FetchHandler<Config> | HTTPExchangeHandler<Config>;

  /**
   * Answers requests for the plugin's metrics (`/plugins/ID/metrics` on the server's metrics
   * address), in the text form that Prometheus reads. Otherwise as `serveHTTP`. Mattermost 9.2.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.ServeMetrics
   */
  readonly serveMetrics?: FetchHandler<Config> | HTTPExchangeHandler<Config>;
}
