/** A WebSocket over a connection that the plugin takes over from the server. @module */
import type { HTTPExchange } from "@mattermost-deno/plugin";
import { Buffer } from "node:buffer";
import type { IncomingMessage } from "node:http";
import { Duplex } from "node:stream";
// @ts-types="npm:@types/ws@8.18.1"
import { WebSocketServer } from "npm:ws@8.18.3";
import { note } from "./events.ts";

const sockets = new WebSocketServer({ noServer: true });

/** Sends back what comes; the text "bye" closes from this side. */
export async function echoMessages(exchange: HTTPExchange, name: string): Promise<void> {
  const headers = Object.fromEntries(
    exchange.headers.map(([key, value]) => [key.toLowerCase(), value]),
  );
  const { readable, writable } = await exchange.hijack();
  const { promise: closed, resolve } = Promise.withResolvers<void>();
  const request = { method: exchange.method, url: exchange.url, headers } as IncomingMessage;
  // The server's types for Web Streams are Node's, which are the same streams.
  const connection = Duplex.fromWeb({ readable, writable } as never);
  sockets.handleUpgrade(request, connection, Buffer.alloc(0), (socket) => {
    socket.on("message", (message, binary) => {
      if (!binary && String(message) === "bye") return socket.close(4001, "as you wish");
      socket.send(message, { binary });
    });
    socket.on("error", () => {}); // A close follows, with its code.
    socket.on("close", (code) => {
      note(name, `closed with ${code}`);
      resolve();
    });
  });
  await closed;
}
