import { DENO_PATH_VARIABLE } from "./launcher_posix.ts";

/** A platform that a bundle can bring its own launcher and Deno for. */
export type BundlePlatform = "linux-x64" | "linux-arm64" | "darwin-x64" | "darwin-arm64";

/** How others name a platform, and what a bundle calls its files for it. */
export interface PlatformNames {
  /** As Deno and npm call the operating system and processor: `linux-x64`. */
  readonly platform: string;
  /** As Go and manifests call them: `linux-amd64`. */
  readonly go: string;
  /** Go's name of the operating system. */
  readonly goos: string;
  /** Go's name of the processor. */
  readonly goarch: string;
  /** The npm package that holds Deno's binary. */
  readonly npmPackage: string;
  /** What programs end with. */
  readonly suffix: "" | ".exe";
}

function names(os: string, arch: "x64" | "arm64", npm = ""): PlatformNames {
  const goos = os === "win32" ? "windows" : os;
  const goarch = arch === "x64" ? "amd64" : arch;
  return {
    platform: `${os}-${arch}`,
    go: `${goos}-${goarch}`,
    goos,
    goarch,
    npmPackage: `@deno/${os}-${arch}${npm}`,
    suffix: os === "win32" ? ".exe" : "",
  };
}

/** The platforms that a bundle can bring everything for. */
export const BUNDLE_PLATFORMS: Readonly<Record<BundlePlatform, PlatformNames>> = {
  "linux-x64": names("linux", "x64", "-glibc"),
  "linux-arm64": names("linux", "arm64", "-glibc"),
  "darwin-x64": names("darwin", "x64"),
  "darwin-arm64": names("darwin", "arm64"),
};

/** All platforms that the native launcher is built for. */
export const LAUNCHER_PLATFORMS: readonly PlatformNames[] = [
  ...Object.values(BUNDLE_PLATFORMS),
  names("win32", "x64"),
  names("win32", "arm64"),
];

/** The platform that this runs on; undefined if there is no launcher for it. */
export function runningPlatform(): PlatformNames | undefined {
  const os = Deno.build.os === "windows" ? "win32" : Deno.build.os;
  const arch = Deno.build.arch === "aarch64" ? "arm64" : "x64";
  return LAUNCHER_PLATFORMS.find(({ platform }) => platform === `${os}-${arch}`);
}

/**
 * Checks names of platforms, and leaves out repeated ones.
 *
 * @throws {TypeError} naming those that there are.
 */
export function checkPlatforms(platforms: readonly string[]): BundlePlatform[] {
  for (const platform of platforms) {
    if (Object.hasOwn(BUNDLE_PLATFORMS, platform)) continue;
    const reason = platform.startsWith("win")
      ? "Deno cannot listen on a Unix socket on Windows, which plugins need"
      : `there are ${Object.keys(BUNDLE_PLATFORMS).join(", ")}; elsewhere a server needs a shell ` +
        `and Deno, in its PATH or named by ${DENO_PATH_VARIABLE}`;
    throw new TypeError(`a bundle can bring nothing for the platform "${platform}": ${reason}`);
  }
  return [...new Set(platforms)].sort() as BundlePlatform[];
}
