/**
 * @module
 */
import type { PluginAPI, PluginAPICallOptions } from "../../gen/plugin_api.ts";

/** What the calls of a scope inherit. */
export interface APIScope {
  /** Cancels them; undefined once the scope is over, when they are on their own. */
  signal: AbortSignal | undefined;
}

type Call = (request?: unknown, options?: PluginAPICallOptions) => Promise<unknown>;

/**
 * The same API, whose calls are cancelled when the scope's signal is aborted, unless they bring a
 * signal of their own.
 */
export function scopedAPI(api: PluginAPI, scope: APIScope): PluginAPI {
  const calls = new Map<PropertyKey, Call>();
  // Not of `api` itself: a proxy must not change what a frozen object's properties hold.
  return new Proxy(Object.create(api), {
    get(_target, name) {
      const known = calls.get(name);
      if (known !== undefined) return known;
      const method: unknown = Reflect.get(api, name);
      if (typeof method !== "function") return method;
      const call: Call = (request, options) =>
        method(request, inherit(options, scope.signal)) as Promise<unknown>;
      calls.set(name, call);
      return call;
    },
  });
}

function inherit(
  options: PluginAPICallOptions | undefined,
  signal: AbortSignal | undefined,
): PluginAPICallOptions | undefined {
  if (signal === undefined || options?.signal !== undefined) return options;
  return { ...options, signal };
}
