import { create, type JsonObject } from "@bufbuild/protobuf";
import { type WebsocketBroadcast, WebSocketRequestSchema } from "../contract/mod.ts";
import { tellPlugins } from "./hooks.ts";
import { hasPermission } from "./permissions.ts";
import type { Server } from "./server.ts";
import { getUser } from "./users.ts";

/** An event of a plugin, as a client hears it. */
export interface ClientEvent {
  /** The whole name, `custom_<plugin id>_<name>`. */
  readonly event: string;
  /** What it says. */
  readonly data: JsonObject;
}

/** A client's WebSocket connection. */
export interface WebSocketClient {
  /** Its id; a plugin may send events to it alone. */
  readonly id: string;
  /** Whose it is; `""` where nobody has logged in on it. */
  readonly userId: string;
  /** The plugins' events that have reached it, oldest first. */
  readonly received: readonly ClientEvent[];
  /**
   * Sends a message, which every plugin is told of.
   *
   * @param action what it is, `custom_<plugin id>_<name>` for a plugin's own web app
   */
  send(action: string, data?: JsonObject): void;
  /** Ends it. May be called again. */
  close(): void;
}

/**
 * Connects a client; the plugins are told of it.
 *
 * @param userId Whose it is; without it nobody has logged in, and no event reaches it.
 * @throws {NotFoundError} When there is no such user.
 */
export function connectWebSocket(server: Server, userId = ""): WebSocketClient {
  if (userId !== "") getUser(server, userId);
  const id = server.newId();
  const received: ClientEvent[] = [];
  const connection = { webConnId: id, userId };
  let sequence = 0n;
  let open = true;
  const unsubscribe = server.events.subscribe((event) => {
    if (event.type !== "custom" || !reaches(server, event.broadcast, id, userId)) return;
    received.push({ event: event.event, data: event.payload });
  });
  tellPlugins(server, "onWebSocketConnect", (hooks) => hooks.onWebSocketConnect(connection));
  return {
    id,
    userId,
    received,
    send(action, data = {}) {
      if (!open) throw new TypeError(`send("${action}"): the connection was closed`);
      const request = create(WebSocketRequestSchema, { seq: ++sequence, action, data });
      tellPlugins(
        server,
        "webSocketMessageHasBeenPosted",
        (hooks) => hooks.webSocketMessageHasBeenPosted({ ...connection, request }),
      );
    },
    close() {
      if (!open) return;
      open = false;
      unsubscribe();
      tellPlugins(
        server,
        "onWebSocketDisconnect",
        (hooks) => hooks.onWebSocketDisconnect(connection),
      );
    },
  };
}

/** Whether an event for these goes to a connection, as a server decides it. */
function reaches(
  server: Server,
  broadcast: WebsocketBroadcast,
  connectionId: string,
  userId: string,
): boolean {
  if (userId === "") return false;
  const isAdmin = () => hasPermission(server, userId, "manage_system");
  if (broadcast.containsSanitizedData && isAdmin()) return false;
  if (broadcast.containsSensitiveData && !isAdmin()) return false;
  if (broadcast.connectionId !== "") return broadcast.connectionId === connectionId;
  if (broadcast.omittedConnectionId === connectionId) return false;
  if (broadcast.userId !== "") return broadcast.userId === userId;
  if (broadcast.omitUsers.includes(userId)) return false;
  if (broadcast.channelId !== "") {
    return server.tables.channelMembers.get(broadcast.channelId, userId) !== undefined;
  }
  if (broadcast.teamId !== "") {
    return server.tables.teamMembers.get(broadcast.teamId, userId)?.deleteAt === 0n;
  }
  return true;
}
