/** The folder for one run's sockets. @module */

import { checkSocketPath, SOCKET_NAME, socketPrefix } from "../bundle/socket_names.ts";
import { sweepLeftovers } from "../bundle/sweep_leftovers.ts";

/** A folder that only this user can enter. */
export interface SocketFolder {
  /** Its absolute path. */
  readonly path: string;
  /** Where the host serves the plugin API. */
  readonly apiSocket: string;
  /** Removes it with all that is in it. */
  remove(): Promise<void>;
}

/**
 * Makes a folder with mode 0700 for the sockets of one run. Its name says whose it is, so that a later
 * host can sweep it when this one was killed.
 *
 * @param plugin the plugin's id
 * @param parent the folder to make it in. Default: `TMPDIR`, or `/tmp` where that path is too long
 * @throws {RangeError} when the sockets' paths would be too long
 */
export async function makeSocketFolder(plugin: string, parent?: string): Promise<SocketFolder> {
  const wanted = parent ?? (Deno.env.get("TMPDIR") || "/tmp");
  try {
    return await makeIn(wanted, plugin);
  } catch (error) {
    if (!(error instanceof RangeError) || parent !== undefined || wanted === "/tmp") throw error;
    return await makeIn("/tmp", plugin);
  }
}

/** Removes the folders and sockets that killed hosts and plugins left, and tells which. */
export async function sweepSocketFolders(parent?: string): Promise<string[]> {
  const wanted = parent ?? (Deno.env.get("TMPDIR") || "/tmp");
  const folders = new Set(parent === undefined ? [wanted, "/tmp"] : [wanted]);
  const swept = await Promise.all([...folders].map((folder) => sweepLeftovers({ folder })));
  return swept.flat();
}

async function makeIn(parent: string, plugin: string): Promise<SocketFolder> {
  const prefix = `${socketPrefix(plugin)}-${Deno.pid}-`;
  const path = await Deno.realPath(await Deno.makeTempDir({ dir: parent, prefix }));
  const remove = async () => {
    await Deno.remove(path, { recursive: true }).catch((error) => {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    });
  };
  const folder = {
    path,
    apiSocket: `${path}/api.sock`,
    remove,
  };
  try {
    // Deno makes it so already; what the sandbox rests on is said, not assumed.
    await Deno.chmod(path, 0o700);
    checkSocketPath(`${path}/${SOCKET_NAME}`);
  } catch (error) {
    await remove();
    throw error;
  }
  return folder;
}
