import { firstDifference } from "./first_difference.ts";
import { LauncherError } from "./launcher_error.ts";
import { launcherPath } from "./launcher_path.ts";
import { nativeLauncher } from "./native_launcher.ts";
import { LAUNCHER_PLATFORMS } from "./platforms.ts";

/**
 * Compares a program of a bundle with the native launcher that this package has for that platform.
 * Gives undefined if it is the same, and else what it is, after "a program": it may be another
 * version's, or built with another Go.
 *
 * @param path where it is in the bundle, such as `server/launch-linux-amd64`
 */
export async function compareNativeLauncher(
  path: string,
  bytes: Uint8Array,
): Promise<string | undefined> {
  const names = LAUNCHER_PLATFORMS.find((names) => path === launcherPath(names));
  if (names === undefined) return "which is compared with nothing but its checksum";
  try {
    const own = await Deno.readFile(await nativeLauncher(names));
    return firstDifference(own, bytes) === undefined
      ? undefined
      : "which is not the native launcher of this version of the package";
  } catch (error) {
    if (!(error instanceof LauncherError)) throw error;
    return `which could not be compared with this package's native launcher (${error.message})`;
  }
}
