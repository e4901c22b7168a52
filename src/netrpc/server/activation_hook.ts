/**
 * `OnActivate`, with which the server opens its API to the plugin.
 *
 * @module
 */
import { create, type Message } from "@bufbuild/protobuf";
import { OnActivateRequestSchema } from "../../../gen/mattermost/pluginapi/v1/hooks_lifecycle_pb.ts";
import { PluginHooks } from "../../../gen/mattermost/pluginapi/v1/hooks_pb.ts";
import { dialAll } from "../broker/dial_all.ts";
import { gobStruct, type GobType, gobUint } from "../gob/types.ts";
import { rpcClient } from "../rpc/rpc_client.ts";
import { type RpcMethod, rpcMethod } from "../rpc/rpc_server.ts";
import { hookTypes } from "../schema/method_types.ts";
import { callHandler, type HookFacts } from "./hook_methods.ts";

/** Connects to the server's API and to its database driver, then lets the plugin begin. */
export function activationHook(facts: HookFacts): RpcMethod {
  const { broker, slot } = facts;
  return rpcMethod({
    args: gobStruct("Z_OnActivateArgs", { APIMuxId: gobUint, DriverMuxId: gobUint }),
    result: hookTypes("onActivate").returns as GobType<Message>,
    async answer({ APIMuxId, DriverMuxId }) {
      // The server waits for both, whether they are used or not.
      const [api, driver] = await dialAll(broker, [APIMuxId, DriverMuxId]);
      slot.set({ client: rpcClient(api), driver: rpcClient(driver), broker });
      return await callHandler(
        facts,
        PluginHooks.method.onActivate,
        create(OnActivateRequestSchema),
      );
    },
  });
}
