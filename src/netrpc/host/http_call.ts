/**
 * Requests to a plugin's `ServeHTTP`, as a server sends them: the plugin answers by calling the
 * server's `http.ResponseWriter`, and reads the body from a reader of the server.
 *
 * @see Mattermost's `hooksRPCClient.ServeHTTP` in server/public/plugin/client_rpc.go
 * @module
 */
import { create, type DescMethod, type Message } from "@bufbuild/protobuf";
import {
  type ServeHTTPRequestInit,
  type ServeHTTPResponseInit,
  ServeHTTPResponseInitSchema,
} from "../../../gen/mattermost/pluginapi/v1/hooks_http_pb.ts";
import type { Exchange, TransportCallOptions } from "../../transport/transport.ts";
import { TransportError } from "../../transport/transport_error.ts";
import { textOf } from "../../transport/text_of.ts";
import { abortedError } from "../api/call_limits.ts";
import { toTransportError } from "../api/netrpc_transport.ts";
import type { MuxBroker } from "../broker/mux_broker.ts";
import { serveReader } from "../broker/serve_reader.ts";
import type { DuplexStream } from "../duplex_stream.ts";
import { gobBytes, gobInt } from "../gob/types.ts";
import { fromGoHeader, type GoHeader, goHeader, toGoHeader } from "../http/go_header.ts";
import type { RpcClient } from "../rpc/rpc_client.ts";
import { nothing } from "../rpc/rpc_headers.ts";
import { type RpcMethod, rpcMethod, serveRpc } from "../rpc/rpc_server.ts";
import { serveHTTPArgs } from "../schema/streamed_types.ts";

/** What such a call goes over. */
export interface HttpCallFacts {
  readonly hooks: RpcClient;
  readonly broker: MuxBroker;
  readonly onError: (what: string) => void;
}

/** Sends a request; resolves when the answer's head is here. */
export async function callHttpHook(
  { hooks, broker, onError }: HttpCallFacts,
  method: DescMethod,
  init: Message,
  body: ReadableStream<Uint8Array> | null,
  { signal }: TransportCallOptions = {},
): Promise<Exchange> {
  const streams: DuplexStream[] = [];
  const giveUp = (reason: unknown) => {
    writer.fail(reason);
    for (const stream of streams) stream.reset();
  };
  const writer = responseWriter(() => giveUp(new Error("nobody reads the answer")));
  const ResponseWriterStream = broker.nextId();
  const accepted = broker.accept(ResponseWriterStream).then((stream) => {
    streams.push(stream);
    serveRpc(stream, { find: (name) => writer.methods.get(name), onError }).catch(() => {});
  });
  accepted.catch(() => {}); // The call's own error says more.
  const RequestBodyStream = body === null ? 0 : broker.nextId();
  if (body !== null) {
    broker.accept(RequestBodyStream).then(
      (stream) => {
        streams.push(stream);
        return serveReader(body, stream);
      },
      (error) => body.cancel(error).catch(() => {}),
    );
  }
  const onAbort = () => giveUp(abortedError(signal!));
  if (signal?.aborted) onAbort();
  signal?.addEventListener("abort", onAbort, { once: true });
  hooks.call(
    `Plugin.${method.name}`,
    serveHTTPArgs(),
    { ...requestArgs(init as ServeHTTPRequestInit), ResponseWriterStream, RequestBodyStream },
    nothing,
  ).then(writer.end, (error) => {
    onError(`${method.name}: ${textOf(error)}`);
    writer.endWithError();
  }).finally(() => {
    signal?.removeEventListener("abort", onAbort);
    for (const stream of streams) stream.close();
  });
  try {
    return { init: await writer.head, body: writer.body };
  } catch (error) {
    throw toTransportError(error, method.name);
  }
}

function requestArgs(init: ServeHTTPRequestInit) {
  return {
    Request: {
      Method: init.method,
      URL: init.url,
      Proto: init.proto,
      ProtoMajor: init.protoMajor,
      ProtoMinor: init.protoMinor,
      Header: toGoHeader(init.headers),
      Host: init.host,
      RemoteAddr: init.remoteAddr,
      RequestURI: init.requestUri,
    },
    Context: init.pluginContext ?? null,
  };
}

/** Go's `http.ResponseWriter`, behind the methods by which a plugin calls it. */
interface ResponseWriterSide {
  readonly methods: ReadonlyMap<string, RpcMethod>;
  /** The head, when the plugin has sent it. */
  readonly head: Promise<ServeHTTPResponseInit>;
  readonly body: ReadableStream<Uint8Array>;
  /** The hook has returned. */
  end(): void;
  /** The hook has failed: a server says so behind what was written. */
  endWithError(): void;
  /** Nothing more comes. */
  fail(reason: unknown): void;
}

function responseWriter(cancelled: () => void): ResponseWriterSide {
  const head = Promise.withResolvers<ServeHTTPResponseInit>();
  head.promise.catch(() => {});
  let header: GoHeader = {};
  let begun = false;
  let over = false;
  let wanted = Promise.withResolvers<void>();
  let controller!: ReadableStreamDefaultController<Uint8Array>;
  const body = new ReadableStream<Uint8Array>({
    start(c) {
      controller = c;
    },
    pull: () => wanted.resolve(),
    cancel() {
      over = true;
      wanted.resolve();
      cancelled();
    },
  });
  const begin = (statusCode: number) => {
    if (begun) return;
    begun = true;
    const headers = fromGoHeader(header);
    head.resolve(create(ServeHTTPResponseInitSchema, { statusCode, headers }));
  };
  const write = async (bytes: Uint8Array) => {
    begin(200);
    if (over) throw new Error("the client has gone away");
    controller.enqueue(bytes);
    while (!over && (controller.desiredSize ?? 0) <= 0) {
      wanted = Promise.withResolvers();
      await wanted.promise;
    }
    return {};
  };
  const close = () => {
    if (over) return;
    over = true;
    controller.close();
  };
  return {
    head: head.promise,
    body,
    methods: new Map([
      ["Plugin.Header", rpcMethod({ args: nothing, result: goHeader, answer: () => header })],
      [
        "Plugin.SyncHeader",
        rpcMethod({
          args: goHeader,
          result: nothing,
          answer(synced) {
            header = synced;
            return {};
          },
        }),
      ],
      [
        "Plugin.WriteHeader",
        rpcMethod({
          args: gobInt,
          result: nothing,
          answer(status) {
            begin(status);
            return {};
          },
        }),
      ],
      ["Plugin.Write", rpcMethod({ args: gobBytes, result: nothing, answer: write })],
      [
        "Plugin.Flush",
        rpcMethod({
          args: nothing,
          result: nothing,
          answer() {
            begin(200);
            return {};
          },
        }),
      ],
      [
        "Plugin.HijackResponse",
        rpcMethod({
          args: nothing,
          result: nothing,
          answer(): Record<never, never> {
            throw new Error("response is not hijackable");
          },
        }),
      ],
    ]),
    end() {
      begin(200);
      close();
    },
    endWithError() {
      if (!begun) header = { "Content-Type": ["text/plain; charset=utf-8"] };
      begin(500);
      if (!over) controller.enqueue(new TextEncoder().encode("500 internal server error\n"));
      close();
    },
    fail(reason) {
      head.reject(reason);
      if (over) return;
      over = true;
      wanted.resolve();
      controller.error(reason instanceof Error ? reason : new TransportError("CANCELLED", "ended"));
    },
  };
}
