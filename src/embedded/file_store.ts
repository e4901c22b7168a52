import { internal } from "./app_error.ts";
import type { Server } from "./server.ts";

/** The bytes of a file of the server, by its path; undefined where there is none. */
export function findFile(server: Server, path: string): Uint8Array | undefined {
  const content = server.database.first("SELECT content FROM files WHERE path = ?", path)
    ?.["content"];
  return content instanceof Uint8Array ? content : undefined;
}

/**
 * The bytes of a file of the server.
 *
 * @throws {PluginAPIError} When there is none.
 */
export function readStoredFile(server: Server, path: string): Uint8Array {
  const content = findFile(server, path);
  if (content) return content;
  throw internal("ReadFile", "api.file.read_file.app_error", `There is no file at "${path}".`);
}

/** Writes a file of the server, whatever was there. */
export function writeStoredFile(server: Server, path: string, content: Uint8Array): void {
  server.database.run(
    "INSERT INTO files (path, content) VALUES (?, ?) " +
      "ON CONFLICT DO UPDATE SET content = excluded.content",
    path,
    content,
  );
}

/** Removes a file of the server, if it is there. */
export function removeStoredFile(server: Server, path: string): void {
  server.database.run("DELETE FROM files WHERE path = ?", path);
}
