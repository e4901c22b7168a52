/**
 * Handlers and streams for the tests of the seam.
 *
 * @module
 */
import { create } from "@bufbuild/protobuf";
import { PluginAPI } from "../../gen/mattermost/pluginapi/v1/api_pb.ts";
import {
  type KVGetRequest,
  KVGetResponseSchema,
} from "../../gen/mattermost/pluginapi/v1/api_kv_config_pb.ts";
import { PluginHooks } from "../../gen/mattermost/pluginapi/v1/hooks_pb.ts";
import {
  ServeHTTPRequestInitSchema,
  ServeHTTPResponseInitSchema,
} from "../../gen/mattermost/pluginapi/v1/hooks_http_pb.ts";
import type { Handler, IncomingCall, IncomingExchange } from "../../src/transport/transport.ts";

/** Answers `KVGet` by a function from key to value. */
export function kvHandler(
  get: (key: string, call: IncomingCall) => Promise<Uint8Array> | Uint8Array,
): Handler {
  return {
    service: PluginAPI,
    async call(_method, request, call) {
      const value = await get((request as KVGetRequest).key, call);
      return create(KVGetResponseSchema, { value });
    },
    exchange: () => Promise.reject(new Error("not asked for")),
  };
}

/** Answers `ServeHTTP` by a function. */
export function httpHandler(serve: (exchange: IncomingExchange) => Promise<void>): Handler {
  return {
    service: PluginHooks,
    call: () => Promise.reject(new Error("not asked for")),
    exchange: (_method, exchange) => serve(exchange),
  };
}

/** The head of a request. */
export function requestHead(url = "/", contentLength = -1n) {
  return create(ServeHTTPRequestInitSchema, { method: "POST", url, contentLength });
}

/** The head of an answer. */
export function answerHead(statusCode = 200) {
  return create(ServeHTTPResponseInitSchema, { statusCode });
}

/** A body of `count` chunks of `size` bytes, made when they are asked for, and how many were. */
export function countedBody(count: number, size: number): {
  readonly body: ReadableStream<Uint8Array>;
  readonly made: () => number;
  readonly cancelled: Promise<unknown>;
} {
  let made = 0;
  const { promise: cancelled, resolve } = Promise.withResolvers<unknown>();
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (made === count) return controller.close();
      controller.enqueue(new Uint8Array(size).fill(made++));
    },
    cancel: resolve,
  }, { highWaterMark: 0 });
  return { body, made: () => made, cancelled };
}

/** A body that stays open until it is cancelled. */
export function endlessBody(...first: Uint8Array[]): {
  readonly body: ReadableStream<Uint8Array>;
  readonly cancelled: Promise<unknown>;
} {
  const { promise: cancelled, resolve } = Promise.withResolvers<unknown>();
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => first.forEach((chunk) => controller.enqueue(chunk)),
    cancel: resolve,
  });
  return { body, cancelled };
}

/** All bytes of a body. */
export async function collect(body: ReadableStream<Uint8Array> | null): Promise<Uint8Array> {
  if (body === null) return new Uint8Array();
  return new Uint8Array(await new Response(body).arrayBuffer());
}

/** Resolves once an abort signal is aborted, with its reason. */
export function aborted(signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(signal.reason);
    else signal.addEventListener("abort", () => resolve(signal.reason), { once: true });
  });
}
