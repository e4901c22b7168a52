/**
 * A handler that takes calls before what answers them is there.
 *
 * @module
 */
import type { DescService } from "@bufbuild/protobuf";
import type { Handler } from "./transport.ts";

/** The handler, and how it gets what answers. */
export interface DeferredHandler {
  /** Takes calls; they wait until `resolve` was called, and are in order from then on. */
  readonly handler: Handler;
  /** Gives it what answers; once. */
  readonly resolve: (handler: Handler) => void;
}

/** A handler for a service whose implementation comes later. */
export function deferredHandler(service: DescService): DeferredHandler {
  const { promise, resolve } = Promise.withResolvers<Handler>();
  let ready: Handler | undefined;
  return {
    handler: {
      service,
      call: (method, request, call) =>
        ready?.call(method, request, call) ??
          promise.then((handler) => handler.call(method, request, call)),
      exchange: (method, exchange) =>
        ready?.exchange(method, exchange) ??
          promise.then((handler) => handler.exchange(method, exchange)),
    },
    resolve(handler) {
      ready = handler;
      resolve(handler);
    },
  };
}
