/**
 * A host's side of go-plugin's net/rpc protocol, as a Mattermost server's: it calls the hooks of a
 * plugin, and answers its calls of the API.
 *
 * @module
 */
import { create, type DescMethod, type Message } from "@bufbuild/protobuf";
import {
  ImplementedResponseSchema,
  type OnActivateRequest,
} from "../../../gen/mattermost/pluginapi/v1/hooks_lifecycle_pb.ts";
import type { HookName } from "../../../gen/plugin_hooks.ts";
import type { Handler, Transport, TransportCallOptions } from "../../transport/transport.ts";
import { TransportError } from "../../transport/transport_error.ts";
import { abortedError, withinLimits } from "../api/call_limits.ts";
import { toTransportError } from "../api/netrpc_transport.ts";
import { type MuxBroker, muxBroker } from "../broker/mux_broker.ts";
import { gobBool, gobSlice, gobString, gobStruct, type GobType, gobUint } from "../gob/types.ts";
import { type RpcClient, rpcClient } from "../rpc/rpc_client.ts";
import { nothing } from "../rpc/rpc_headers.ts";
import { serveRpc } from "../rpc/rpc_server.ts";
import { hookTypes } from "../schema/method_types.ts";
import type { YamuxConnection } from "../yamux/connection.ts";
import { openYamux } from "../yamux/session.ts";
import { apiMethods } from "./api_methods.ts";
import { callFileHook } from "./file_call.ts";
import { callHttpHook } from "./http_call.ts";
import { keepUncleared } from "./keep_uncleared.ts";

/** What a host has for a plugin. */
export interface PluginHostOptions {
  /** Answers the plugin's calls of the API. */
  readonly api: Handler;
  /** Told of what goes wrong where no caller learns of it. */
  readonly onError: (what: string) => void;
}

const activationArgs = gobStruct("Z_OnActivateArgs", { APIMuxId: gobUint, DriverMuxId: gobUint });

/**
 * Does what go-plugin does first, and gives the way to the plugin's hooks. The API is opened with
 * `OnActivate`; a database there is none, its driver has no methods. Closing the transport asks the
 * plugin for its end.
 */
export async function connectNetrpcPlugin(
  connection: YamuxConnection,
  options: PluginHostOptions,
): Promise<Transport> {
  const session = openYamux(connection, { side: "client" });
  const control = rpcClient(session.open());
  session.open(); // Standard output
  session.open(); // and standard error, which carry nothing.
  const broker = muxBroker(session);
  const id = await control.call("Dispenser.Dispense", gobString, "hooks", gobUint);
  const hooks = rpcClient(await broker.dial(id));
  const ended = new AbortController();

  return {
    protocol: "netrpc",
    call: async (method, request, callOptions) =>
      await call({ hooks, broker, ...options, signal: ended.signal }, method, request, callOptions),
    exchange: (method, init, body, callOptions) =>
      callHttpHook({ hooks, broker, onError: options.onError }, method, init, body, callOptions),
    supports: (method) => Promise.resolve(["serveHTTP", "serveMetrics"].includes(method.localName)),
    async close() {
      ended.abort(new TransportError("CANCELLED", "the connection was closed"));
      await control.call("Control.Quit", gobBool, true, nothing).catch(() => {});
      hooks.close();
      session.close();
      await session.closed;
    },
  };
}

interface Connected extends PluginHostOptions {
  readonly hooks: RpcClient;
  readonly broker: MuxBroker;
  readonly signal: AbortSignal;
}

// deno-lint-ignore no-explicit-any -- the answer is the method's, which the seam's types say
type AnyMessage = any;

async function call(
  connected: Connected,
  method: DescMethod,
  request: Message,
  options: TransportCallOptions | undefined,
): Promise<AnyMessage> {
  if (options?.signal?.aborted) throw abortedError(options.signal);
  try {
    return await withinLimits(answer(connected, method, request), options);
  } catch (error) {
    throw toTransportError(error, method.name);
  }
}

async function answer(
  connected: Connected,
  method: DescMethod,
  request: Message,
): Promise<Message> {
  const { hooks } = connected;
  switch (method.localName) {
    case "implemented": {
      const names = await hooks.call("Plugin.Implemented", nothing, {}, gobSlice(gobString));
      return create(ImplementedResponseSchema, { hooks: [...names] });
    }
    case "onActivate":
      return await activate(connected, request as OnActivateRequest);
    case "fileWillBeUploaded":
      return keepUncleared(method.localName, request, await callFileHook(connected, request));
  }
  const { goName, args, returns } = hookTypes(method.localName as HookName);
  const response = await hooks.call(`Plugin.${goName}`, args, request, returns);
  return keepUncleared(method.localName, request, response);
}

/** Opens the API and the driver, as the server does with `OnActivate`. */
async function activate(
  { hooks, broker, api, onError, signal }: Connected,
  _request: OnActivateRequest,
): Promise<Message> {
  const args = { APIMuxId: broker.nextId(), DriverMuxId: broker.nextId() };
  const find = apiMethods({ api, broker, signal });
  const serve = (id: number, methods: typeof find) =>
    broker.accept(id).then((stream) => {
      // It ends with the session.
      serveRpc(stream, { find: methods, onError }).catch(() => {});
    });
  const opened = Promise.all([
    serve(args.APIMuxId, find),
    serve(args.DriverMuxId, () => undefined),
  ]);
  opened.catch(() => {}); // The call's own error says more.
  const { returns } = hookTypes("onActivate");
  const response = await hooks.call(
    "Plugin.OnActivate",
    activationArgs,
    args,
    returns as GobType<Message>,
  );
  await opened;
  return response;
}
