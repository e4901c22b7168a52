/**
 * A Mattermost server inside the process, for development, tests and demonstrations: its state in
 * SQLite, the plugin API over it, its plugins in their sandboxes, and what its users do.
 *
 * What it has of the plugin API: users, their status and pictures, sessions and access tokens, bots,
 * preferences and permissions; teams and channels of all kinds with their members; posts with
 * threads, lists, reactions, files and ephemeral posts; keys and values with all options; slash
 * commands of plugins; buttons, menus and dialogs; events for clients; the server's and the plugin's
 * configuration; the log; the list of plugins; HTTP between plugins.
 *
 * What it lacks answers with an error of status 501, and is in {@linkcode missingMethods}: custom
 * commands, groups, OAuth apps, shared channels, properties, push notifications, search, sidebar
 * categories, audit records, channel guards, installing plugins by plugins.
 *
 * @module
 */
export {
  createEmbeddedMattermost,
  type EmbeddedMattermost,
  type EmbeddedMattermostOptions,
  type PluginFacts,
} from "./embedded_mattermost.ts";
export type { DialogAnswer, DialogOption, DialogSubmission } from "./dialogs.ts";
export type { PostActionInput, PostActionResult } from "./post_actions.ts";
export type { ClientActions, CommandInput, PostInput } from "./client_actions.ts";
export type { EmbeddedEvent, EventListener, Events, LogEvent, LogLevel } from "./events.ts";
export type { InstallPluginOptions } from "./install_plugin.ts";
export type { UndoingPermission } from "../bundle/mod.ts";
export type { NewFile } from "./files.ts";
export type { ClientEvent, WebSocketClient } from "./websocket_clients.ts";
export { missingMethods } from "./missing_methods.ts";
export type { ClientIdentity } from "./plugin_http.ts";
export type { ActivePlugin } from "./plugin_registry.ts";
export { dismissPost } from "./posts.ts";
export { serverVersion } from "./server_info.ts";
