import { assertEquals, assertRejects } from "@std/assert";
import { create } from "@bufbuild/protobuf";
import { PluginAPI as Service } from "../../gen/mattermost/pluginapi/v1/api_pb.ts";
import { serveGrpc } from "../grpc/serve_grpc.ts";
import { TransportError } from "../transport/transport_error.ts";
import { connect } from "./connect.ts";
import { PluginAPIError } from "./errors.ts";

Deno.test("a program beside the server connects, calls, and closes", async () => {
  const server = await serveGrpc({
    handlers: [{
      service: Service,
      call: (method) => {
        if (method.localName !== "getServerVersion") throw new TransportError("UNIMPLEMENTED", "");
        return Promise.resolve(create(method.output, { version: "11.8.0" } as never));
      },
      exchange: () => Promise.reject(new TransportError("UNIMPLEMENTED", "")),
    }],
    listen: { port: 0 },
  });
  let closed;
  {
    await using api = await connect({ target: server.address, timeoutMs: 10_000 });
    assertEquals(await api.getServerVersion(), "11.8.0");
    closed = api;
  }
  await assertRejects(() => closed.getServerVersion(), PluginAPIError);
  await server.stop({ graceMs: 0 });
});

Deno.test("nobody at the target is an UnavailableError; a target that is no address is refused", async () => {
  const folder = await Deno.makeTempDir();
  await using api = await connect({ target: `unix:${folder}/none.sock`, timeoutMs: 200 });
  const error = await assertRejects(() => api.getServerVersion(), PluginAPIError);
  assertEquals([503, 504].includes(error.statusCode), true, error.message);
  await Deno.remove(folder, { recursive: true });
  await assertRejects(() => connect({ target: "a:1,b:2" }), TypeError);
});
