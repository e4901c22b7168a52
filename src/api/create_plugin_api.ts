/**
 * The plugin API over a transport.
 *
 * @module
 */
import { apiMethods } from "../../gen/api_methods.ts";
import type { MethodInfo } from "../../gen/method_info.ts";
import type { PluginAPI } from "../../gen/plugin_api.ts";
import type { Transport } from "../transport/transport.ts";
import { unaryCall, uploadCall } from "./api_call.ts";
import { pluginHTTPCall } from "./plugin_http.ts";

/** What a client of the plugin API does with every call. */
export interface PluginAPIOptions {
  /**
   * Milliseconds after which a call fails with a `TimeoutError`, where the call itself does not say.
   * Default: none; calls that a hook makes end with the hook.
   */
  readonly timeoutMs?: number | undefined;
}

/**
 * The plugin API over a transport: every method of `PluginAPI`, built from the generated table.
 *
 * Requests are checked before they are sent, so that a wrong field is a `ValidationError` that names
 * it. Whatever fails is a `PluginAPIError`.
 *
 * @param transport a connection to a server's plugin API
 * @param options what holds for every call
 */
export function createPluginAPI(transport: Transport, options: PluginAPIOptions = {}): PluginAPI {
  const limits = options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs };
  const api = Object.create(null);
  for (const info of Object.values<MethodInfo>(apiMethods)) {
    const { name, stream, body } = info;
    // Compiled when it is first called: a plugin uses a few of the methods.
    let call: (request: never, options?: never) => Promise<unknown>;
    api[name] = (request: never, options?: never) => {
      call ??= stream === undefined
        ? unaryCall(transport, info, limits)
        : body === undefined
        ? pluginHTTPCall(transport, { ...info, stream }, limits)
        : uploadCall(transport, { ...info, stream, body }, limits);
      return call(request, options);
    };
  }
  return Object.freeze(api);
}
