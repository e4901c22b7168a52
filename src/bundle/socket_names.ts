import { createHash } from "node:crypto";
import { pluginSocketName } from "../process/socket_path.ts";

// What a plugin's process needs outside its bundle is a folder with mode 0700 among the temporary
// files, whose name tells whose it is:
//
//     mmdeno-KEY-PID-RANDOM/plugin.sock    where the plugin listens
//     mmdeno-KEY-PID-RANDOM/api.sock       where our own host serves the plugin API
//
// KEY stands for the plugin's id. PID is the process that made the folder, the plugin's own where
// its launcher did and the host's else: when it is dead, nobody needs the folder.

/** The name of the plugin's socket in its folder. */
export const SOCKET_NAME: string = pluginSocketName;

/** All names that a folder for sockets may hold. */
export const SOCKET_FOLDER_NAMES: readonly string[] = [SOCKET_NAME, "api.sock"];

/**
 * The longest path that a Unix socket can have, in bytes: what macOS holds. Linux holds four more.
 */
export const MAX_SOCKET_PATH_BYTES = 103;

/** What the names of one plugin's socket folders begin with, such as `mmdeno-1f3870be`. */
export function socketPrefix(pluginId: string): string {
  // Ids differing in case only are one plugin to a server, and a hash keeps the path short.
  const hash = createHash("sha256").update(pluginId.toLowerCase()).digest("hex");
  return `mmdeno-${hash.slice(0, 8)}`;
}

/** A name as {@linkcode socketPrefix} begins them, taken apart. */
export interface SocketName {
  /** The part that stands for the plugin. */
  readonly prefix: string;
  /** The id of the process that uses it. */
  readonly pid: number;
}

/** Takes a folder's name apart; undefined if it is not one of ours. */
export function parseSocketName(name: string): SocketName | undefined {
  const match = /^(mmdeno-[0-9a-f]{8})-([1-9][0-9]{0,9})-[A-Za-z0-9]+$/.exec(name);
  if (match === null) return undefined;
  return { prefix: match[1] ?? "", pid: Number(match[2]) };
}

/**
 * Refuses a path that cannot be a Unix socket's.
 *
 * @throws {RangeError} if it is too long for the operating system.
 */
export function checkSocketPath(path: string): void {
  const bytes = new TextEncoder().encode(path).length;
  if (bytes > MAX_SOCKET_PATH_BYTES) {
    throw new RangeError(
      `the socket's path ${JSON.stringify(path)} has ${bytes} bytes, and at most ` +
        `${MAX_SOCKET_PATH_BYTES} are possible; choose a shorter folder for it`,
    );
  }
}
