/**
 * A host of our own for what a real one does not do: it cuts, mixes up and says nothing.
 *
 * @module
 */
import { type MuxBroker, muxBroker } from "../../src/netrpc/broker/mux_broker.ts";
import { gobString, gobStruct, gobUint } from "../../src/netrpc/gob/types.ts";
import { type RpcClient, rpcClient } from "../../src/netrpc/rpc/rpc_client.ts";
import { nothing } from "../../src/netrpc/rpc/rpc_headers.ts";
import { type RpcMethod, serveRpc } from "../../src/netrpc/rpc/rpc_server.ts";
import type { YamuxConnection } from "../../src/netrpc/yamux/connection.ts";
import { openYamux, type YamuxSession } from "../../src/netrpc/yamux/mod.ts";

/** A host that is connected to a plugin. */
export interface TypescriptHost extends AsyncDisposable {
  readonly session: YamuxSession;
  readonly broker: MuxBroker;
  readonly control: RpcClient;
  /** Asks for a thing by its name, as for "hooks". */
  dispense(name: string): Promise<RpcClient>;
  /** Calls `OnActivate` with an API of these methods. */
  activate(hooks: RpcClient, api: ReadonlyMap<string, RpcMethod>): Promise<void>;
}

const activationArgs = gobStruct("Z_OnActivateArgs", { APIMuxId: gobUint, DriverMuxId: gobUint });

/** Does what go-plugin does first; streams that nobody asks for are reset in so many milliseconds. */
export function typescriptHost(connection: YamuxConnection, withinMs?: number): TypescriptHost {
  const session = openYamux(connection, { side: "client" });
  const control = rpcClient(session.open());
  session.open(); // Standard output
  session.open(); // and standard error, which carry nothing.
  const broker = muxBroker(session, withinMs);
  return {
    session,
    broker,
    control,
    async dispense(name) {
      const id = await control.call("Dispenser.Dispense", gobString, name, gobUint);
      return rpcClient(await broker.dial(id));
    },
    async activate(hooks, api) {
      const args = { APIMuxId: broker.nextId(), DriverMuxId: broker.nextId() };
      const served = broker.accept(args.APIMuxId).then((stream) => {
        serveRpc(stream, { find: (name) => api.get(name), onError: console.error })
          .catch(() => {}); // It ends with the session.
      });
      const driver = broker.accept(args.DriverMuxId);
      await hooks.call("Plugin.OnActivate", activationArgs, args, nothing);
      await Promise.all([served, driver]);
    },
    async [Symbol.asyncDispose]() {
      session.close();
      await session.closed;
    },
  };
}

/** The same connection, with at most so many bytes for each read. */
export function cut(connection: YamuxConnection, bytes: number): YamuxConnection {
  return {
    read: (into) => connection.read(into.subarray(0, bytes)),
    async write(all) {
      return await connection.write(all.subarray(0, bytes));
    },
    close: () => connection.close(),
  };
}
