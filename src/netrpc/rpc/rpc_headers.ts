/**
 * The heads of Go's `net/rpc` messages. Each is followed by one value: the argument or the result.
 *
 * @see https://pkg.go.dev/net/rpc
 * @module
 */
import { gobString, gobStruct, gobUint } from "../gob/types.ts";

/** The head of a request: `net/rpc.Request`. */
export const rpcRequest = gobStruct("Request", { ServiceMethod: gobString, Seq: gobUint });

/** The head of a response: `net/rpc.Response`. An empty `Error` means that a result follows. */
export const rpcResponse = gobStruct("Response", {
  ServiceMethod: gobString,
  Seq: gobUint,
  Error: gobString,
});

/** Go's `struct{}`: nothing at all. */
export const nothing = gobStruct("", {});
