/**
 * What runs plugins: it starts them, calls their hooks, serves the plugin API for them, keeps them
 * running and ends them. A Mattermost server of one's own, a test or a bridge is built on this.
 *
 * @example Start a bundle, call a hook, stop
 * ```ts
 * import { startPlugin } from "@mattermost-deno/plugin/host";
 *
 * await using plugin = await startPlugin({
 *   bundle: "dist/com.example.hello",
 *   api: { getServerVersion: () => "10.11.0", registerCommand() {} },
 *   log: ({ level, message }) => console.log(level, message),
 * });
 * const { rejectionReason } = await plugin.hooks.messageWillBePosted({
 *   post: { message: "my password is hunter2" },
 * });
 * console.log(rejectionReason);
 * ```
 *
 * @module
 */
export { startPlugin, type StartPluginOptions } from "./start_plugin.ts";
export type { UndoingPermission } from "../bundle/mod.ts";
export { startProcess, type StartProcessOptions } from "./start_process.ts";
export type { HostOptions } from "./plugin_options.ts";
export type { RunningPlugin } from "./running_plugin.ts";
export type { StrictHooksClient } from "./hook_client.ts";
export {
  consumedPosts,
  DISMISS_POST_REASON,
  type WillHookOutcome,
  willHookOutcome,
} from "./hook_outcomes.ts";
export type { PluginFetchOptions, PluginRequestContext } from "./http_proxy.ts";
export type { PluginStatus, PluginStatusChange } from "./plugin_status.ts";
export type { HealthOptions } from "./health.ts";
export type { RestartOptions } from "./failure_window.ts";
export type { StopOptions } from "./end_plugin.ts";
export { type Clock, systemClock } from "./clock.ts";
export type { LogLevel, LogSink, PluginLogEntry } from "./plugin_log.ts";
export { HostError, type HostErrorCode, type HostErrorDetails } from "./host_error.ts";
export { createPluginAPIHandler, type PluginAPIHandlerOptions } from "./api_handler.ts";
export type { PluginAPIHandlerContext, PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
export type { HookName, PluginHookCallOptions, PluginHooksClient } from "../../gen/plugin_hooks.ts";
export type {
  Exchange,
  Handler,
  IncomingCall,
  IncomingExchange,
  ResponseWriter,
  Transport,
  TransportCallOptions,
} from "../transport/transport.ts";
export type { JsonObject, JsonValue } from "@bufbuild/protobuf";
