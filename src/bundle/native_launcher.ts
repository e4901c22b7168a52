import { cacheFolder } from "./cache_folder.ts";
import { PACKAGE_ROOT } from "./own_package.ts";
import { dirname, fromFileUrl } from "./paths.ts";
import type { PlatformNames } from "./platforms.ts";

/** Where Go installs itself when it is no package of the system. */
const GO_PLACES = ["go", "/usr/local/go/bin/go"];

/** Where a folder of launchers has the one for a platform, such as `linux-amd64/launch`. */
export function launcherPath(folder: string, { go, suffix }: PlatformNames): string {
  return `${folder}/${go}/launch${suffix}`;
}

/** The native launcher for a platform could not be had. The message says what to do. */
export class LauncherError extends Error {
  /** Tells the error from others, also across copies of this package. */
  override readonly name = "LauncherError";
}

/**
 * The path of the native launcher for a platform: in the folder that is given, or else built from
 * this package's checkout with Go. What is built is the same byte for byte with the same Go.
 *
 * @throws {LauncherError} if the folder has none, there is no checkout to build from, Go is missing,
 *   or the compiler refuses.
 */
export async function nativeLauncher(platform: PlatformNames, folder?: string): Promise<string> {
  if (folder !== undefined) {
    const path = launcherPath(folder, platform);
    if ((await Deno.stat(path).catch(() => undefined))?.isFile) return path;
    throw new LauncherError(
      `there is no native launcher for ${platform.platform} at ${path}; build it with ` +
        `"deno task launcher" in a checkout of this package`,
    );
  }
  if (PACKAGE_ROOT.protocol !== "file:") {
    throw new LauncherError(
      `this package brings no native launcher for ${platform.platform}; build it with ` +
        `"deno task launcher" in a checkout of this package, and name the folder that it wrote`,
    );
  }
  return await buildLauncher(platform);
}

/**
 * Builds the launcher into the cache folder and returns its path. Go keeps what it compiled, so that
 * a second time is quick.
 *
 * @throws {LauncherError} if Go is missing or the compiler refuses.
 */
export async function buildLauncher(platform: PlatformNames): Promise<string> {
  const path = launcherPath(`${cacheFolder()}/launcher`, platform);
  await Deno.mkdir(dirname(path), { recursive: true });
  const draft = await Deno.makeTempFile({ dir: dirname(path), prefix: ".launch-" });
  try {
    const options = ["-trimpath", "-buildvcs=false", "-ldflags=-s -w -buildid="];
    const { success, stderr } = await runGo(["build", ...options, "-o", draft, "."], platform);
    if (!success) throw new LauncherError(`the native launcher could not be built:\n${stderr}`);
    await Deno.chmod(draft, 0o755);
    await Deno.rename(draft, path);
    return path;
  } finally {
    await Deno.remove(draft).catch(() => {});
  }
}

async function runGo(
  args: readonly string[],
  { goos, goarch, platform }: PlatformNames,
): Promise<{ success: boolean; stderr: string }> {
  for (const go of GO_PLACES) {
    try {
      const { success, stderr } = await new Deno.Command(go, {
        args: [...args],
        cwd: fromFileUrl(new URL("tools/launcher/", PACKAGE_ROOT)),
        env: {
          CGO_ENABLED: "0",
          GOOS: goos,
          GOARCH: goarch,
          GOAMD64: "v1",
          GOWORK: "off",
          GOFLAGS: "",
          GOTOOLCHAIN: "local",
        },
        stdin: "null",
      }).output();
      return { success, stderr: new TextDecoder().decode(stderr) };
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
  }
  throw new LauncherError(
    `the native launcher for ${platform} is written in Go, and there is no Go here to build it: ` +
      `install Go 1.24 or newer (https://go.dev/dl), or name a folder of built launchers`,
  );
}
