import type { JsonObject } from "@bufbuild/protobuf";
import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import type { HookName, PluginHooksClient } from "../../gen/plugin_hooks.ts";
import { create } from "@bufbuild/protobuf";
import { OnConfigurationChangeRequestSchema } from "../../gen/mattermost/pluginapi/v1/hooks_lifecycle_pb.ts";
import { PluginHooks } from "../../gen/mattermost/pluginapi/v1/hooks_pb.ts";
import { fromAppError, isFailure } from "../api/app_error.ts";
import { ManifestSchema } from "../contract/mod.ts";
import { createPluginAPI } from "../api/create_plugin_api.ts";
import { featuresOf } from "../define/features_of.ts";
import { createPluginAPIHandler } from "../host/api_handler.ts";
import { systemClock } from "../host/clock.ts";
import { configHandlers } from "../host/config_handlers.ts";
import type { PluginFetchOptions } from "../host/http_proxy.ts";
import { hostLog } from "../host/plugin_log.ts";
import { createPluginHandler } from "../plugin/create_plugin_handler.ts";
import { asPluginDefinition, type PluginDefinition } from "../plugin/plugin_definition.ts";
import { connectMemory } from "../transport/memory.ts";
import { keepFailures, type PluginFailure, readErrorsOption } from "./failures.ts";
import { activatePlugin } from "./started_plugin.ts";
import { testLogger, type TestLogLine } from "./test_log.ts";

/** What a test gives to the plugin. */
export interface TestPluginOptions {
  /**
   * The plugin API that the plugin sees: the methods that the test needs. A method that is not here
   * rejects with `NotImplementedError`, naming it.
   */
  readonly api?: PluginAPIHandlers | undefined;
  /** The plugin's settings, before and until `configure` is called. Default: none. */
  readonly config?: JsonObject | undefined;
  /** The plugin's id. Default: `com.example.test`. */
  readonly pluginId?: string | undefined;
  /**
   * What becomes of errors that the plugin threw and that nobody caught: "throw" has the end of the
   * test throw those that it has not taken with {@linkcode TestPlugin.takeErrors}. Default: "throw".
   */
  readonly errors?: "throw" | "ignore" | undefined;
}

/** A plugin that runs in the test's process. */
export interface TestPlugin extends AsyncDisposable {
  /** The hooks that the plugin has. */
  readonly implemented: ReadonlySet<HookName>;
  /**
   * Calls hooks as a server does, without its failure policy: a hook that throws is a `HostError`
   * here, so that a test sees it.
   */
  readonly hooks: PluginHooksClient;
  /** What has been logged, oldest first. */
  readonly log: readonly TestLogLine[];
  /** What the plugin threw and nobody caught since the last look, oldest first. */
  takeErrors(): readonly PluginFailure[];
  /**
   * Sends a request to the plugin's `serveHTTP`, on behalf of a user where `userId` names one.
   */
  fetch(request: Request, options?: PluginFetchOptions): Promise<Response>;
  /**
   * Changes the plugin's settings and tells the plugin, as a save in the System Console does.
   *
   * @throws {PluginAPIError} with what `onConfigurationChange` threw
   */
  configure(config: JsonObject): Promise<void>;
  /**
   * Deactivates the plugin. May be called again.
   *
   * @throws {PluginAPIError} with what `onDeactivate` threw
   * @throws {Error} with what the plugin threw before, and the test has not taken
   */
  stop(): Promise<void>;
}

/**
 * Starts a plugin in the test's own process: its settings are read, `onConfigurationChange` and
 * `onActivate` run.
 *
 * @param definition what `definePlugin` returned
 * @param options the API and the settings that the plugin sees
 * @throws {TypeError} when `definition` is not what `definePlugin` returns
 * @throws {PluginAPIError} with what `onActivate` threw
 *
 * @example
 * ```ts
 * import { definePlugin } from "@mattermost-deno/plugin";
 * import { startTestPlugin } from "@mattermost-deno/plugin/testing";
 *
 * const plugin = definePlugin({
 *   hooks: {
 *     executeCommand: async (_args, { api }) => `Server ${await api.getServerVersion()}`,
 *   },
 * });
 * await using running = await startTestPlugin(plugin, {
 *   api: { getServerVersion: () => "10.11.0" },
 * });
 * const response = await running.hooks.executeCommand({ args: { command: "/version" } });
 * console.log(response?.text); // Server 10.11.0
 * ```
 */
export async function startTestPlugin(
  definition: PluginDefinition,
  options: TestPluginOptions = {},
): Promise<TestPlugin> {
  const { api = {}, pluginId = "com.example.test" } = options;
  let config = options.config ?? {};
  const failures = keepFailures(readErrorsOption("startTestPlugin()", options.errors));
  const lines: TestLogLine[] = [];
  const sink = ({ level, message, fields }: TestLogLine) => {
    const line = { level, message, fields };
    lines.push(line);
    failures.see(line);
  };
  const log = hostLog(sink, pluginId, () => systemClock.now());
  const server = connectMemory([
    createPluginAPIHandler(api, { pluginId, log: sink, fallback: configHandlers(() => config) }),
  ]);
  const served = asPluginDefinition(definition, "startTestPlugin()");
  const transport = connectMemory([
    createPluginHandler({
      definition: served,
      features: featuresOf(served),
      pluginId,
      api: createPluginAPI(server),
      log: testLogger(sink),
      protocol: "memory",
    }),
  ]);
  const { active, implemented, strictHooks } = await activatePlugin({
    manifest: create(ManifestSchema, { id: pluginId }),
    transport,
    log,
    async close() {
      await Promise.all([transport.close(), server.close()]);
    },
  });
  let stopping: Promise<void> | undefined;
  const stop = () =>
    stopping ? stopping.catch(() => {}) : stopping = failures.end(() => active.stop());
  return {
    implemented,
    hooks: failures.telling(strictHooks),
    log: lines,
    takeErrors: failures.take,
    fetch: active.fetch,
    configure: (next) =>
      failures.told(async () => {
        config = next;
        const { onConfigurationChange } = PluginHooks.method;
        const request = create(OnConfigurationChangeRequestSchema);
        const { error } = await transport.call(onConfigurationChange, request);
        if (isFailure(error)) throw fromAppError(error, "onConfigurationChange");
      }),
    stop,
    [Symbol.asyncDispose]: stop,
  };
}
