/**
 * The API methods that have a stream of bytes beside their arguments.
 *
 * @see Mattermost's server/public/plugin/client_rpc.go
 * @module
 */
import type { Message } from "@bufbuild/protobuf";
import type { UploadDataStreamRequestInit } from "../../../gen/mattermost/pluginapi/v1/api_file_bot_pb.ts";
import type { InstallPluginStreamRequestInit } from "../../../gen/mattermost/pluginapi/v1/api_kv_config_pb.ts";
import type { ReceiveSharedChannelAttachmentSyncMsgStreamRequestInit } from "../../../gen/mattermost/pluginapi/v1/api_remaining_pb.ts";
import type { Exchange } from "../../transport/transport.ts";
import { serveReader } from "../broker/serve_reader.ts";
import type { GobType } from "../gob/types.ts";
import { apiTypes } from "../schema/method_types.ts";
import {
  installPluginArgs,
  receiveSharedChannelAttachmentArgs,
  uploadDataArgs,
} from "../schema/streamed_types.ts";
import type { ApiConnection } from "./api_connection.ts";
import { pluginHTTP } from "./plugin_http_call.ts";

/** Makes a call; the body is read as the server asks for it. */
export type StreamedCall = (
  connection: ApiConnection,
  init: Message,
  body: ReadableStream<Uint8Array> | null,
) => Promise<Exchange>;

/** By the local name of the streaming method. */
export const streamedCalls: Readonly<Record<string, StreamedCall>> = {
  uploadDataStream(connection, init, body) {
    const { uploadSession } = init as UploadDataStreamRequestInit;
    const args = { A: uploadSession ?? null, PluginStreamID: offer(connection, body) };
    return answer(connection, "uploadData", uploadDataArgs(), args);
  },

  installPluginStream(connection, init, body) {
    const { replace } = init as InstallPluginStreamRequestInit;
    const args = { PluginStreamID: offer(connection, body), B: replace };
    return answer(connection, "installPlugin", installPluginArgs(), args);
  },

  receiveSharedChannelAttachmentSyncMsgStream(connection, init, body) {
    const { remoteId, channelId, fileInfo } =
      init as ReceiveSharedChannelAttachmentSyncMsgStreamRequestInit;
    return answer(
      connection,
      "receiveSharedChannelAttachmentSyncMsg",
      receiveSharedChannelAttachmentArgs(),
      { A: remoteId, B: channelId, C: fileInfo ?? null, DataStreamID: offer(connection, body) },
    );
  },

  pluginHTTPStream: pluginHTTP,
};

/** Lets the server read the body on a stream of its own; returns the stream's number. */
function offer({ broker }: ApiConnection, body: ReadableStream<Uint8Array> | null): number {
  const id = broker.nextId();
  broker.accept(id).then(
    (stream) => serveReader(body ?? new Blob([]).stream(), stream),
    // The server did not come for it: it has failed before, and says so in its answer.
    (error) => body?.cancel(error).catch(() => {}),
  );
  return id;
}

async function answer<A>(
  { client }: ApiConnection,
  name: "uploadData" | "installPlugin" | "receiveSharedChannelAttachmentSyncMsg",
  type: GobType<A>,
  args: A,
): Promise<Exchange> {
  const { goName, returns } = apiTypes(name);
  const init = await client.call(`Plugin.${goName}`, type, args, returns as GobType<Message>);
  return { init, body: null };
}
