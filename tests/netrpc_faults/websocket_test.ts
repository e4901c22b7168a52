import { assertEquals, assertMatch } from "@std/assert";
import { needing } from "../support/needs.ts";
import { type GoSide, startGoSide } from "./go_side.ts";
import { pattern, patternCheck } from "./plugin/pattern.ts";
import { rawClient } from "./raw_client.ts";

/** A WebSocket to the plugin, opened; messages come in their order. */
async function open(server: GoSide, name: string) {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/websocket?name=${name}`);
  socket.binaryType = "arraybuffer";
  const come: unknown[] = [];
  let wake = () => {};
  const closed = new Promise<CloseEvent>((resolve) => socket.onclose = resolve);
  socket.onmessage = ({ data }) => {
    come.push(data);
    wake();
  };
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = reject;
  });
  return {
    socket,
    closed,
    async next(): Promise<unknown> {
      while (come.length === 0) await new Promise<void>((resolve) => wake = resolve);
      return come.shift();
    },
  };
}

Deno.test(
  await needing(["go"], {
    name: "texts and bytes go both ways over a WebSocket in the plugin, small, large and many",
    async fn() {
      await using server = await startGoSide();
      const { socket, next, closed } = await open(server, "echo");
      socket.send("héllo");
      assertEquals(await next(), "héllo");
      for (const length of [0, 1, 125, 126, 65_535, 65_536, 3_000_000]) {
        socket.send(pattern(0, length));
        const check = patternCheck();
        check.take(new Uint8Array(await next() as ArrayBuffer));
        assertEquals(check.result, `${length} bytes, all right`);
      }
      for (let number = 0; number < 500; number++) socket.send(`text ${number}`);
      for (let number = 0; number < 500; number++) assertEquals(await next(), `text ${number}`);
      socket.close(4000, "enough");
      assertEquals((await closed).code, 4000);
      assertEquals(await server.noted("echo"), "closed with 4000");
    },
  }),
);

Deno.test(
  await needing(["go"], {
    name: "a WebSocket that the plugin closes is closed at the client with the plugin's reason",
    async fn() {
      await using server = await startGoSide();
      const { socket, closed } = await open(server, "bye");
      socket.send("bye");
      const { code, reason, wasClean } = await closed;
      assertEquals([code, reason, wasClean], [4001, "as you wish", true]);
      assertEquals(await server.noted("bye"), "closed with 4001");
    },
  }),
);

Deno.test(
  await needing(["go"], {
    name: "a WebSocket client that vanishes is gone for the plugin, too",
    async fn() {
      await using server = await startGoSide();
      using client = await rawClient(
        server.port,
        "GET /websocket?name=vanished HTTP/1.1",
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: AQIDBAUGBwgJCgsMDQ4PEA==",
      );
      assertMatch(new TextDecoder().decode(await client.read(1)), /^HTTP\/1\.1 101 /);
      client[Symbol.dispose]();
      assertEquals(await server.noted("vanished"), "closed with 1006");
    },
  }),
);

Deno.test(
  await needing(["go"], {
    name: "a taken connection that the plugin leaves open ends with its client, 100 times over",
    async fn() {
      await using server = await startGoSide();
      const files = () => [...Deno.readDirSync(`/proc/${server.host.pid}/fd`)].length;
      await server.get("/pid");
      const before = files();
      for (let turn = 0; turn < 100; turn++) {
        const client = await rawClient(server.port, `GET /hijack?name=left${turn} HTTP/1.1`);
        await server.noted(`left${turn} begun`);
        client[Symbol.dispose]();
        assertEquals(await server.noted(`left${turn}`), "ended");
      }
      // Each is closed in the server right after the plugin has seen its end.
      for (let turn = 0; turn < 50 && files() > before + 5; turn++) await server.get("/pid");
      assertEquals(files() <= before + 5, true, `${before} files open, then ${files()}`);
    },
  }),
);
