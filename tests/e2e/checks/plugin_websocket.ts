/** Checks of a WebSocket that a plugin itself serves, over a hijacked connection. @module */
import { assertEquals } from "@std/assert";
import type { Check } from "../check.ts";

/** A text that a report can show. */
const outline = (text: string) => `${text.slice(0, 20)} (${text.length})`;

export const pluginWebSocket: readonly Check[] = [
  {
    name: "a WebSocket works through a plugin's endpoint, both ways, until the client closes it",
    async run({ mattermost }) {
      const url = mattermost.url.replace(/^http/, "ws");
      const socket = new WebSocket(`${url}/plugins/com.example.exerciser/websocket`);
      const received: string[] = [];
      const sent = ["one", "zwei, früher", "x".repeat(100_000), ""];
      const closed = Promise.withResolvers<number>();
      socket.onopen = () => sent.forEach((text) => socket.send(text));
      socket.onmessage = ({ data }) => {
        received.push(data);
        if (received.length === sent.length) socket.close(1000, "done");
      };
      socket.onclose = ({ code }) => closed.resolve(code);
      const code = await closed.promise;
      assertEquals(received.map(outline), sent.map((text) => outline(text.toUpperCase())));
      assertEquals(code, 1000);
    },
  },
  {
    name: "a client that does not ask for a WebSocket is refused there",
    async run({ ada }) {
      const response = await ada.fetch("/plugins/com.example.exerciser/websocket");
      await response.body?.cancel();
      assertEquals(response.status, 400);
    },
  },
];
