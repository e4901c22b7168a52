/** `PluginHTTP`: a plugin's HTTP request to another plugin, as the Web's types. @module */

import { create, type Message } from "@bufbuild/protobuf";
import {
  type PluginHTTPRequest,
  PluginHTTPResponseSchema,
  type PluginHTTPStreamRequestInit,
  PluginHTTPStreamResponseInitSchema,
} from "../../gen/mattermost/pluginapi/v1/api_remaining_pb.ts";
import type { PluginAPIHandlerContext } from "../../gen/plugin_api_handlers.ts";
import type { HTTPHeader } from "../../gen/mattermost/pluginapi/v1/hooks_http_pb.ts";
import { toHeaders } from "../api/http_fields.ts";
import { ValidationError } from "../api/errors.ts";
import type { IncomingExchange } from "../transport/transport.ts";
import { textOf } from "../transport/text_of.ts";
import { toHTTPHeaders } from "./http_headers.ts";

type Method = (request: unknown, context: PluginAPIHandlerContext) => unknown;

/** Answers the method whose bodies are inside of its messages. */
export async function answerPluginHTTP(
  run: Method,
  message: Message,
  context: PluginAPIHandlerContext,
): Promise<Message> {
  const { method, url, headers, headerList, body } = message as PluginHTTPRequest;
  const list = headerList.length > 0
    ? headerList
    : Object.entries(headers).map(([key, value]) => ({ key, values: [value] } as HTTPHeader));
  const request = webRequest(
    { method, url, headers: list },
    body.length > 0 ? body as Uint8Array<ArrayBuffer> : null,
    context.signal,
  );
  const response = await run(request, context) as Response;
  const answer = toHTTPHeaders(response.headers);
  return create(PluginHTTPResponseSchema, {
    statusCode: response.status,
    headerList: answer,
    headers: Object.fromEntries(answer.map(({ key, values }) => [key, values.join(", ")])),
    body: await response.bytes(),
  });
}

/** Answers the method whose bodies are streams. */
export async function answerPluginHTTPStream(
  exchange: IncomingExchange,
  run: ((request: Request) => Promise<Response>) | undefined,
  failed: (error: unknown) => Message,
): Promise<void> {
  let response: Response;
  try {
    if (!run) return await refuse(undefined);
    const init = exchange.init as PluginHTTPStreamRequestInit;
    response = await run(webRequest(init, exchange.body, exchange.signal));
  } catch (error) {
    return await refuse(error);
  }
  const writer = await exchange.respond(create(PluginHTTPStreamResponseInitSchema, {
    statusCode: response.status,
    headers: toHTTPHeaders(response.headers),
  }));
  try {
    for await (const chunk of response.body ?? []) await writer.write(chunk);
    await writer.close();
  } catch (error) {
    writer.abort(error);
  }

  async function refuse(error: unknown): Promise<void> {
    await exchange.body?.cancel().catch(() => {}); // It may be locked by what failed.
    await (await exchange.respond(failed(error))).close();
  }
}

/** Go's URL of such a request is a path whose first part is the other plugin's id. */
const BASE = "http://plugins";

function webRequest(
  head: { method: string; url: string; headers: readonly HTTPHeader[]; host?: string },
  body: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer> | null,
  signal: AbortSignal,
): Request {
  try {
    return new Request(new URL(head.url, BASE), {
      method: head.method || "GET",
      headers: toHeaders(head.headers),
      body,
      signal,
    });
  } catch (error) {
    throw new ValidationError({
      id: "plugin_api.plugin_http.app_error",
      where: "PluginHTTP",
      message: `This is no request that can be passed on: ${textOf(error)}`,
      method: "pluginHTTP",
    });
  }
}
