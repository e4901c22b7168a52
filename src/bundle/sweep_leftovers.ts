import { isAlive } from "./is_alive.ts";
import { parseSocketName, SOCKET_FOLDER_NAMES, socketPrefix } from "./socket_names.ts";

/** Where to sweep, and for whom. */
export interface SweepOptions {
  /** The folder for sockets. Default: `TMPDIR` or `/tmp`. */
  readonly folder?: string | undefined;
  /** Only what this plugin left. Default: every plugin's. */
  readonly pluginId?: string | undefined;
}

/**
 * Removes the sockets, and folders for them, that killed plugins and hosts left behind, and tells
 * which. After a normal end nothing is left.
 *
 * Only what has our names, belongs to this user and names a process that is no longer alive is
 * removed; links are never followed.
 */
export async function sweepLeftovers(options: SweepOptions = {}): Promise<string[]> {
  const folder = options.folder ?? (Deno.env.get("TMPDIR") || "/tmp");
  const prefix = options.pluginId === undefined ? undefined : socketPrefix(options.pluginId);
  const uid = Deno.uid();
  const removed: string[] = [];
  for await (const { name } of Deno.readDir(folder)) {
    const parsed = parseSocketName(name);
    if (parsed === undefined || (prefix !== undefined && parsed.prefix !== prefix)) continue;
    const path = `${folder}/${name}`;
    const info = await Deno.lstat(path).catch(() => undefined);
    if (info === undefined || info.uid !== uid || isAlive(parsed.pid)) continue;
    try {
      if (info.isSocket) {
        await Deno.remove(path);
        removed.push(path);
      }
      if (!info.isDirectory) continue;
      // Only what we put there, so that nothing else is lost whatever the name says.
      for (const socket of SOCKET_FOLDER_NAMES) {
        await Deno.remove(`${path}/${socket}`).catch(ignoreMissing);
      }
      await Deno.remove(path);
      removed.push(path);
    } catch (error) {
      // Another start sweeps at the same time, or the folder holds more than sockets.
      if (!(error instanceof Deno.errors.NotFound) && !isNotEmpty(error)) throw error;
    }
  }
  return removed.sort();
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Deno.errors.NotFound)) throw error;
}

function isNotEmpty(error: unknown): boolean {
  return error instanceof Error && (error as Error & { code?: string }).code === "ENOTEMPTY";
}
