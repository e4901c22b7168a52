import { createHash } from "node:crypto";

// Everything that a plugin's process needs outside its bundle lies in the folder for temporary
// files under a name that tells whose it is:
//
//     mmdeno-KEY-PID-RANDOM.sock    the socket of a plugin that its launcher started (mode 0700)
//     mmdeno-KEY-PID-RANDOM         a folder of our own host with the sockets of both sides (0700)
//
// KEY stands for the plugin's id, PID is the process that has to be alive for it to be in use.

/** The longest path that a Unix socket can have, in bytes: `sun_path` without its final zero. */
export const MAX_SOCKET_PATH_BYTES = 107;

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

/** Takes a file's name apart; undefined if it is not one of ours. */
export function parseSocketName(name: string): SocketName | undefined {
  const match = /^(mmdeno-[0-9a-f]{8})-([1-9][0-9]{0,9})-[A-Za-z0-9]+(?:\.sock)?$/.exec(name);
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
