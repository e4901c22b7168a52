/**
 * A process whose connections are ended by GOAWAYs of the other side: what is tested is that it
 * outlives them. Prints a line for every round, and "alive".
 *
 * `client TARGET ROUNDS` calls a server that ends connections, `both SOCKET ROUNDS` is server and
 * client, and the client closes while a call is under way.
 *
 * @module
 */
import { create } from "@bufbuild/protobuf";
import { PluginAPI } from "../../gen/mattermost/pluginapi/v1/api_pb.ts";
import { KVGetRequestSchema } from "../../gen/mattermost/pluginapi/v1/api_kv_config_pb.ts";
import { connectGrpc } from "../../src/grpc/connect_grpc.ts";
import { serveGrpc } from "../../src/grpc/serve_grpc.ts";
import type { Transport } from "../../src/transport/transport.ts";
import { TransportError } from "../../src/transport/transport_error.ts";

const [mode = "", target = "", rounds = "1"] = Deno.args;
const request = create(KVGetRequestSchema, { key: "k" });

async function asClient(): Promise<void> {
  const transport = connectGrpc(target, { connectTimeoutMs: 10_000 });
  // The first connection ends while it is idle, or under this call.
  while (await codeOf(transport) !== "OK");
  await transport.close();
}

async function asBoth(): Promise<void> {
  let begun = () => {};
  const beginning = new Promise<void>((resolve) => begun = resolve);
  const server = await serveGrpc({
    listen: { path: target },
    handlers: [{
      service: PluginAPI,
      call: (_method, _request, { signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener("abort", () => reject(signal.reason));
          begun();
        }),
      exchange: () => Promise.reject(new Error("nothing streams here")),
    }],
  });
  const transport = connectGrpc(server.target);
  const call = codeOf(transport);
  await beginning;
  await transport.close();
  if (await call !== "CANCELLED") throw new Error(`the call ended with ${await call}`);
  await server.stop({ graceMs: 0 });
}

async function codeOf(transport: Transport): Promise<string> {
  try {
    await transport.call(PluginAPI.method.kVGet, request);
    return "OK";
  } catch (error) {
    if (error instanceof TransportError) return error.code;
    throw error;
  }
}

for (let round = 0; round < Number(rounds); round++) {
  await (mode === "client" ? asClient() : asBoth());
  console.log("answered");
}
console.log("alive");
