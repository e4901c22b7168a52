/** A WebSocket over a connection that the plugin takes over from the server. @module */
import type { HTTPExchange } from "@mattermost-deno/plugin";
import { Buffer } from "node:buffer";
import type { IncomingMessage } from "node:http";
import { Duplex } from "node:stream";
// @ts-types="npm:@types/ws@8.18.1"
import { WebSocketServer } from "npm:ws@8.18.3";

const sockets = new WebSocketServer({ noServer: true });

/** Sends every text back in capitals. */
export async function echoInCapitals(exchange: HTTPExchange): Promise<void> {
  const headers = Object.fromEntries(
    exchange.headers.map(([name, value]) => [name.toLowerCase(), value]),
  );
  if (headers["upgrade"]?.toLowerCase() !== "websocket") {
    const body = await exchange.respond({ status: 400 });
    return await body.close();
  }
  const { readable, writable } = await exchange.hijack();
  const { promise: closed, resolve } = Promise.withResolvers<void>();
  const request = { method: exchange.method, url: exchange.url, headers } as IncomingMessage;
  // The server's types for Web Streams are Node's, which are the same streams.
  const connection = Duplex.fromWeb({ readable, writable } as never);
  sockets.handleUpgrade(request, connection, Buffer.alloc(0), (socket) => {
    socket.on("message", (text) => socket.send(String(text).toUpperCase()));
    socket.on("close", () => resolve());
  });
  await closed;
}
