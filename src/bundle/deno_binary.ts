import { compareVersions } from "./compare_versions.ts";
import { runDeno } from "./run_deno.ts";
import { MINIMUM_DENO } from "./launch_plan.ts";
import type { PlatformNames } from "./platforms.ts";
import { temporaryFolder } from "./temporary_folder.ts";

/** Deno's binary for a platform could not be had. The message says why, and what to do. */
export class DenoBinaryError extends Error {
  /** Tells the error from others, also across copies of this package. */
  override readonly name = "DenoBinaryError";
}

/**
 * The path of Deno's own binary for a platform, from the npm package that the npm package `deno` takes
 * it from, too. Deno fetches it, from the registry that it is set up for, checks its hash, and
 * keeps it.
 *
 * @param version such as `2.9.6`; the one that runs now unless said otherwise
 * @throws {TypeError} if the version is none, or too old to run plugins.
 * @throws {DenoBinaryError} if it cannot be fetched.
 */
export async function denoBinary(
  platform: PlatformNames,
  version: string = Deno.version.deno,
): Promise<string> {
  checkDenoVersion(version);
  const name = `${platform.npmPackage}@${version}`;
  await using temporary = await temporaryFolder("binary");
  const folder = temporary.path;
  // A fixed version of Deno itself needs no waiting time.
  const flags = ["--no-config", "--no-lock", "--minimum-dependency-age=0"];
  const fetched = await runDeno(folder, ["cache", ...flags, `npm:${name}`]);
  if (!fetched.success) throw new DenoBinaryError(notToBeHad(platform, version, fetched.stderr));
  const { stdout } = await runDeno(folder, ["info", "--json", "--no-config", `npm:${name}`]);
  const { npmPackages } = JSON.parse(stdout) as {
    readonly npmPackages?: Readonly<Record<string, { readonly localPath?: string }>>;
  };
  const path = `${npmPackages?.[name]?.localPath}/deno${platform.suffix}`;
  if ((await Deno.stat(path).catch(() => undefined))?.isFile) return path;
  throw new DenoBinaryError(notToBeHad(platform, version, `there is no ${path}`));
}

/** Refuses what is no version, or one that plugins cannot run under. */
function checkDenoVersion(version: string): void {
  if (!/^\d{1,4}\.\d{1,4}\.\d{1,4}$/.test(version)) {
    throw new TypeError(`expected a version of Deno such as ${MINIMUM_DENO}, found "${version}"`);
  }
  if (compareVersions(version, MINIMUM_DENO) >= 0) return;
  throw new TypeError(`plugins need Deno ${MINIMUM_DENO} or newer, found ${version}`);
}

function notToBeHad({ platform, npmPackage }: PlatformNames, version: string, said: string) {
  const words = said.replace(/\n*Stack backtrace:[\s\S]*$/, "").replace(/^Download .*$/gm, "")
    .trim().replace(/^error: |\.$/g, "");
  return `Deno ${version} for ${platform} cannot be had, the npm package ${npmPackage}: ${words}. ` +
    `Choose another version of Deno, or see whether the registry can be reached`;
}
