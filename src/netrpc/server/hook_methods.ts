/**
 * A plugin's hooks as net/rpc methods.
 *
 * @see Mattermost's `hooksRPCServer` in server/public/plugin/client_rpc.go
 * @module
 */
import { create, type Message } from "@bufbuild/protobuf";
import { hookMethods as hookTable } from "../../../gen/hook_methods.ts";
import {
  ImplementedRequestSchema,
  type ImplementedResponse,
} from "../../../gen/mattermost/pluginapi/v1/hooks_lifecycle_pb.ts";
import { PluginHooks } from "../../../gen/mattermost/pluginapi/v1/hooks_pb.ts";
import { lowerFirstRun } from "../../contract/names.ts";
import type { Handler } from "../../transport/transport.ts";
import { TransportError } from "../../transport/transport_error.ts";
import type { ApiConnectionSlot } from "../api/api_connection.ts";
import type { MuxBroker } from "../broker/mux_broker.ts";
import { gobSlice, gobString, type GobType } from "../gob/types.ts";
import { nothing } from "../rpc/rpc_headers.ts";
import { type RpcMethod, rpcMethod } from "../rpc/rpc_server.ts";
import { hookTypes } from "../schema/method_types.ts";
import { fileHook } from "./file_hook.ts";
import { httpHook } from "./http_hook.ts";
import { activationHook } from "./activation_hook.ts";
import { settleAnswer } from "./settle_answer.ts";

/** What the hooks of one connection need. */
export interface HookFacts {
  readonly handler: Handler;
  readonly broker: MuxBroker;
  /** Where the connection for the API is put when the server activates the plugin. */
  readonly slot: ApiConnectionSlot;
  /** Aborted when the connection ends. */
  readonly signal: AbortSignal;
}

/** Hooks with streams, or with what is no message. */
const special: ReadonlyMap<string, (facts: HookFacts) => RpcMethod> = new Map([
  ["Plugin.Implemented", implemented],
  ["Plugin.OnActivate", activationHook],
  ["Plugin.ServeHTTP", (facts) => httpHook(facts, PluginHooks.method.serveHTTP)],
  ["Plugin.ServeMetrics", (facts) => httpHook(facts, PluginHooks.method.serveMetrics)],
  ["Plugin.FileWillBeUploaded", fileHook],
]);

/** Finds the method for a name as net/rpc has it: `Plugin.MessageWillBePosted`. */
export function hookMethods(facts: HookFacts): (name: string) => RpcMethod | undefined {
  const known = new Map<string, RpcMethod>();
  return (name) => {
    let method = known.get(name);
    if (method === undefined) {
      method = special.get(name)?.(facts) ?? unaryHook(facts, name);
      if (method !== undefined) known.set(name, method);
    }
    return method;
  };
}

/** Calls the handler; its failures are told in the words of the handler alone. */
export async function callHandler(
  { handler, signal }: HookFacts,
  method: Parameters<Handler["call"]>[0],
  request: Message,
): Promise<Message> {
  try {
    return await handler.call(method, request, { signal });
  } catch (error) {
    throw error instanceof TransportError ? new Error(error.details, { cause: error }) : error;
  }
}

function implemented(facts: HookFacts): RpcMethod {
  const { method } = PluginHooks;
  return rpcMethod({
    args: nothing,
    result: gobSlice(gobString),
    async answer() {
      const request = create(ImplementedRequestSchema);
      return (await callHandler(facts, method.implemented, request) as ImplementedResponse).hooks;
    },
  });
}

function unaryHook(facts: HookFacts, name: string): RpcMethod | undefined {
  const [service, goName = ""] = name.split(".");
  const local = lowerFirstRun(goName);
  if (service !== "Plugin" || !Object.hasOwn(hookTable, local)) return undefined;
  const hook = local as keyof typeof hookTable;
  const info = hookTable[hook];
  if (info.goName !== goName) return undefined;
  const { args, returns } = hookTypes(hook);
  const settle = settleAnswer(hook);
  return rpcMethod({
    args: args as GobType<Message>,
    result: returns as GobType<Message>,
    async answer(request) {
      const answer = await callHandler(facts, info.method, request);
      settle?.(request, answer);
      return answer;
    },
  });
}
