import { clone, create } from "@bufbuild/protobuf";
import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import {
  type FileInfo,
  FileInfoSchema,
  type UploadSession,
  UploadSessionSchema,
} from "../contract/mod.ts";
import { invalid, notFound } from "./app_error.ts";
import { findFile, removeStoredFile, writeStoredFile } from "./file_store.ts";
import { fileFacts } from "./file_types.ts";
import { askBeforeUpload } from "./files.ts";
import type { Server } from "./server.ts";
import { isId } from "./store/ids.ts";

/** The first part of an upload in parts has at least so many bytes, unless it is the whole. */
const minFirstPart = 5 * 1024 * 1024;

/** The API methods by which a file comes in parts. */
export function uploadSessionMethods(server: Server): PluginAPIHandlers {
  const underWay = new Set<string>();
  return {
    createUploadSession: ({ uploadSession }) =>
      createUploadSession(server, uploadSession ?? create(UploadSessionSchema)),
    getUploadSession: ({ uploadId }) => getUploadSession(server, uploadId),
    uploadData: async ({ uploadSession = create(UploadSessionSchema), data }) => {
      const { id } = uploadSession;
      if (underWay.has(id)) throw atOnce("another upload to the session is under way");
      underWay.add(id);
      try {
        return await uploadData(server, uploadSession, data);
      } finally {
        underWay.delete(id);
      }
    },
  };
}

function createUploadSession(server: Server, given: UploadSession): UploadSession {
  const session = clone(UploadSessionSchema, given);
  const now = server.now();
  session.fileOffset = 0n;
  session.createAt = BigInt(now);
  const day = new Date(now).toISOString().slice(0, 10).replaceAll("-", "");
  const { id, channelId, userId, filename } = session;
  const name = filename.split("/").at(-1) ?? "";
  session.path = session.type === "import"
    ? `import/${id}_${name}`
    : `${day}/teams/noteam/channels/${channelId}/users/${userId}/${id}/${name}`;
  checkSession(session);
  if (session.type === "attachment") {
    const channel = server.tables.channels.get(channelId);
    if (!channel || channel.deleteAt !== 0n) {
      throw invalid(
        "CreateUploadSession",
        channel
          ? "app.upload.create.cannot_upload_to_deleted_channel.app_error"
          : "app.upload.create.incorrect_channel_id.app_error",
        channel ? "The channel is archived." : `There is no channel with the id "${channelId}".`,
        { params: { channelId } },
      );
    }
  }
  server.tables.uploadSessions.insert(session);
  return session;
}

function getUploadSession(server: Server, id: string): UploadSession {
  const session = server.tables.uploadSessions.get(id);
  if (session) return session;
  throw notFound(
    "GetUpload",
    "app.upload.get.app_error",
    `There is no upload session with the id "${id}".`,
  );
}

/** Takes the next part of a file; the last one makes it a file. */
async function uploadData(
  server: Server,
  given: UploadSession,
  data: ReadableStream<Uint8Array>,
): Promise<FileInfo | null> {
  const session = getUploadSession(server, given.id);
  if (session.fileOffset !== given.fileOffset) throw atOnce("FileOffset mismatch");
  const before = session.fileOffset === 0n
    ? new Uint8Array()
    : findFile(server, session.path) ?? new Uint8Array();
  const part = await bytesUpTo(data, Number(session.fileSize - session.fileOffset));
  if (
    session.fileOffset === 0n && part.length < minFirstPart &&
    part.length !== Number(session.fileSize)
  ) {
    throw invalid(
      "UploadData",
      "app.upload.upload_data.first_part_too_small.app_error",
      `The first part has ${part.length} bytes; it must have ${minFirstPart}, or be the whole file.`,
      { params: { Size: minFirstPart } },
    );
  }
  const content = new Uint8Array(before.length + part.length);
  content.set(before);
  content.set(part, before.length);
  writeStoredFile(server, session.path, content);
  session.fileOffset += BigInt(part.length);
  server.tables.uploadSessions.put(session);
  if (session.fileOffset !== session.fileSize) return null;
  return await finish(server, session, content);
}

async function finish(
  server: Server,
  session: UploadSession,
  content: Uint8Array,
): Promise<FileInfo> {
  const now = BigInt(server.now());
  const { extension, mimeType, width, height } = fileFacts(session.filename, content);
  const draft = create(FileInfoSchema, {
    id: session.reqFileId || server.newId(),
    creatorId: session.userId,
    channelId: session.channelId,
    createAt: now,
    updateAt: now,
    name: session.filename.split("/").at(-1) ?? "",
    extension,
    mimeType,
    size: session.fileSize,
    width,
    height,
    hasPreviewImage: width > 0,
    path: session.path,
    remoteId: session.remoteId,
  });
  let kept: { info: FileInfo; data: Uint8Array };
  try {
    kept = await askBeforeUpload(server, draft, content);
  } catch (error) {
    removeStoredFile(server, session.path);
    throw error;
  }
  const { info, data } = kept;
  server.database.transaction(() => {
    writeStoredFile(server, info.path, data);
    server.tables.fileInfos.insert(info);
    server.tables.uploadSessions.remove(session.id);
  });
  return clone(FileInfoSchema, info);
}

function checkSession(session: UploadSession): void {
  const refuse = (field: string, message: string) =>
    invalid("UploadSession.IsValid", `model.upload_session.is_valid.${field}.app_error`, message);
  const { id, type, userId, channelId, filename, fileSize } = session;
  if (!isId(id)) throw refuse("id", `The session's id is "${id}"; 26 characters are expected.`);
  if (type !== "attachment" && type !== "import") {
    throw refuse("type", `The session's type is "${type}"; "attachment" or "import" is expected.`);
  }
  if (!isId(userId) && userId !== "nouser") {
    throw refuse("user_id", `The session's userId is "${userId}"; an id or "nouser" is expected.`);
  }
  if (type === "attachment" && !isId(channelId)) {
    throw refuse("channel_id", `The session's channelId is "${channelId}"; an id is expected.`);
  }
  if (filename === "") throw refuse("filename", "The session's filename is empty.");
  if (fileSize <= 0n) throw refuse("file_size", `The session's fileSize is ${fileSize}.`);
}

function atOnce(detailedError: string): Error {
  return invalid(
    "UploadData",
    "app.upload.upload_data.concurrent.app_error",
    `Only one upload at a time can go to a session: ${detailedError}.`,
    { detailedError },
  );
}

async function bytesUpTo(data: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let left = most;
  for await (const part of data) {
    parts.push(new Uint8Array(part.subarray(0, left)));
    left -= Math.min(left, part.length);
    // Nothing more is expected; leaving the loop tells who sends.
    if (left === 0) break;
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
