/**
 * @module
 */
import {
  CommandArgsSchema,
  CommandResponseSchema,
} from "../../../gen/mattermost/pluginapi/v1/api_remaining_pb.ts";
import { WebSocketRequestSchema } from "../../../gen/mattermost/pluginapi/v1/hooks_command_pb.ts";
import { PluginHooks } from "../../../gen/mattermost/pluginapi/v1/hooks_pb.ts";
import { messageFrom } from "../../api/message_from_init.ts";
import { shown } from "../../api/mismatch.ts";
import type { CommandHooks } from "../command_hooks.ts";
import type { WebSocketHooks } from "../websocket_hooks.ts";
import { failing, given, type HookAdapter, told } from "./hook_adapter.ts";

const { method } = PluginHooks;

/** The hook that answers slash commands. */
export const commandAdapters: Readonly<Record<keyof CommandHooks, HookAdapter>> = {
  executeCommand: failing(
    "executeCommand",
    method.executeCommand,
    ({ args }) => [given(args, CommandArgsSchema)],
    (answer) => {
      if (answer === null) return {};
      return {
        response: messageFrom(CommandResponseSchema, plain(answer), "executeCommand: answer"),
      };
    },
    ({ args }) => args?.userId ?? "",
  ),
};

function plain(answer: unknown): unknown {
  if (answer === undefined) return {};
  if (typeof answer === "string") return { text: answer };
  if (typeof answer === "object") return answer;
  throw new TypeError(
    'executeCommand must return a response such as { text: "…" }, a string, null (not a command of ' +
      `this plugin) or nothing, but it returned ${shown(answer)}`,
  );
}

/** The hooks about WebSocket connections. */
export const webSocketAdapters: Readonly<Record<keyof WebSocketHooks, HookAdapter>> = {
  onWebSocketConnect: told(
    "onWebSocketConnect",
    method.onWebSocketConnect,
    ({ webConnId, userId }) => [{ id: webConnId, userId }],
    ({ userId }) => userId,
  ),
  onWebSocketDisconnect: told(
    "onWebSocketDisconnect",
    method.onWebSocketDisconnect,
    ({ webConnId, userId }) => [{ id: webConnId, userId }],
    ({ userId }) => userId,
  ),
  webSocketMessageHasBeenPosted: told(
    "webSocketMessageHasBeenPosted",
    method.webSocketMessageHasBeenPosted,
    ({ webConnId, userId, request }) => [
      given(request, WebSocketRequestSchema),
      { id: webConnId, userId },
    ],
    ({ userId }) => userId,
  ),
};
