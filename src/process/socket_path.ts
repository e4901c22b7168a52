/**
 * The socket on which a plugin process listens.
 *
 * @module
 */

/**
 * The name of the plugin's own socket in its folder. Short, because a path of a socket holds 104
 * bytes at most, and fixed, because the sandbox grants this path alone.
 */
export const pluginSocketName = "plugin.sock";

const maxPathBytes = 103;

/**
 * The path of the plugin's own socket.
 *
 * @throws {Error} when it would be too long for a socket
 */
export function pluginSocketPath(folder: string): string {
  const path = `${folder.replace(/\/+$/, "")}/${pluginSocketName}`;
  const length = new TextEncoder().encode(path).byteLength;
  if (length > maxPathBytes) {
    throw new Error(
      `socket path ${path}: it has ${length} bytes, a socket's path holds ${maxPathBytes}. ` +
        "Set TMPDIR (or PLUGIN_UNIX_SOCKET_DIR) of the host to a shorter folder.",
    );
  }
  return path;
}

/**
 * Removes the socket and its folder. The folder was made for this process; if anything else is in
 * it, or the sandbox does not grant it, it stays.
 */
export function removeSocket(path: string): void {
  for (const target of [path, path.slice(0, path.lastIndexOf("/"))]) {
    try {
      Deno.removeSync(target);
    } catch {
      // Gone already, not empty, or not ours to remove.
    }
  }
}
