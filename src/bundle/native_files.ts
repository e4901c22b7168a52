import type { BundledPackage } from "./bundled_packages.ts";
import { bundledDenoPath } from "./compare_deno.ts";
import { denoBinary } from "./deno_binary.ts";
import { type DenoLicence, denoLicence } from "./deno_licence.ts";
import { LauncherError } from "./launcher_error.ts";
import { launcherPath } from "./launcher_path.ts";
import { nativeLauncher } from "./native_launcher.ts";
import { BUNDLE_PLATFORMS, type BundlePlatform, checkPlatforms } from "./platforms.ts";

/** What a bundle brings for servers without a shell, or without Deno. */
export interface NativeOptions {
  /**
   * The platforms for which the bundle brings the native launcher and Deno's binary: there the
   * plugin needs neither a shell nor Deno on the server. Each makes the archive some 40 MB larger.
   */
  readonly selfContained?: readonly BundlePlatform[] | undefined;
  /**
   * The platforms for which the bundle brings the native launcher alone: a server without a shell
   * runs the plugin if it has Deno, and else its log says what is missing.
   */
  readonly nativeLaunchers?: readonly BundlePlatform[] | undefined;
  /**
   * Whether the bundle brings the native launchers for Linux wherever they can be had, as what is
   * handed out should. Where they cannot, a warning says that the bundle is another one. Default:
   * false.
   */
  readonly usualLaunchers?: boolean | undefined;
  /**
   * The folder with the launchers, `linux-amd64/launch` and so on, as `deno task launcher` writes
   * it. Default: those that were published with this package; in a checkout they are built with Go.
   */
  readonly launcherFolder?: string | undefined;
  /** The version of Deno to bring, such as `2.9.6`. Default: the one that runs now. */
  readonly denoVersion?: string | undefined;
}

/** The platforms that servers run on. */
const USUAL_LAUNCHERS: readonly BundlePlatform[] = ["linux-arm64", "linux-x64"];

/** Files to copy into a bundle, and the manifest's `server.executables` that name them. */
export interface NativeFiles {
  /** Where each file is and where it goes, relative to the bundle; all are executable. */
  readonly files: readonly { readonly from: string; readonly to: string }[];
  /** The npm packages that hold Deno's binaries. */
  readonly packages: readonly BundledPackage[];
  /** The licence of those binaries; absent if there are none. */
  readonly licence?: DenoLicence;
  /** The launchers by Go's names of the platforms; absent if there are none. */
  readonly executables?: Readonly<Record<string, string>>;
  /** What is not in it though it usually is, a sentence each. */
  readonly warnings: readonly string[];
}

/**
 * Finds, builds and fetches what a bundle brings for its platforms.
 *
 * @throws {TypeError} if a platform is unknown, or the version of Deno cannot be used.
 * @throws {LauncherError} if a launcher cannot be had.
 * @throws {DenoBinaryError} if a Deno cannot be had.
 */
export async function nativeFiles(options: NativeOptions): Promise<NativeFiles> {
  const withDeno = checkPlatforms(options.selfContained ?? []);
  const wanted = checkPlatforms([...withDeno, ...options.nativeLaunchers ?? []]);
  const usual = options.usualLaunchers ? await usualLaunchers(options.launcherFolder) : NONE;
  const all = checkPlatforms([...wanted, ...usual.platforms]);
  const { warnings } = usual;
  if (all.length === 0) return { files: [], packages: [], warnings };
  const files: { from: string; to: string }[] = [];
  const executables: Record<string, string> = {};
  let licence: DenoLicence | undefined;
  for (const platform of all) {
    const names = BUNDLE_PLATFORMS[platform];
    const launcher = launcherPath(names);
    files.push({ from: await nativeLauncher(names, options.launcherFolder), to: launcher });
    executables[names.go] = launcher;
    if (!withDeno.includes(platform)) continue;
    const deno = bundledDenoPath(names);
    const from = await denoBinary(names, options.denoVersion);
    files.push({ from, to: deno });
    // All of them are of one version.
    licence ??= await denoLicence(from);
  }
  const version = options.denoVersion ?? Deno.version.deno;
  const packages = withDeno.map((platform): BundledPackage => {
    return { registry: "npm", name: BUNDLE_PLATFORMS[platform].npmPackage, version };
  });
  return {
    files,
    packages,
    ...licence === undefined ? {} : { licence },
    executables,
    warnings,
  };
}

const NONE = { platforms: [], warnings: [] } as const;

/** Which of the usual launchers can be had: all of them, or none and why. */
async function usualLaunchers(
  folder: string | undefined,
): Promise<
  { readonly platforms: readonly BundlePlatform[]; readonly warnings: readonly string[] }
> {
  try {
    for (const platform of USUAL_LAUNCHERS) {
      await nativeLauncher(BUNDLE_PLATFORMS[platform], folder);
    }
    return { platforms: USUAL_LAUNCHERS, warnings: [] };
  } catch (error) {
    if (!(error instanceof LauncherError)) throw error;
    return {
      platforms: [],
      warnings: [
        "the bundle has no native launchers, so it is not the one that is made where they can be " +
        "had, and a server without a shell cannot start it, nor say why: " + error.message,
      ],
    };
  }
}
