/**
 * Hooks about files.
 *
 * @module
 */
import type { FileInfo, FileInfoSchema } from "../../gen/mattermost/pluginapi/v1/file_pb.ts";
import type { HookContext, PluginConfig } from "./hook_context.ts";
import type { Awaitable } from "./hook_types.ts";
import type { Allow, Reject, Replace, Replacement } from "./outcomes.ts";

/** A file that is about to be stored. */
export interface UploadedFile {
  /** Its name, type, size in bytes, and who uploads it. */
  readonly info: FileInfo;
  /**
   * Its bytes. Whoever only wants to look at the name need not read them.
   *
   * `await new Response(file.content).bytes()` is all of them at once.
   */
  readonly content: ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** What takes the place of an uploaded file; what is left out stays as it was. */
export interface FileReplacement {
  /** Another name or type; the whole of it, as in `{ ...file.info, name: "…" }`. */
  readonly info?: Replacement<typeof FileInfoSchema>;
  /** Other bytes. At least one: the protocol has no way to say that a file becomes empty. */
  readonly content?: Uint8Array | ReadableStream<Uint8Array>;
}

/** A file that somebody is about to read. */
export interface FileDownload {
  /** Which file. */
  readonly info: FileInfo;
  /** Who reads it; `""` where a public link is used. */
  readonly userId: string;
  /** What of it: `file`, `thumbnail`, `preview` or `public`. */
  readonly downloadType: string;
}

/** Hooks about files. */
export interface FileHooks<Config extends object = PluginConfig> {
  /**
   * Asked before an uploaded file is stored.
   *
   * `allow()` stores it, `replace({ info, content })` stores something else, `reject(reason)`
   * refuses it. If the hook throws, the file is stored unchanged, unless `failClosed` names the
   * hook. Hosts that speak gRPC hand over the whole file at once, and let files of more than 64 MiB
   * through without asking. Mattermost 5.2.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.FileWillBeUploaded
   */
  readonly fileWillBeUploaded?: (
    file: UploadedFile,
    context: HookContext<Config>,
  ) => Awaitable<Allow | Replace<FileReplacement> | Reject>;

  /**
   * Asked before somebody reads a file. `allow()` or `reject(reason)`. If the hook throws, the file
   * is read, unless `failClosed` names the hook. Mattermost 11.5.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.FileWillBeDownloaded
   */
  readonly fileWillBeDownloaded?: (
    download: FileDownload,
    context: HookContext<Config>,
  ) => Awaitable<Allow | Reject>;
}
