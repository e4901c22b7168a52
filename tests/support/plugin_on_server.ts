/**
 * A plugin in the test's process, on an embedded Mattermost.
 *
 * @module
 */
import type { PluginAPI } from "../../gen/plugin_api.ts";
import type { AppError } from "../../gen/mattermost/pluginapi/v1/common_pb.ts";
import type { PluginOptions } from "../../src/define/define_plugin.ts";
import type { EmbeddedMattermost } from "../../src/embedded/mod.ts";
import { apiOf } from "../../src/embedded/setup_test.ts";
import type { PluginHandlerOptions } from "../../src/plugin/create_plugin_handler.ts";
import { plugin, type PluginUnderTest } from "./plugin_under_test.ts";

/** The plugin, and what it calls. */
export interface PluginOnServer extends PluginUnderTest {
  /** The server's API, as the plugin has it. */
  readonly api: PluginAPI;
  /** Activates the plugin; gives what it failed with. */
  activate(): Promise<AppError | undefined>;
}

/**
 * Starts a plugin, without activating it.
 *
 * @param overrides API methods that do something else than the server's
 */
export function pluginOn(
  mattermost: EmbeddedMattermost,
  options: PluginOptions,
  overrides: Partial<PluginAPI> = {},
  more: Partial<PluginHandlerOptions> = {},
): PluginOnServer {
  const api = { ...apiOf(mattermost, "com.example.test"), ...overrides };
  const running = plugin(options, {}, { api, ...more });
  return {
    ...running,
    api,
    activate: async () => (await running.call("onActivate")).error,
  };
}
