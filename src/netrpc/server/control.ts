/**
 * What go-plugin itself asks of a plugin over net/rpc.
 *
 * @see https://pkg.go.dev/github.com/hashicorp/go-plugin#RPCServer
 * @module
 */
import type { MuxBroker } from "../broker/mux_broker.ts";
import type { DuplexStream } from "../duplex_stream.ts";
import { gobBool, gobString, gobUint } from "../gob/types.ts";
import { nothing } from "../rpc/rpc_headers.ts";
import { type RpcMethod, rpcMethod } from "../rpc/rpc_server.ts";

/** The name under which Mattermost asks for a plugin's hooks. */
const hooksName = "hooks";

/** What the control connection leads to. */
export interface ControlOptions {
  readonly broker: MuxBroker;
  /** Serves the plugin's hooks on a stream. */
  readonly serveHooks: (stream: DuplexStream) => void;
  /** Called when the host asks for the end. */
  readonly onQuit: () => void;
  readonly onError: (what: string) => void;
}

/** The methods `Control.Ping`, `Control.Quit` and `Dispenser.Dispense`. */
export function controlMethods(options: ControlOptions): ReadonlyMap<string, RpcMethod> {
  const { broker, serveHooks, onQuit, onError } = options;
  return new Map([
    ["Control.Ping", rpcMethod({ args: gobBool, result: nothing, answer: () => ({}) })],
    [
      "Control.Quit",
      rpcMethod({
        args: gobBool,
        result: nothing,
        answer() {
          // After the answer: a host that gets none takes the plugin for broken.
          setTimeout(onQuit, 0);
          return {};
        },
      }),
    ],
    [
      "Dispenser.Dispense",
      rpcMethod({
        args: gobString,
        result: gobUint,
        answer(name) {
          if (name !== hooksName) throw new Error(`unknown plugin type: ${name}`);
          const id = broker.nextId();
          broker.accept(id).then(serveHooks, (error: Error) => onError(error.message));
          return id;
        },
      }),
    ],
  ]);
}
