import { cacheFolder } from "./cache_folder.ts";
import { NO_DENO_DIR } from "./command_template.ts";
import { socketPrefix } from "./socket_names.ts";

// Deno keeps localStorage and caches below DENO_DIR in a folder of this name, and asks no
// permission for it. A file in its place makes both fail.
const STORAGE = "location_data";

/**
 * Makes a plugin's own DENO_DIR, in which Deno keeps compiled code and a plugin can store nothing.
 * Returns `path`, or, where it cannot be written, a DENO_DIR that keeps nothing: then every start
 * compiles anew.
 */
export async function prepareDenoDir(path: string): Promise<string> {
  try {
    await Deno.mkdir(path, { recursive: true, mode: 0o700 });
    const info = await Deno.lstat(`${path}/${STORAGE}`).catch(() => undefined);
    if (info === undefined) {
      await Deno.writeTextFile(`${path}/${STORAGE}`, "", { createNew: true });
    } else if (!info.isFile) {
      return NO_DENO_DIR;
    }
    return path;
  } catch {
    return NO_DENO_DIR;
  }
}

/**
 * The DENO_DIR that a host of ours gives to a plugin: outside of its bundle, whose maker could have
 * put forged compiled code there, which V8 runs as it is.
 */
export async function hostDenoDir(pluginId: string): Promise<string> {
  return await prepareDenoDir(`${cacheFolder()}/deno/${socketPrefix(pluginId)}`);
}
