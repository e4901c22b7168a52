/** A plugin's configuration for an API that has none. @module */

import type { JsonObject } from "@bufbuild/protobuf";
import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";

/** The two methods that answer with a plugin's configuration. */
export function configHandlers(config: JsonObject | (() => JsonObject)): PluginAPIHandlers {
  const current = () => typeof config === "function" ? config() : config;
  return { loadPluginConfiguration: current, getPluginConfig: current };
}
