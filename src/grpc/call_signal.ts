/**
 * The `AbortSignal` of an incoming call, made only for those who ask: most calls never look at it,
 * and an `AbortController` costs more than the rest of a small call's bookkeeping.
 *
 * @module
 */
import { TransportError } from "../transport/transport_error.ts";
import type { ServerCall } from "./server_call.ts";

/** A signal that may not exist yet. */
export interface LazySignal {
  readonly signal: AbortSignal;
  abort(reason: unknown): void;
}

/** Makes a signal that is made when it is first read. */
export function lazySignal(): LazySignal {
  let controller: AbortController | undefined;
  let aborted: { reason: unknown } | undefined;
  return {
    get signal() {
      if (controller === undefined) {
        controller = new AbortController();
        if (aborted !== undefined) controller.abort(aborted.reason);
      }
      return controller.signal;
    },
    abort(reason) {
      aborted ??= { reason };
      controller?.abort(aborted.reason);
    },
  };
}

/** Why a call is over before it was answered. */
export function cancelReason(call: ServerCall): TransportError {
  return call.deadline <= Date.now()
    ? new TransportError("DEADLINE_EXCEEDED", "the caller's deadline has passed")
    : new TransportError(
      "CANCELLED",
      "the caller cancelled the call or is gone, or this server stops",
    );
}
