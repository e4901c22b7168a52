import { createHash } from "node:crypto";
import { maxSocketPathBytes } from "../process/socket_path.ts";

export { checkSocketPath } from "../process/socket_path.ts";

// What a plugin's process needs outside its bundle lies among the temporary files, under a name that
// tells whose it is:
//
//     mmdeno-KEY-PID-RANDOM.sock           where a plugin listens that its launcher started
//     mmdeno-KEY-PID-RANDOM/plugin.sock    where one listens that our own host started
//     mmdeno-KEY-PID-RANDOM/api.sock       where that host serves the plugin API
//
// Only this user can enter the folder (0700) or connect to the socket (its mode is 0700, by the
// launcher's umask). A launcher makes no folder, because the plugin that takes its place could not
// remove it at the end: its sandbox grants the socket alone.
//
// KEY stands for the plugin's id. PID is the process that made it, the plugin's own where its
// launcher did and the host's else: when it is dead, nobody needs it.

/** The name of the plugin's socket in a host's folder. */
export const SOCKET_NAME = "plugin.sock";

/** All names that a folder for sockets may hold. */
export const SOCKET_FOLDER_NAMES: readonly string[] = [SOCKET_NAME, "api.sock"];

/** The longest path that a Unix socket can have, in bytes. */
export const MAX_SOCKET_PATH_BYTES: number = maxSocketPathBytes;

/** What the names of one plugin's sockets and folders begin with, such as `mmdeno-1f3870be`. */
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

/** Takes a name apart; undefined if it is not one of ours. */
export function parseSocketName(name: string): SocketName | undefined {
  const match = /^(mmdeno-[0-9a-f]{8})-([1-9][0-9]{0,9})-[A-Za-z0-9]+(?:\.sock)?$/.exec(name);
  if (match === null) return undefined;
  return { prefix: match[1] ?? "", pid: Number(match[2]) };
}
