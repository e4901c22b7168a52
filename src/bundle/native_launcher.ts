import { cacheFolder } from "./cache_folder.ts";
import { LauncherError } from "./launcher_error.ts";
import { PACKAGE_ROOT } from "./own_package.ts";
import { dirname, fromFileUrl } from "./paths.ts";
import type { PlatformNames } from "./platforms.ts";
import { launcherName, publishedLauncher } from "./published_launchers.ts";

/** Where Go installs itself when it is no package of the system. */
const GO_PLACES = ["go", "/usr/local/go/bin/go"];

/** The sources, where this package is a checkout. */
const SOURCES = new URL("tools/launcher/", PACKAGE_ROOT);

/** What this process has built, since a bundle and a look at it want the same one. */
const built = new Map<string, Promise<string>>();

/**
 * The path of the native launcher for a platform: in the folder that is given, or else the one that
 * was published with this package, or built with Go where this package is a checkout. What is built
 * is the same byte for byte with the same Go.
 *
 * @throws {LauncherError} if the folder has none, the published one cannot be had, Go is missing, or
 *   the compiler refuses.
 */
export async function nativeLauncher(platform: PlatformNames, folder?: string): Promise<string> {
  if (folder !== undefined) {
    const path = `${folder}/${launcherName(platform)}`;
    if ((await Deno.stat(path).catch(() => undefined))?.isFile) return path;
    throw new LauncherError(
      `there is no native launcher for ${platform.platform} at ${path}; build it with ` +
        `"deno task launcher" in a checkout of this package`,
    );
  }
  if (!await isCheckout()) return await publishedLauncher(platform);
  const known = built.get(platform.platform) ?? buildLauncher(platform);
  built.set(platform.platform, known);
  return await known.catch((error) => {
    built.delete(platform.platform);
    throw error;
  });
}

/** Whether there are sources to build from. */
async function isCheckout(): Promise<boolean> {
  if (SOURCES.protocol !== "file:") return false;
  return await Deno.stat(new URL("go.mod", SOURCES)).then(() => true, () => false);
}

/**
 * Builds the launcher into the cache folder and returns its path. Go keeps what it compiled, so that
 * a second time is quick.
 *
 * @throws {LauncherError} if Go is missing or the compiler refuses.
 */
export async function buildLauncher(platform: PlatformNames): Promise<string> {
  const path = `${cacheFolder()}/launcher/${launcherName(platform)}`;
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

/**
 * The version of the Go that builds launchers here, such as `go1.26.1`.
 *
 * @throws {LauncherError} if Go is missing.
 */
export async function launcherGo(platform: PlatformNames): Promise<string> {
  return (await runGo(["env", "GOVERSION"], platform)).stdout.trim();
}

async function runGo(
  args: readonly string[],
  { goos, goarch, platform }: PlatformNames,
): Promise<{ success: boolean; stdout: string; stderr: string }> {
  for (const go of GO_PLACES) {
    try {
      const { success, stdout, stderr } = await new Deno.Command(go, {
        args: [...args],
        cwd: fromFileUrl(SOURCES),
        env: {
          CGO_ENABLED: "0",
          GOOS: goos,
          GOARCH: goarch,
          GOAMD64: "v1",
          GOARM64: "v8.0",
          GOWORK: "off",
          GOFLAGS: "",
          GOTOOLCHAIN: "local",
        },
        stdin: "null",
      }).output();
      const text = new TextDecoder();
      return { success, stdout: text.decode(stdout), stderr: text.decode(stderr) };
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
  }
  throw new LauncherError(
    `the native launcher for ${platform} is written in Go, and there is no Go here to build it: ` +
      `install Go 1.24 or newer (https://go.dev/dl), or name a folder of built launchers`,
  );
}
