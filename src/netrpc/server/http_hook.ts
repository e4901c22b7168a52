/**
 * `ServeHTTP` and `ServeMetrics`: the answer goes back over a `http.ResponseWriter` of the server,
 * and the request's body comes from a reader of the server.
 *
 * @module
 */
import { create, type DescMethod } from "@bufbuild/protobuf";
import {
  type ServeHTTPRequestInit,
  ServeHTTPRequestInitSchema,
  type ServeHTTPResponseInit,
} from "../../../gen/mattermost/pluginapi/v1/hooks_http_pb.ts";
import type { IncomingExchange } from "../../transport/transport.ts";
import { TransportError } from "../../transport/transport_error.ts";
import { dialAll } from "../broker/dial_all.ts";
import { fromGoHeader, headerValue } from "../http/go_header.ts";
import { hijackConnection, type RemoteConnection } from "../http/hijack.ts";
import { requestBody } from "../http/request_body.ts";
import { remoteResponseWriter } from "../http/response_writer.ts";
import { rpcClient } from "../rpc/rpc_client.ts";
import { nothing } from "../rpc/rpc_headers.ts";
import { type RpcMethod, rpcMethod } from "../rpc/rpc_server.ts";
import { serveHTTPArgs } from "../schema/streamed_types.ts";
import type { GobType } from "../gob/types.ts";
import type { HookFacts } from "./hook_methods.ts";

/** Answers HTTP requests with the handler's exchange. */
export function httpHook(facts: HookFacts, method: DescMethod): RpcMethod {
  return rpcMethod({
    args: serveHTTPArgs(),
    result: nothing,
    async answer(args) {
      await serve(facts, method, args);
      return {};
    },
  });
}

type ServeHTTPArgs = ReturnType<typeof serveHTTPArgs> extends GobType<infer T> ? T : never;

async function serve(
  { handler, broker, signal: ended }: HookFacts,
  method: DescMethod,
  args: ServeHTTPArgs,
): Promise<void> {
  const { ResponseWriterStream, RequestBodyStream } = args;
  // The number 0 says that there is no body.
  const [writerStream, bodyStream] = RequestBodyStream === 0
    ? [...await dialAll(broker, [ResponseWriterStream]), null] as const
    : await dialAll(broker, [ResponseWriterStream, RequestBodyStream]);
  const client = rpcClient(writerStream);
  const gone = new AbortController();
  const writer = remoteResponseWriter(client, (reason) =>
    gone.abort(
      new TransportError("CANCELLED", "the client went away", { cause: reason }),
    ));
  const init = requestInit(args, bodyStream !== null);
  const body = bodyStream === null ? null : requestBody(bodyStream, bodyFacts(args, init));
  const exchange: IncomingExchange<ServeHTTPRequestInit, ServeHTTPResponseInit> = {
    init,
    body: body?.readable ?? null,
    signal: AbortSignal.any([ended, gone.signal]),
    async respond({ statusCode, headers }) {
      await body?.responding();
      return await writer.respond(statusCode, headers);
    },
    async hijack() {
      taken = await hijackConnection(client);
      return taken;
    },
  };
  let taken: RemoteConnection | undefined;
  try {
    await handler.exchange(method, exchange);
  } catch (error) {
    // The client is gone: there is nobody to whom the server could say so.
    if (!gone.signal.aborted) throw error;
  } finally {
    // It goes over the same stream as the response would have. What the author has left open is
    // closed when the client is gone, lest the hook stays for ever.
    await taken?.over;
    await taken?.close();
    await writer.settled();
    bodyStream?.close();
    client.close();
  }
}

/** Another plugin's request comes over no HTTP, and with whatever length it claims. */
function bodyFacts({ Request: request }: ServeHTTPArgs, init: ServeHTTPRequestInit) {
  if (headerValue(request.Header, "Mattermost-Plugin-Id") !== undefined) {
    return { length: null, fullDuplex: true };
  }
  return {
    length: init.contentLength < 0n ? null : Number(init.contentLength),
    fullDuplex: request.ProtoMajor > 1,
  };
}

function requestInit(args: ServeHTTPArgs, hasBody: boolean): ServeHTTPRequestInit {
  const { Request: request, Context: pluginContext } = args;
  const length = headerValue(request.Header, "Content-Length");
  return create(ServeHTTPRequestInitSchema, {
    ...(pluginContext === null ? {} : { pluginContext }),
    method: request.Method,
    url: request.URL ?? "",
    proto: request.Proto,
    protoMajor: request.ProtoMajor,
    protoMinor: request.ProtoMinor,
    headers: fromGoHeader(request.Header),
    host: request.Host,
    remoteAddr: request.RemoteAddr,
    requestUri: request.RequestURI,
    // Go passes no length on but the header's, and a body even where a request has none.
    contentLength: length !== undefined && /^\d{1,18}$/.test(length)
      ? BigInt(length)
      : hasBody
      ? -1n
      : 0n,
  });
}
