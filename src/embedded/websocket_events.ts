import { create } from "@bufbuild/protobuf";
import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import { WebsocketBroadcastSchema } from "../contract/mod.ts";
import type { Server } from "./server.ts";

/** The API methods that send events to clients. The server's listeners hear them. */
export function websocketEventMethods(server: Server, pluginId: string): PluginAPIHandlers {
  return {
    publishWebSocketEvent: ({ event, payload, broadcast }) =>
      server.events.emit({
        type: "custom",
        pluginId,
        event: `custom_${pluginId}_${event}`,
        payload: payload ?? {},
        // Without one it is for everybody; a real server of version 9.9 would panic.
        broadcast: broadcast ?? create(WebsocketBroadcastSchema),
      }),
    // It is for the other nodes of a cluster; there are none.
    publishPluginClusterEvent: () => {},
    publishUserTyping: ({ userId, channelId, parentId }) =>
      server.events.emit({ type: "typing", userId, channelId, rootId: parentId }),
  };
}
