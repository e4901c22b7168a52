import type { BundledPackage } from "../bundled_packages.ts";
import { type DenoLicence, ownDenoLicence } from "../deno_licence.ts";
import { bundleLoader, COMPILED_LOADER } from "../loader_bundle.ts";
import type { NativeFiles, NativeOptions } from "../native_files.ts";
import { resolve } from "../paths.ts";
import { BUNDLE_PLATFORMS, type BundlePlatform, checkPlatforms } from "../platforms.ts";
import { type BaseProgram, DENO_TARGETS, DENORT_VARIABLE, inspectBase } from "./base_program.ts";
import { compiledPath } from "./compiled_path.ts";

/** Programs that a bundle brings as a whole, made by `deno compile`. */
export interface CompileOptions {
  /**
   * The platforms for which the plugin is compiled: a stock server there starts one program, which
   * needs neither a launcher nor a shell nor Deno. Its sandbox is weaker than elsewhere.
   */
  readonly compiled?: readonly BundlePlatform[] | undefined;
  /**
   * The path of Deno's `denort` for the platform, of the version of the Deno that runs now. Default:
   * what `DENORT_BIN` names, or else what Deno fetches from dl.deno.land.
   */
  readonly denort?: string | undefined;
}

/** What a compiled program is made with. */
export interface CompileTarget {
  /** What it is for. */
  readonly platform: BundlePlatform;
  /** The base program, where it was given. */
  readonly denort: string | undefined;
  /** What that was found to be. */
  readonly base: BaseProgram;
}

/** What is known before anything is compiled. */
export interface PreparedCompile {
  /** The programs to make. */
  readonly targets: readonly CompileTarget[];
  /** The bundled loader that each begins with; empty if there are none. */
  readonly loader: string;
  /** The licence of the base programs; undefined if there are none. */
  readonly licence: DenoLicence | undefined;
}

/**
 * Looks at what compiling needs, before anything is written.
 *
 * @throws {TypeError} if a platform is unknown, or gets a launcher, too.
 * @throws {CompileError} if a base program that was given is none for its platform.
 */
export async function prepareCompile(
  options: CompileOptions & NativeOptions,
): Promise<PreparedCompile> {
  const platforms = checkPlatforms(options.compiled ?? []);
  if (platforms.length === 0) return { targets: [], loader: "", licence: undefined };
  for (const platform of platforms) {
    if (![...options.selfContained ?? [], ...options.nativeLaunchers ?? []].includes(platform)) {
      continue;
    }
    throw new TypeError(
      `for ${platform} a server would execute either a launcher or the compiled plugin; choose one`,
    );
  }
  const given = options.denort ?? (Deno.env.get(DENORT_VARIABLE) || undefined);
  const denort = given === undefined ? undefined : resolve(given);
  const targets = await Promise.all(platforms.map(async (platform): Promise<CompileTarget> => {
    const base = denort === undefined
      ? { version: Deno.version.deno, warnings: [] }
      : await inspectBase(denort, BUNDLE_PLATFORMS[platform]);
    return { platform, denort, base };
  }));
  return {
    targets,
    loader: await bundleLoader(COMPILED_LOADER),
    licence: await ownDenoLicence(),
  };
}

/** What a bundle brings, with the compiled programs in the place of the launchers for their platforms. */
export function joinCompiled(native: NativeFiles, compile: PreparedCompile): NativeFiles {
  const { targets, licence } = compile;
  if (targets.length === 0) return native;
  const own = targets.map((
    { platform },
  ) => [BUNDLE_PLATFORMS[platform].go, compiledPath(platform)]);
  const executables: Record<string, string> = { ...native.executables };
  const unused = own.map(([go = ""]) => executables[go]);
  return {
    ...native,
    files: native.files.filter(({ to }) => !unused.includes(to)),
    packages: [...native.packages, ...targets.map(basePackage)],
    ...licence === undefined ? {} : { licence },
    executables: { ...executables, ...Object.fromEntries(own) },
    warnings: [...native.warnings, ...targets.flatMap(({ base }) => base.warnings)],
  };
}

/** The base program in the bill of materials. */
function basePackage({ platform, base }: CompileTarget): BundledPackage {
  const name = `denort-${DENO_TARGETS[platform]}`;
  return { registry: "generic", name, version: base.version ?? "unknown" };
}
