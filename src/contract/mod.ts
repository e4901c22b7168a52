/**
 * The contract between a plugin and its host: messages, services, and what is true of them.
 *
 * @module
 */

export * from "./models.ts";

/** The service that a host serves for a plugin. */
export { PluginAPI as PluginAPIService } from "../../gen/mattermost/pluginapi/v1/api_pb.ts";
/** The service that a plugin serves for its host. */
export { PluginHooks as PluginHooksService } from "../../gen/mattermost/pluginapi/v1/hooks_pb.ts";

export type { PluginAPI, PluginAPICallOptions } from "../../gen/plugin_api.ts";
export type { PluginAPIHandlerContext, PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
export type { HookName, PluginHookCallOptions, PluginHooksClient } from "../../gen/plugin_hooks.ts";
export type { BodyInfo, JsonFieldInfo, MethodInfo, ResultInfo } from "../../gen/method_info.ts";
export type {
  Config,
  EmailNotification,
  License,
  ProductLimits as ProductLimitsJson,
  SAMLAssertionInfo,
  SyncMsg,
} from "../../gen/go_json.ts";
export { apiMethods } from "../../gen/api_methods.ts";
export { hookMethods } from "../../gen/hook_methods.ts";

export { failureIn, isFailure, statusOf } from "./app_error.ts";
export { goEnumNumber, goEnumString } from "./go_enums.ts";
export { json } from "./json.ts";
export { type JsonField, readJson, writeJson } from "./json_blobs.ts";
export { lowerFirstRun } from "./names.ts";
export { schemaOf } from "./schemas.ts";
export { fillSuperseded, preferNew } from "./superseded_fields.ts";
