/**
 * Requests to other plugins: `api.pluginHTTP`.
 *
 * @module
 */
import { create } from "@bufbuild/protobuf";
import {
  PluginHTTPRequestSchema,
  type PluginHTTPResponse,
  PluginHTTPStreamRequestInitSchema,
  type PluginHTTPStreamResponseInit,
} from "../../gen/mattermost/pluginapi/v1/api_remaining_pb.ts";
import type { AppError } from "../../gen/mattermost/pluginapi/v1/common_pb.ts";
import type { HTTPHeader } from "../../gen/mattermost/pluginapi/v1/hooks_http_pb.ts";
import type { MethodInfo } from "../../gen/method_info.ts";
import type { PluginAPICallOptions } from "../../gen/plugin_api.ts";
import { fillSuperseded, preferNew } from "../contract/superseded_fields.ts";
import type { Transport, TransportCallOptions } from "../transport/transport.ts";
import { callOptions, unary } from "./api_call.ts";
import { fromAppError, isFailure } from "./app_error.ts";
import { asStream, collect, translateFailure } from "./byte_stream.ts";
import { PluginAPIError, ValidationError } from "./errors.ts";
import { headerLines, toHeaderFields, toHeaders } from "./http_fields.ts";
import { shown } from "./mismatch.ts";
import { toPluginAPIError } from "./to_plugin_api_error.ts";

/**
 * `pluginHTTP` as a function: the path of the request's URL begins with the other plugin's id, as in
 * `http://plugins/com.example.other/api/v1/things`; the URL's host is passed on and has no meaning.
 */
export function pluginHTTPCall(
  transport: Transport,
  info: MethodInfo & Required<Pick<MethodInfo, "stream">>,
  limits: TransportCallOptions,
): (request: Request, options?: PluginAPICallOptions) => Promise<Response> {
  const fail = (error: unknown, timeoutMs?: number) =>
    toPluginAPIError(error, info.name, { since: info.since, timeoutMs });
  const method = unary(info.method);

  return async (request, options) => {
    if (!(request instanceof Request)) {
      throw new ValidationError({
        message: `api.${info.name}: expected a Request, got ${shown(request)}`,
        id: "plugin.invalid_argument",
      });
    }
    const chosen = callOptions(limits, options);
    const effective = {
      ...chosen,
      signal: chosen.signal === undefined
        ? request.signal
        : AbortSignal.any([request.signal, chosen.signal]),
    };
    try {
      if (await transport.supports(info.stream)) {
        const head = streamHead(request);
        const answer = await transport.exchange(info.stream, head, request.body, effective);
        const init = answer.init as PluginHTTPStreamResponseInit;
        throwIfFailed(init.error, info.name);
        const body = answer.body === null ? null : translateFailure(answer.body, fail);
        return await response(init.statusCode, init.headers, body, info.name);
      }
      const message = await wholeRequest(request);
      fillSuperseded(PluginHTTPRequestSchema, message);
      const whole = await transport.call(method, message, effective) as PluginHTTPResponse;
      preferNew(method.output, whole);
      throwIfFailed(whole.error, info.name);
      return await response(whole.statusCode, whole.headerList, asStream(whole.body), info.name);
    } catch (error) {
      throw fail(error, effective.timeoutMs);
    }
  };
}

function streamHead(request: Request) {
  const url = new URL(request.url);
  const length = request.headers.get("content-length");
  return create(PluginHTTPStreamRequestInitSchema, {
    method: request.method,
    url: url.pathname + url.search,
    headers: toHeaderFields(headerLines(request.headers)),
    host: request.headers.get("host") ?? url.host,
    contentLength: request.body === null
      ? 0n
      : length !== null && /^\d+$/.test(length)
      ? BigInt(length)
      : -1n,
  });
}

async function wholeRequest(request: Request) {
  const url = new URL(request.url);
  return create(PluginHTTPRequestSchema, {
    method: request.method,
    url: url.pathname + url.search,
    headerList: toHeaderFields(headerLines(request.headers)),
    body: request.body === null ? new Uint8Array() : await collect(request.body),
  });
}

function throwIfFailed(error: AppError | undefined, method: string): void {
  if (isFailure(error)) throw fromAppError(error, method);
}

/** Statuses that have no body; `Response` insists on it. */
const withoutBody: ReadonlySet<number> = new Set([204, 205, 304]);

async function response(
  status: number,
  headers: readonly HTTPHeader[],
  body: ReadableStream<Uint8Array> | null,
  method: string,
): Promise<Response> {
  const bodiless = withoutBody.has(status);
  if (bodiless) await body?.cancel();
  try {
    return new Response(bodiless ? null : body as ReadableStream<Uint8Array<ArrayBuffer>> | null, {
      status: status === 0 ? 200 : status,
      headers: toHeaders(headers),
    });
  } catch (cause) {
    await body?.cancel().catch(() => {});
    throw new PluginAPIError({
      message: `${method}: the other plugin answered with status ${status}, which a Response ` +
        "cannot have",
      method,
      cause,
    });
  }
}
