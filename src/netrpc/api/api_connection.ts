/**
 * The server's plugin API, as a plugin reaches it.
 *
 * @module
 */
import { TransportError } from "../../transport/transport_error.ts";
import type { MuxBroker } from "../broker/mux_broker.ts";
import type { RpcClient } from "../rpc/rpc_client.ts";

/** What calls of the API go over. */
export interface ApiConnection {
  /** The API. */
  readonly client: RpcClient;
  /** The database driver. */
  readonly driver: RpcClient;
  /** Opens streams beside the calls. */
  readonly broker: MuxBroker;
}

/** A connection that the server opens when it activates the plugin. */
export interface ApiConnectionSlot {
  /** The connection of now. @throws {TransportError} `UNAVAILABLE` before the server has opened one */
  get(): ApiConnection;
  /** Puts a connection in; the one before is closed. */
  set(connection: ApiConnection | undefined): void;
  /** Takes out the connection of now, if it goes over this broker. */
  clear(broker: MuxBroker): void;
}

/** A slot without a connection. */
export function apiConnectionSlot(): ApiConnectionSlot {
  let current: ApiConnection | undefined;
  const set = (connection: ApiConnection | undefined) => {
    current?.client.close();
    current?.driver.close();
    current = connection;
  };
  return {
    get() {
      if (current !== undefined) return current;
      throw new TransportError(
        "UNAVAILABLE",
        "the server has not activated the plugin yet; call the API from onActivate on",
      );
    },
    set,
    clear(broker) {
      if (current?.broker === broker) set(undefined);
    },
  };
}
