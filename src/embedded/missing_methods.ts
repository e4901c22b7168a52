import { apiMethods } from "../../gen/api_methods.ts";
import type { PluginAPI } from "../../gen/plugin_api.ts";
import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";

/** The methods of the plugin API that an implementation lacks, in the contract's order. */
export function missingMethods(api: PluginAPIHandlers): (keyof PluginAPI)[] {
  const names = Object.keys(apiMethods) as (keyof PluginAPI)[];
  return names.filter((name) => api[name] === undefined);
}
