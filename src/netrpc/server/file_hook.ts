/**
 * `FileWillBeUploaded`: the file comes from a reader of the server, and what shall take its place is
 * written to a stream.
 *
 * @module
 */
import { create } from "@bufbuild/protobuf";
import {
  FileWillBeUploadedRequestSchema,
  type FileWillBeUploadedResponse,
} from "../../../gen/mattermost/pluginapi/v1/hooks_message_pb.ts";
import { PluginHooks } from "../../../gen/mattermost/pluginapi/v1/hooks_pb.ts";
import { attachBody } from "../../transport/attached_body.ts";
import { dialAll } from "../broker/dial_all.ts";
import { remoteReader } from "../broker/remote_reader.ts";
import { type RpcMethod, rpcMethod } from "../rpc/rpc_server.ts";
import { fileWillBeUploadedArgs, fileWillBeUploadedReturns } from "../schema/streamed_types.ts";
import { callHandler, type HookFacts } from "./hook_methods.ts";

/** Gives the handler the file as a stream, and the server what it answers with. */
export function fileHook(facts: HookFacts): RpcMethod {
  const { broker } = facts;
  return rpcMethod({
    args: fileWillBeUploadedArgs(),
    result: fileWillBeUploadedReturns(),
    async answer({ A, B, UploadedFileStream, ReplacementFileStream }) {
      const [uploaded, replacement] = await dialAll(broker, [
        UploadedFileStream,
        ReplacementFileStream,
      ]);
      try {
        const request = create(FileWillBeUploadedRequestSchema, {
          ...(A === null ? {} : { pluginContext: A }),
          ...(B === null ? {} : { fileInfo: B }),
        });
        // Read only if the plugin does, and only as fast.
        attachBody(request, remoteReader(uploaded));
        const { fileWillBeUploaded } = PluginHooks.method;
        const answer = await callHandler(facts, fileWillBeUploaded, request);
        const { modifiedFileInfo, modifiedContent, rejectionReason } =
          answer as FileWillBeUploadedResponse;
        // Not before it is whole: a server takes what was written even where the hook fails.
        if (modifiedContent.length > 0) await replacement.write(modifiedContent);
        return { A: modifiedFileInfo ?? null, B: rejectionReason };
      } finally {
        uploaded.close();
        replacement.close();
      }
    },
  });
}
