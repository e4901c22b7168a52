/**
 * The socket on which a plugin process listens.
 *
 * @module
 */

/**
 * The longest path that a Unix socket can have, in bytes: what macOS holds. Linux holds four more.
 */
export const maxSocketPathBytes = 103;

/**
 * Refuses a path that cannot be a Unix socket's.
 *
 * @throws {RangeError} if it is too long for the operating system
 */
export function checkSocketPath(path: string): void {
  const bytes = new TextEncoder().encode(path).byteLength;
  if (bytes <= maxSocketPathBytes) return;
  throw new RangeError(
    `the socket's path ${JSON.stringify(path)} has ${bytes} bytes, and at most ` +
      `${maxSocketPathBytes} are possible; set PLUGIN_UNIX_SOCKET_DIR (or TMPDIR) of the host to a ` +
      "shorter folder",
  );
}

/** Removes the socket, if it is still there. */
export function removeSocket(path: string): void {
  try {
    Deno.removeSync(path);
  } catch {
    // The listener removed it, or whoever made its folder did.
  }
}
