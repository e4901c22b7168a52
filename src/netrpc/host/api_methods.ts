/**
 * The plugin API as net/rpc methods, which a plugin calls.
 *
 * @see Mattermost's `apiRPCServer` in server/public/plugin/client_rpc.go
 * @module
 */
import { create, type DescMethod, type Message } from "@bufbuild/protobuf";
import { apiMethods as apiTable } from "../../../gen/api_methods.ts";
import { UploadDataStreamRequestInitSchema } from "../../../gen/mattermost/pluginapi/v1/api_file_bot_pb.ts";
import { InstallPluginStreamRequestInitSchema } from "../../../gen/mattermost/pluginapi/v1/api_kv_config_pb.ts";
import {
  PluginHTTPStreamRequestInitSchema,
  type PluginHTTPStreamResponseInit,
  ReceiveSharedChannelAttachmentSyncMsgStreamRequestInitSchema,
} from "../../../gen/mattermost/pluginapi/v1/api_remaining_pb.ts";
import type { PluginAPI as PluginAPIClient } from "../../../gen/plugin_api.ts";
import { lowerFirstRun } from "../../contract/names.ts";
import type { Handler, ResponseWriter } from "../../transport/transport.ts";
import { TransportError } from "../../transport/transport_error.ts";
import type { MuxBroker } from "../broker/mux_broker.ts";
import { remoteReader } from "../broker/remote_reader.ts";
import { fromGoHeader, toGoHeader } from "../http/go_header.ts";
import { type RpcMethod, rpcMethod } from "../rpc/rpc_server.ts";
import { apiTypes } from "../schema/method_types.ts";
import {
  installPluginArgs,
  pluginHTTPStreamArgs,
  pluginHTTPStreamReturns,
  receiveSharedChannelAttachmentArgs,
  uploadDataArgs,
} from "../schema/streamed_types.ts";
import type { GobType } from "../gob/types.ts";

/** What answers a plugin's calls. */
export interface ApiFacts {
  /** Answers them. */
  readonly api: Handler;
  /** For bodies. */
  readonly broker: MuxBroker;
  /** Aborted when the connection ends. */
  readonly signal: AbortSignal;
}

/** Finds the method for a name as net/rpc has it: `Plugin.GetUser`. */
export function apiMethods(facts: ApiFacts): (name: string) => RpcMethod | undefined {
  const known = new Map<string, RpcMethod>([
    ["Plugin.UploadData", uploadData(facts)],
    ["Plugin.InstallPlugin", installPlugin(facts)],
    ["Plugin.ReceiveSharedChannelAttachmentSyncMsg", receiveAttachment(facts)],
    ["Plugin.PluginHTTPStream", pluginHTTPStream(facts)],
  ]);
  return (name) => {
    let method = known.get(name);
    if (method === undefined) {
      method = unaryMethod(facts, name);
      if (method !== undefined) known.set(name, method);
    }
    return method;
  };
}

function unaryMethod({ api, signal }: ApiFacts, name: string): RpcMethod | undefined {
  const [service, goName = ""] = name.split(".");
  const local = lowerFirstRun(goName) as keyof PluginAPIClient;
  if (service !== "Plugin" || !Object.hasOwn(apiTable, local)) return undefined;
  const { method } = apiTable[local];
  const { args, returns } = apiTypes(local);
  return rpcMethod({
    args,
    result: returns,
    answer: (request) => inWords(goName, () => api.call(method, request, { signal })),
  });
}

/** Go's words for what a server does not have. */
async function inWords<T>(goName: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof TransportError)) throw error;
    throw new Error(
      error.code === "UNIMPLEMENTED" ? `API ${goName} called but not implemented.` : error.details,
      { cause: error },
    );
  }
}

function uploadData(facts: ApiFacts): RpcMethod {
  const { stream, returns } = streamed("uploadData");
  return rpcMethod({
    args: uploadDataArgs(),
    result: returns,
    answer: ({ A: uploadSession, PluginStreamID }) =>
      withBody(
        facts,
        stream,
        create(UploadDataStreamRequestInitSchema, uploadSession === null ? {} : { uploadSession }),
        PluginStreamID,
      ),
  });
}

function installPlugin(facts: ApiFacts): RpcMethod {
  const { stream, returns } = streamed("installPlugin");
  return rpcMethod({
    args: installPluginArgs(),
    result: returns,
    answer: ({ PluginStreamID, B: replace }) =>
      withBody(
        facts,
        stream,
        create(InstallPluginStreamRequestInitSchema, { replace }),
        PluginStreamID,
      ),
  });
}

function receiveAttachment(facts: ApiFacts): RpcMethod {
  const { stream, returns } = streamed("receiveSharedChannelAttachmentSyncMsg");
  return rpcMethod({
    args: receiveSharedChannelAttachmentArgs(),
    result: returns,
    answer: ({ A: remoteId, B: channelId, C: fileInfo, DataStreamID }) =>
      withBody(
        facts,
        stream,
        create(ReceiveSharedChannelAttachmentSyncMsgStreamRequestInitSchema, {
          remoteId,
          channelId,
          ...(fileInfo === null ? {} : { fileInfo }),
        }),
        DataStreamID,
      ),
  });
}

type Streamed = "uploadData" | "installPlugin" | "receiveSharedChannelAttachmentSyncMsg";

function streamed(name: Streamed): { stream: DescMethod; returns: GobType<Message> } {
  const { stream } = apiTable[name];
  if (stream === undefined) throw new Error(`${name} has no stream in the contract`);
  return { stream, returns: apiTypes(name).returns };
}

/** Calls a method with a body that is read from the plugin. */
async function withBody(
  { api, broker, signal }: ApiFacts,
  method: DescMethod,
  init: Message,
  streamId: number,
): Promise<Message> {
  const stream = await broker.dial(streamId);
  let answer: Message | undefined;
  try {
    await inWords(method.name.replace(/Stream$/, ""), () =>
      api.exchange(method, {
        init,
        body: remoteReader(stream),
        signal,
        respond(response) {
          answer = response;
          return Promise.resolve(nowhere);
        },
      }));
  } finally {
    stream.close();
  }
  if (answer === undefined) throw new Error(`${method.name} gave no answer`);
  return answer;
}

/** The answer is one message: there is no body to write. */
const nowhere: ResponseWriter = {
  write: () => Promise.reject(new TypeError("the answer has no body")),
  flush: () => Promise.resolve(),
  close: () => Promise.resolve(),
  abort() {},
};

/** Requests to other plugins: the answer's body is written to a stream of the plugin's. */
function pluginHTTPStream({ api, broker, signal }: ApiFacts): RpcMethod {
  const { stream: method } = apiTable.pluginHTTP;
  return rpcMethod({
    args: pluginHTTPStreamArgs(),
    result: pluginHTTPStreamReturns(),
    async answer({ Request: request, RequestBodyStream, ResponseBodyStream }) {
      if (method === undefined) throw new Error("PluginHTTP has no stream in the contract");
      const body = RequestBodyStream === 0
        ? null
        : remoteReader(await broker.dial(RequestBodyStream));
      const out = await broker.dial(ResponseBodyStream);
      const head = Promise.withResolvers<PluginHTTPStreamResponseInit>();
      const init = create(PluginHTTPStreamRequestInitSchema, {
        method: request.Method,
        url: request.URL ?? "",
        headers: fromGoHeader(request.Header),
        host: request.Host,
      });
      inWords("PluginHTTP", () =>
        api.exchange(method, {
          init,
          body,
          signal,
          respond(response) {
            head.resolve(response as PluginHTTPStreamResponseInit);
            return Promise.resolve({
              write: (bytes) => out.write(bytes),
              flush: () => Promise.resolve(),
              close: () => Promise.resolve(out.close()),
              abort: () => out.reset(),
            });
          },
        })).catch((error) => {
          head.reject(error);
          out.reset();
        });
      const { statusCode, headers } = await head.promise;
      return { StatusCode: statusCode, Header: toGoHeader(headers) };
    },
  });
}
