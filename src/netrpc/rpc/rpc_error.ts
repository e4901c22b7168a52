/**
 * How a net/rpc call fails.
 *
 * @module
 */

/** The peer answered with an error text; Go's `rpc.ServerError`. */
export class RpcServerError extends Error {
  override readonly name = "RpcServerError";
}

/** The connection ended before the answer came. */
export class RpcConnectionError extends Error {
  override readonly name = "RpcConnectionError";
}

/** Whether the peer does not have the method that was called. */
export function isMissingMethod(error: unknown): boolean {
  return error instanceof RpcServerError &&
    /^rpc: can't find (method|service) /.test(error.message);
}
