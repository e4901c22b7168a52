/**
 * Hooks about the WebSocket connections of Mattermost's clients.
 *
 * @module
 */
import type { WebSocketRequest } from "../../gen/mattermost/pluginapi/v1/hooks_command_pb.ts";
import type { HookContext, PluginConfig } from "./hook_context.ts";
import type { Ignored } from "./hook_types.ts";

/** A client's connection. */
export interface WebSocketConnection {
  /** The connection's id; `publishWebSocketEvent` can address it. */
  readonly id: string;
  /** Whose it is; `""` while nobody has logged in on it. */
  readonly userId: string;
}

/** Hooks about the WebSocket connections of Mattermost's clients. */
export interface WebSocketHooks<Config extends object = PluginConfig> {
  /**
   * Told after a client connected. If it throws, that is logged. Mattermost 6.0.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.OnWebSocketConnect
   */
  readonly onWebSocketConnect?: (
    connection: WebSocketConnection,
    context: HookContext<Config>,
  ) => Ignored;

  /**
   * Told after a client disconnected. If it throws, that is logged. Mattermost 6.0.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.OnWebSocketDisconnect
   */
  readonly onWebSocketDisconnect?: (
    connection: WebSocketConnection,
    context: HookContext<Config>,
  ) => Ignored;

  /**
   * Told about every message that any client sends, whatever its `action` and whichever plugin it
   * is meant for: check `request.action` (web app plugins send `custom_ID_…`), and
   * `connection.userId`, which is empty before the login. If it throws, that is logged.
   * Mattermost 6.0.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.WebSocketMessageHasBeenPosted
   */
  readonly webSocketMessageHasBeenPosted?: (
    request: WebSocketRequest,
    connection: WebSocketConnection,
    context: HookContext<Config>,
  ) => Ignored;
}
