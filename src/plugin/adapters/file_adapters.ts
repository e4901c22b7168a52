/**
 * @module
 */
import { FileInfoSchema } from "../../../gen/mattermost/pluginapi/v1/file_pb.ts";
import { PluginHooks } from "../../../gen/mattermost/pluginapi/v1/hooks_pb.ts";
import { asStream, checkBytes, collect } from "../../api/byte_stream.ts";
import { attachedBody } from "../../transport/attached_body.ts";
import type { FileHooks, FileReplacement } from "../file_hooks.ts";
import { type Answering, given, type HookAdapter } from "./hook_adapter.ts";
import { replaces, will } from "./will_hook.ts";

const { method } = PluginHooks;

/** The hooks about files. */
export const fileAdapters: Readonly<Record<keyof FileHooks, HookAdapter>> = {
  fileWillBeUploaded: will(
    "fileWillBeUploaded",
    method.fileWillBeUploaded,
    (request) => [{
      info: given(request.fileInfo, FileInfoSchema),
      content: (attachedBody(request) ?? asStream(request.fileContent)) as ReadableStream<
        Uint8Array<ArrayBuffer>
      >,
    }],
    { replaced: replacedFile },
  ),
  fileWillBeDownloaded: will(
    "fileWillBeDownloaded",
    method.fileWillBeDownloaded,
    ({ fileInfo, userId, downloadType }) => [
      { info: given(fileInfo, FileInfoSchema), userId, downloadType },
    ],
    { userId: ({ userId }) => userId },
  ),
};

const where = "fileWillBeUploaded: replace(file)";

const replacedInfo = replaces(
  "fileWillBeUploaded",
  FileInfoSchema,
  "fileInfo",
  "modifiedFileInfo",
);

async function replacedFile(replacement: unknown, answering: Answering) {
  const { info, content } = parts(replacement);
  const bytes = content === undefined
    ? undefined
    : await collect(checkBytes(content, `${where}.content`));
  if (bytes?.length === 0) {
    answering.cannotCarry(
      "it replaces a file by an empty one, which the protocol cannot say; the file stays as it was",
    );
  }
  return {
    ...(info === undefined ? {} : replacedInfo(info, answering)),
    ...(bytes === undefined ? {} : { modifiedContent: bytes }),
  };
}

function parts(replacement: unknown): FileReplacement {
  const help = `${where} takes { info, content }, or one of them`;
  if (typeof replacement !== "object" || replacement === null) throw new TypeError(help);
  const unknown = Object.keys(replacement).find((key) => key !== "info" && key !== "content");
  if (unknown !== undefined) throw new TypeError(`${help}; there is no "${unknown}"`);
  const { info, content } = replacement as FileReplacement;
  if (info === undefined && content === undefined) throw new TypeError(help);
  return replacement;
}
