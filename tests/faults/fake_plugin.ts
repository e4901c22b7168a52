/**
 * A plugin made of nothing but the gRPC room: what the host does about plugins must not depend on our
 * own plugin side. Its arguments switch its faults on; the text of a post says what to do with it.
 *
 * @module
 */
import { create, type Message } from "@bufbuild/protobuf";
import { Health, HealthCheckResponseSchema } from "../../gen/grpc/health/v1/health_pb.ts";
import { EmptySchema, GRPCController } from "../../gen/hashicorp/go_plugin/grpc_controller_pb.ts";
import { PluginHooks } from "../../gen/mattermost/pluginapi/v1/hooks_pb.ts";
import { ServeHTTPResponseInitSchema } from "../../gen/mattermost/pluginapi/v1/hooks_http_pb.ts";
import type { MessageWillBePostedRequest } from "../../gen/mattermost/pluginapi/v1/hooks_message_pb.ts";
import { serveGrpc } from "../../src/grpc/serve_grpc.ts";
import type { Handler, IncomingCall } from "../../src/transport/transport.ts";

const flags = new Set(Deno.args);
const say = (text: string) => console.error(`[INFO] ${text}`);

function never(call: IncomingCall): Promise<never> {
  return new Promise((_, reject) => {
    call.signal.addEventListener("abort", () => {
      say("aborted");
      reject(call.signal.reason);
    });
  });
}

const hooks: Handler = {
  service: PluginHooks,
  async call(method, request, call) {
    const answer = (init: Record<string, unknown>): Message => create(method.output, init);
    switch (method.name) {
      case "Implemented":
        return answer({
          hooks: [
            "OnActivate",
            "OnConfigurationChange",
            "OnDeactivate",
            "MessageWillBePosted",
            "ExecuteCommand",
            "ServeHTTP",
            "Unheard",
          ],
        });
      case "MessageWillBePosted": {
        const { post } = request as MessageWillBePostedRequest;
        const message = post?.message ?? "";
        say(`posting ${message.slice(0, 20)}`);
        if (message === "hang") return await never(call);
        if (message === "throw") throw new Error("the hook is broken");
        if (message === "exit") Deno.exit(7);
        if (message === "reject") return answer({ rejectionReason: "no" });
        return answer({ modifiedPost: { ...post, message: `${message.length}` } });
      }
      case "OnActivate":
        say("activating");
        if (flags.has("--fail-activation")) {
          return answer({ error: { id: "x.y.z", message: "the moon is wrong", statusCode: 500 } });
        }
        if (flags.has("--exit-in-activation")) Deno.exit(9);
        return answer({});
      case "OnConfigurationChange":
      case "OnDeactivate":
        say(method.name);
        return answer({});
      case "ExecuteCommand":
        return answer({ error: { message: "only the text", statusCode: 400 } });
      default:
        return answer({});
    }
  },
  async exchange(_, exchange) {
    const writer = await exchange.respond(
      create(ServeHTTPResponseInitSchema, {
        statusCode: 200,
        headers: [{ key: "X-Pid", values: [`${Deno.pid}`] }],
      }),
    );
    for await (const chunk of exchange.body ?? []) await writer.write(chunk);
    await writer.close();
  },
};

let healthy = true;
const health: Handler = {
  // Watch streams, which a handler cannot answer; hosts do not use it.
  service: { ...Health, methods: [Health.method.check] },
  call: () => Promise.resolve(create(HealthCheckResponseSchema, { status: healthy ? 1 : 2 })),
  exchange: () => Promise.reject(new Error("not served")),
};

const controller: Handler = {
  service: GRPCController,
  call: () => {
    say("shutdown");
    if (!flags.has("--ignore-shutdown")) setTimeout(() => Deno.exit(0));
    return Promise.resolve(create(EmptySchema));
  },
  exchange: () => Promise.reject(new Error("not served")),
};

Deno.addSignalListener("SIGUSR1", () => {
  healthy = false;
  say("unwell");
});
Deno.addSignalListener("SIGTERM", () => {
  say("SIGTERM");
  if (!flags.has("--ignore-sigterm")) Deno.exit(0);
});
const path = `${Deno.env.get("PLUGIN_UNIX_SOCKET_DIR")}/plugin.sock`;
await serveGrpc({
  handlers: flags.has("--no-controller") ? [hooks, health] : [hooks, health, controller],
  listen: { path },
});
console.log(`1|1|unix|${path}|grpc`);
console.log("something after the handshake");
