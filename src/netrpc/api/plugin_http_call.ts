/**
 * Requests to other plugins over net/rpc.
 *
 * @see Mattermost's `apiRPCClient.PluginHTTP` in server/public/plugin/client_rpc.go
 * @module
 */
import { create } from "@bufbuild/protobuf";
import {
  type PluginHTTPStreamRequestInit,
  PluginHTTPStreamResponseInitSchema,
} from "../../../gen/mattermost/pluginapi/v1/api_remaining_pb.ts";
import { collectBytes } from "../../transport/collect_bytes.ts";
import type { Exchange } from "../../transport/transport.ts";
import { plainReader } from "../broker/remote_reader.ts";
import { serveReader } from "../broker/serve_reader.ts";
import { fromGoHeader, type GoHeader, toGoHeader } from "../http/go_header.ts";
import { isMissingMethod } from "../rpc/rpc_error.ts";
import {
  pluginHTTPArgs,
  pluginHTTPReturns,
  pluginHTTPStreamArgs,
  pluginHTTPStreamReturns,
} from "../schema/streamed_types.ts";
import type { ApiConnection } from "./api_connection.ts";
import type { StreamedCall } from "./streamed_calls.ts";

/** Connections to servers that know the whole-message form only. */
const lacksStreaming = new WeakSet<ApiConnection["client"]>();

/** Sends a request: streaming where the server knows that, else as a whole. */
export const pluginHTTP: StreamedCall = async (connection, init, body) => {
  const { client } = connection;
  const request = goRequest(init as PluginHTTPStreamRequestInit);
  if (!lacksStreaming.has(client)) {
    try {
      return await streamed(connection, request, body);
    } catch (error) {
      if (!isMissingMethod(error)) throw error;
      lacksStreaming.add(client);
    }
  }
  const args = {
    Request: request,
    RequestBody: body === null ? new Uint8Array() : await collectBytes(body),
  };
  const returns = pluginHTTPReturns();
  const { Response, ResponseBody } = await client.call(
    "Plugin.PluginHTTP",
    pluginHTTPArgs(),
    args,
    returns,
  );
  return exchange(
    Response.StatusCode,
    Response.Header,
    new Blob([new Uint8Array(ResponseBody)]).stream(),
  );
};

async function streamed(
  { client, broker }: ApiConnection,
  request: GoRequest,
  body: ReadableStream<Uint8Array> | null,
): Promise<Exchange> {
  const ResponseBodyStream = broker.nextId();
  const response = broker.accept(ResponseBodyStream);
  response.catch(() => {}); // Waited for below, if the call goes well.
  const RequestBodyStream = body === null ? 0 : broker.nextId();
  if (body !== null) {
    // Nothing is taken of it before the server comes for it: an older one never does.
    broker.accept(RequestBodyStream).then((stream) => serveReader(body, stream), () => {});
  }
  const args = { ResponseBodyStream, Request: request, RequestBodyStream };
  const { StatusCode, Header } = await client.call(
    "Plugin.PluginHTTPStream",
    pluginHTTPStreamArgs(),
    args,
    pluginHTTPStreamReturns(),
  );
  return exchange(StatusCode, Header, plainReader(await response));
}

type GoRequest = ReturnType<typeof goRequest>;

function goRequest({ method, url, headers, host }: PluginHTTPStreamRequestInit) {
  return {
    Method: method,
    URL: url,
    Proto: "HTTP/1.1",
    ProtoMajor: 1,
    ProtoMinor: 1,
    Header: toGoHeader(headers),
    Host: host,
    RemoteAddr: "",
    RequestURI: "",
  };
}

function exchange(
  statusCode: number,
  header: GoHeader,
  body: ReadableStream<Uint8Array>,
): Exchange {
  const headers = fromGoHeader(header);
  return { init: create(PluginHTTPStreamResponseInitSchema, { statusCode, headers }), body };
}
