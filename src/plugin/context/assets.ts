/**
 * The files that come with a plugin, as a context has them.
 *
 * @module
 */
import type { JsonValue } from "@bufbuild/protobuf";

/**
 * The files below the folder `assets` in the plugin's bundle. Bundling packs that folder as it is.
 *
 * A path is relative to the folder, with `/` between its parts: `i18n/de.json`. Every method rejects
 * with a `TypeError` for a path that leads elsewhere, and with `Deno.errors.NotFound` for a file
 * that is not there; the message lists those that are.
 */
export interface Assets {
  /** A file's bytes. */
  bytes(path: string): Promise<Uint8Array<ArrayBuffer>>;
  /** A file's text, which is UTF-8. */
  text(path: string): Promise<string>;
  /**
   * What a JSON file says.
   *
   * @throws {SyntaxError} with the file's name, where it is no JSON
   */
  json<Value = JsonValue>(path: string): Promise<Value>;
  /** A file's bytes as they are read, for large files: pass it on as the body of a response. */
  stream(path: string): Promise<ReadableStream<Uint8Array<ArrayBuffer>>>;
  /** The paths of all files, sorted. */
  list(): Promise<readonly string[]>;
}
