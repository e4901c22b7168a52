import { create, toBinary } from "@bufbuild/protobuf";
import { assertEquals } from "@std/assert";
import { Buffer } from "node:buffer";
import http2 from "node:http2";
import { fileURLToPath } from "node:url";
import { KVGetResponseSchema } from "../../gen/mattermost/pluginapi/v1/api_kv_config_pb.ts";
import { endLater } from "./goaway.ts";

const peer = fileURLToPath(new URL("../../tests/transport/goaway_peer.ts", import.meta.url));

/** A gRPC server by hand that ends every other connection, without a call on it, by a GOAWAY. */
function goawayServer(): Promise<{ readonly port: number; stop(): void }> {
  const server = http2.createServer();
  const sessions = new Set<http2.ServerHttp2Session>();
  let count = 0;
  server.on("session", (session) => {
    endLater(session); // This process is to live, too.
    sessions.add(session);
    session.on("error", () => {});
    session.on("close", () => sessions.delete(session));
    if (count++ % 2 === 0) {
      session.once("localSettings", () => {
        session.destroy(undefined, http2.constants.NGHTTP2_ENHANCE_YOUR_CALM);
      });
    }
  });
  server.on("stream", (stream: http2.ServerHttp2Stream) => {
    stream.on("error", () => {});
    stream.resume();
    stream.on("end", () => {
      if (stream.destroyed) return;
      stream.respond({ ":status": 200, "content-type": "application/grpc" }, {
        waitForTrailers: true,
      });
      stream.on("wantTrailers", () => stream.sendTrailers({ "grpc-status": "0" }));
      const message = toBinary(KVGetResponseSchema, create(KVGetResponseSchema, {}));
      const frame = Buffer.alloc(5 + message.byteLength);
      frame.writeUInt32BE(message.byteLength, 1);
      frame.set(message, 5);
      stream.end(frame);
    });
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve({
        port: typeof address === "object" && address !== null ? address.port : 0,
        stop() {
          for (const session of sessions) session.destroy();
          server.close();
        },
      });
    });
  });
}

/** Runs the peer so that memory which is used after it was freed shows, where the C library can. */
async function outlives(mode: "client" | "both", target: string): Promise<void> {
  const rounds = 20;
  const { code, signal, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      `--config=${fileURLToPath(new URL("../../deno.json", import.meta.url))}`,
      "--no-lock",
      "--cached-only",
      "--allow-all",
      peer,
      mode,
      target,
      String(rounds),
    ],
    env: { MALLOC_PERTURB_: "165" },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).output();
  const lines = new TextDecoder().decode(stdout).trimEnd().split("\n");
  const text = new TextDecoder().decode(stderr);
  assertEquals([code, signal, lines.at(-1)], [0, null, "alive"], text);
  assertEquals(lines.length, rounds + 1);
}

Deno.test("a client outlives GOAWAYs of its peer, and calls go through afterwards", async () => {
  const server = await goawayServer();
  try {
    await outlives("client", `127.0.0.1:${server.port}`);
  } finally {
    server.stop();
  }
});

Deno.test("a server outlives a client that closes while its call is under way", async () => {
  const folder = await Deno.makeTempDir({ prefix: "mmd-" });
  try {
    await outlives("both", `${folder}/t.sock`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
