import { resolve } from "../bundle/paths.ts";

/**
 * Finds the plugin's file that somebody named.
 *
 * @param given its path as it was typed
 * @param command the command, for the message
 * @returns its path, absolute and without links
 * @throws TypeError where there is no such file
 */
export async function pluginFile(given: string, command: string): Promise<string> {
  try {
    const path = await Deno.realPath(given);
    if ((await Deno.stat(path)).isFile) return path;
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  throw new TypeError(
    `there is no file ${resolve(given)}; name the plugin's file, such as: ${command} src/plugin.ts`,
  );
}
