import { clone, create } from "@bufbuild/protobuf";
import { createHash } from "node:crypto";
import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import {
  type FileInfo,
  FileInfoSchema,
  type GetFileInfosOptions,
  type Post,
} from "../contract/mod.ts";
import { internal, invalid, notFound } from "./app_error.ts";
import { readConfig, siteUrl } from "./config.ts";
import { readStoredFile, writeStoredFile } from "./file_store.ts";
import { fileFacts } from "./file_types.ts";
import { askPlugins } from "./hooks.ts";
import { notImplemented } from "./not_implemented.ts";
import { pageClause } from "./paging.ts";
import type { Server } from "./server.ts";
import type { SqlValue } from "./store/database.ts";

/** Who has uploaded a file that a plugin has uploaded. */
const nobody = "nouser";

/** The API methods about files. */
export function fileMethods(server: Server): PluginAPIHandlers {
  return {
    uploadFile: ({ data, channelId, filename }) =>
      uploadFile(server, { data, channelId, filename }),
    getFile: ({ fileId }) => readStoredFile(server, getFileInfo(server, fileId).path),
    getFileInfo: ({ fileId }) => getFileInfo(server, fileId),
    getFileInfos: ({ page, perPage, options }) => listFileInfos(server, page, perPage, options),
    getFileLink: ({ fileId }) => fileLink(server, fileId),
    readFile: ({ path }) => readStoredFile(server, path),
    copyFileInfos: ({ userId, fileIds }) => fileIds.map((id) => copyFileInfo(server, userId, id)),
    setFileSearchableContent: ({ fileId, content }) => {
      const info = getFileInfo(server, fileId);
      info.content = content;
      server.tables.fileInfos.put(info);
    },
  };
}

/** A file on its way to the server. */
export interface NewFile {
  /** Its bytes. */
  readonly data: Uint8Array;
  /** The channel that it is for. */
  readonly channelId: string;
  /** Its name. */
  readonly filename: string;
  /** Who uploads it; without it a plugin does. */
  readonly userId?: string;
}

/**
 * Takes a file: asks every plugin's `fileWillBeUploaded`, each seeing what those before it made of
 * it, and keeps it until a post has it.
 *
 * @throws {ValidationError} When there is no such channel, or a plugin rejects it: the message then
 * is `File rejected by plugin. <reason>`, which for a plugin's own file is the id, too.
 */
export async function uploadFile(server: Server, file: NewFile): Promise<FileInfo> {
  const { channelId, userId = nobody } = file;
  if (channelId !== "" && !server.tables.channels.get(channelId)) {
    throw invalid(
      "UploadFile",
      "api.file.upload_file.incorrect_channelId.app_error",
      `There is no channel with the id "${channelId}".`,
      { params: { channelId } },
    );
  }
  const name = baseName(file.filename);
  const id = server.newId();
  const now = server.now();
  const day = new Date(now).toISOString().slice(0, 10).replaceAll("-", "");
  const folder = `${day}/teams/noteam/channels/${baseName(channelId)}/users/${userId}/${id}/`;
  const { extension, mimeType, width, height } = fileFacts(name, file.data);
  const draft = create(FileInfoSchema, {
    id,
    creatorId: userId,
    // A plugin's file is in no channel until a post has it, as on a real server.
    channelId: file.userId === undefined ? "" : channelId,
    createAt: BigInt(now),
    updateAt: BigInt(now),
    name,
    extension,
    mimeType,
    size: BigInt(file.data.length),
    width,
    height,
    hasPreviewImage: width > 0,
    path: folder + name,
  });
  const { info, data } = await askBeforeUpload(server, draft, file.data);
  server.database.transaction(() => {
    writeStoredFile(server, info.path, data);
    server.tables.fileInfos.insert(info);
  });
  return clone(FileInfoSchema, info);
}

/**
 * Has a post own the files that it names: those that are there, belong to its author or to a plugin,
 * and to no other post. The others are taken out of the post.
 */
export function attachFiles(server: Server, post: Post): void {
  post.fileIds = [...new Set(post.fileIds)].filter((id) => {
    const info = server.tables.fileInfos.get(id);
    if (info?.postId !== "" || ![post.userId, nobody].includes(info.creatorId)) return false;
    info.postId = post.id;
    info.channelId = post.channelId;
    server.tables.fileInfos.put(info);
    return true;
  });
}

/**
 * What is known of a file.
 *
 * @throws {NotFoundError} When there is no such file.
 */
export function getFileInfo(server: Server, fileId: string, where = "GetFileInfo"): FileInfo {
  const info = server.tables.fileInfos.get(fileId);
  if (info?.deleteAt === 0n) return info;
  throw notFound(
    where,
    "app.file_info.get.app_error",
    `There is no file with the id "${fileId}".`,
  );
}

/**
 * Asks every plugin's `fileWillBeUploaded`, each seeing what those before it made of the file.
 *
 * @throws {ValidationError} When one of them rejects it.
 */
export async function askBeforeUpload(
  server: Server,
  draft: FileInfo,
  content: Uint8Array,
): Promise<{ info: FileInfo; data: Uint8Array }> {
  let [info, data, rejection] = [draft, content, ""];
  await askPlugins(server, "fileWillBeUploaded", async (hooks, pluginContext) => {
    const { modifiedFileInfo, modifiedContent, rejectionReason } = await hooks.fileWillBeUploaded({
      pluginContext,
      fileInfo: info,
      fileContent: data,
    });
    rejection = rejectionReason;
    if (rejection !== "") return false;
    if (modifiedFileInfo) info = modifiedFileInfo;
    if (modifiedContent && modifiedContent.length > 0) {
      data = modifiedContent;
      info.size = BigInt(data.length);
    }
    return true;
  });
  if (rejection === "") return { info, data };
  const message = `File rejected by plugin. ${rejection}`;
  if (draft.creatorId === nobody) throw invalid("DoUploadFile", message, message);
  throw invalid("runPluginsHook", "app.upload.run_plugins_hook.rejected", message, {
    params: { Filename: info.name, Reason: rejection },
  });
}

function copyFileInfo(server: Server, userId: string, fileId: string): string {
  const copy = getFileInfo(server, fileId, "CopyFileInfos");
  copy.id = server.newId();
  copy.creatorId = userId;
  copy.createAt = copy.updateAt = BigInt(server.now());
  copy.postId = "";
  copy.channelId = "";
  server.tables.fileInfos.insert(copy);
  return copy.id;
}

function listFileInfos(
  server: Server,
  page: number,
  perPage: number,
  options: GetFileInfosOptions | undefined,
): FileInfo[] {
  const conditions: string[] = [];
  const values: SqlValue[] = [];
  const among = (column: string, ids: readonly string[]) => {
    if (ids.length === 0) return;
    conditions.push(`${column} IN (${ids.map(() => "?").join(", ")})`);
    values.push(...ids);
  };
  if (!options?.includeDeleted) conditions.push("delete_at = 0");
  among("creator_id", options?.userIds ?? []);
  among("channel_id", options?.channelIds ?? []);
  if (options && options.since > 0n) conditions.push("create_at >= ?"), values.push(options.since);
  const column =
    { "": "create_at", "CreateAt": "create_at", "Size": "size" }[options?.sortBy ?? ""];
  if (column === undefined) {
    throw internal(
      "GetFileInfos",
      "app.file_info.get_with_options.app_error",
      `Files cannot be sorted by "${options?.sortBy}": use "CreateAt" or "Size".`,
    );
  }
  const direction = options?.sortDescending ? "DESC" : "ASC";
  const where = conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`;
  return server.tables.fileInfos.all(
    `${where} ORDER BY ${column} ${direction}, id ${direction} ${pageClause(page, perPage)}`,
    ...values,
  );
}

function fileLink(server: Server, fileId: string): string {
  const { FileSettings: settings } = readConfig(server);
  if (!settings.EnablePublicLink) {
    throw notImplemented(
      "GetFileLink",
      "plugin_api.get_file_link.disabled.app_error",
      "The server's settings allow no public links to files (FileSettings.EnablePublicLink).",
    );
  }
  const info = getFileInfo(server, fileId);
  if (info.postId === "") {
    throw invalid(
      "GetFileLink",
      "plugin_api.get_file_link.no_post.app_error",
      "The file belongs to no post.",
      { detailedError: `file_id=${fileId}` },
    );
  }
  const salt = settings.PublicLinkSalt ?? "";
  const hash = createHash("sha256").update(salt + fileId).digest("base64url");
  return `${siteUrl(server)}/files/${fileId}/public?h=${hash}`;
}

/** The last part of a path, as Go's `filepath.Base`. */
function baseName(path: string): string {
  return path.replace(/\/+$/, "").split("/").at(-1) || ".";
}
