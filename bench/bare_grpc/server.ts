/**
 * What the SDK is measured against: the same plugin over grpc-js and protobuf-es alone, written the
 * straight way, with no SDK, no sandbox and none of go-plugin's services but the health check.
 *
 * @module
 */
import { Buffer } from "node:buffer";
import * as grpc from "@grpc/grpc-js";
import { create, fromBinary, toBinary } from "@bufbuild/protobuf";
import type { DescMessage, DescMethod, MessageShape } from "@bufbuild/protobuf";
import { PluginHooks } from "../../gen/mattermost/pluginapi/v1/hooks_pb.ts";
import { PluginAPI } from "../../gen/mattermost/pluginapi/v1/api_pb.ts";
import { MessageWillBePostedResponseSchema } from "../../gen/mattermost/pluginapi/v1/hooks_message_pb.ts";
import { ExecuteCommandResponseSchema } from "../../gen/mattermost/pluginapi/v1/hooks_command_pb.ts";
import { OnActivateResponseSchema } from "../../gen/mattermost/pluginapi/v1/hooks_lifecycle_pb.ts";
import {
  type ServeHTTPRequest,
  type ServeHTTPResponse,
  ServeHTTPResponseSchema,
} from "../../gen/mattermost/pluginapi/v1/hooks_http_pb.ts";
import {
  GetUserRequestSchema,
  type GetUserResponse,
} from "../../gen/mattermost/pluginapi/v1/api_user_team_pb.ts";

/** grpc-js takes nothing but a Buffer; this one shares the bytes. */
function buffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function codec<D extends DescMessage>(schema: D) {
  return {
    serialize: (message: MessageShape<D>) => buffer(toBinary(schema, message)),
    deserialize: (bytes: Uint8Array) => fromBinary(schema, bytes),
  };
}

function definition(method: DescMethod) {
  const [input, output] = [codec(method.input), codec(method.output)];
  return {
    path: `/${method.parent.typeName}/${method.name}`,
    requestStream: method.methodKind === "bidi_streaming",
    responseStream: method.methodKind === "bidi_streaming",
    requestSerialize: input.serialize,
    requestDeserialize: input.deserialize,
    responseSerialize: output.serialize,
    responseDeserialize: output.deserialize,
  };
}

const options = {
  "grpc.max_receive_message_length": 100 << 20,
  "grpc.max_send_message_length": 100 << 20,
};
const target = Deno.env.get("MATTERMOST_PLUGIN_API_TARGET") ?? "";
const client = new grpc.Client(target, grpc.credentials.createInsecure(), options);
const getUserCall = definition(PluginAPI.method.getUser);

function getUser(): Promise<GetUserResponse> {
  return new Promise((resolve, reject) =>
    client.makeUnaryRequest(
      getUserCall.path,
      getUserCall.requestSerialize,
      getUserCall.responseDeserialize,
      create(GetUserRequestSchema, { userId: "u".repeat(26) }),
      (error, value) => error ? reject(error) : resolve(value as GetUserResponse),
    )
  );
}

type Duplex = grpc.ServerDuplexStream<ServeHTTPRequest, ServeHTTPResponse>;

function respond(call: Duplex, bodyChunk: Uint8Array, bodyComplete: boolean): void {
  const init = { statusCode: 200 };
  call.write(create(ServeHTTPResponseSchema, { init, bodyChunk, bodyComplete }));
}

async function down(call: Duplex, bytes: number): Promise<void> {
  respond(call, new Uint8Array(0), false);
  const chunk = new Uint8Array(64 << 10);
  for (let sent = 0; sent < bytes; sent += chunk.length) {
    const message = create(ServeHTTPResponseSchema, { bodyChunk: chunk });
    if (!call.write(message)) await new Promise((resume) => call.once("drain", resume));
  }
  call.write(create(ServeHTTPResponseSchema, { bodyComplete: true }));
  call.end();
}

function serveHTTP(call: Duplex): void {
  let received = 0;
  let path = "";
  call.on("data", (message: ServeHTTPRequest) => {
    received += message.bodyChunk.length;
    if (message.init) path = message.init.url;
    if (!message.bodyComplete) return;
    const url = new URL(path, "http://localhost");
    if (url.pathname === "/down") {
      void down(call, Number(url.searchParams.get("bytes")));
    } else {
      const text = url.pathname === "/small" ? "ok" : String(received);
      respond(call, new TextEncoder().encode(text), true);
      call.end();
    }
  });
}

const server = new grpc.Server(options);
// deno-lint-ignore no-explicit-any -- grpc-js types an untyped service so
const service: Record<string, any> = {};
// deno-lint-ignore no-explicit-any -- as above
const handlers: Record<string, any> = {};
for (const method of PluginHooks.methods) service[method.name] = definition(method);
type Callback = (error: Error | null, value: unknown) => void;
handlers["OnActivate"] = (_: unknown, answer: Callback) =>
  answer(null, create(OnActivateResponseSchema));
handlers["MessageWillBePosted"] = (_: unknown, answer: Callback) =>
  answer(null, create(MessageWillBePostedResponseSchema));
handlers["ExecuteCommand"] = async (
  call: { request: { args?: { command: string } } },
  answer: Callback,
) => {
  const times: number[] = [];
  for (let left = Number(call.request.args?.command.split(" ")[1]); left > 0; left--) {
    const began = performance.now();
    await getUser();
    times.push((performance.now() - began) * 1000);
  }
  const response = { text: JSON.stringify(times) };
  answer(null, create(ExecuteCommandResponseSchema, { response }));
};
handlers["ServeHTTP"] = serveHTTP;
server.addService(service, handlers);
const health = buffer;
server.addService({
  Check: {
    path: "/grpc.health.v1.Health/Check",
    requestStream: false,
    responseStream: false,
    requestSerialize: health,
    requestDeserialize: health,
    responseSerialize: health,
    responseDeserialize: health,
  },
}, { Check: (_: unknown, answer: Callback) => answer(null, new Uint8Array([8, 1])) });
server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  console.log(`1|1|tcp|127.0.0.1:${port}|grpc`);
});
