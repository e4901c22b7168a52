/**
 * `FileWillBeUploaded`, as a server calls it: the plugin reads the file from a reader of the server
 * and writes what shall take its place to a stream.
 *
 * @see Mattermost's `hooksRPCClient.FileWillBeUploaded` in server/public/plugin/client_rpc.go
 * @module
 */
import { create, type Message } from "@bufbuild/protobuf";
import {
  type FileWillBeUploadedRequest,
  type FileWillBeUploadedResponse,
  FileWillBeUploadedResponseSchema,
} from "../../../gen/mattermost/pluginapi/v1/hooks_message_pb.ts";
import { attachedBody } from "../../transport/attached_body.ts";
import { collectBytes } from "../../transport/collect_bytes.ts";
import type { MuxBroker } from "../broker/mux_broker.ts";
import { plainReader } from "../broker/remote_reader.ts";
import { serveReader } from "../broker/serve_reader.ts";
import type { RpcClient } from "../rpc/rpc_client.ts";
import { fileWillBeUploadedArgs, fileWillBeUploadedReturns } from "../schema/streamed_types.ts";

/** Calls the hook with the file. */
export async function callFileHook(
  { hooks, broker }: { readonly hooks: RpcClient; readonly broker: MuxBroker },
  request: Message,
): Promise<FileWillBeUploadedResponse> {
  const { pluginContext, fileInfo, fileContent } = request as FileWillBeUploadedRequest;
  const file = attachedBody(request) ?? new Blob([new Uint8Array(fileContent)]).stream();
  const UploadedFileStream = broker.nextId();
  const ReplacementFileStream = broker.nextId();
  broker.accept(UploadedFileStream).then(
    (stream) => serveReader(file, stream),
    (error) => file.cancel(error).catch(() => {}),
  );
  const replacement = broker.accept(ReplacementFileStream)
    .then((stream) => collectBytes(plainReader(stream)));
  replacement.catch(() => {}); // The call's own error says more.
  const { A, B } = await hooks.call(
    "Plugin.FileWillBeUploaded",
    fileWillBeUploadedArgs(),
    { A: pluginContext ?? null, B: fileInfo ?? null, UploadedFileStream, ReplacementFileStream },
    fileWillBeUploadedReturns(),
  );
  return create(FileWillBeUploadedResponseSchema, {
    ...(A === null ? {} : { modifiedFileInfo: A }),
    modifiedContent: await replacement,
    rejectionReason: B,
  });
}
