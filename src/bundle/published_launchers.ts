/**
 * The native launchers that the published package has in its folder `launchers/`: compressed, with
 * the SHA-256 of each. They are built when a version is published, and are never committed.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { cacheFolder } from "./cache_folder.ts";
import { LauncherError } from "./launcher_error.ts";
import { PACKAGE_ROOT } from "./own_package.ts";
import type { PlatformNames } from "./platforms.ts";
import { writeAtOnce } from "./write_at_once.ts";

/** The folder of the package that has them. */
export const PUBLISHED_FOLDER = "launchers";

/** The file in that folder with the SHA-256 of each. */
export const PUBLISHED_SUMS = "sha256.json";

/** What {@linkcode PUBLISHED_SUMS} says. */
export interface PublishedSums {
  /** The version of this format. */
  readonly format: 1;
  /** The Go that built them, such as `go1.26.1`. */
  readonly go: string;
  /** The SHA-256 of each, before it was compressed, in hexadecimal digits, by its path. */
  readonly sha256: Readonly<Record<string, string>>;
}

/** How long the registry may take, in milliseconds. */
const FETCH_MS = 60_000;

/** Where a folder of launchers has the one for a platform, such as `linux-amd64/launch`. */
export function launcherName({ go, suffix }: PlatformNames): string {
  return `${go}/launch${suffix}`;
}

/**
 * The path of the published launcher for a platform. It is fetched once and kept; what does not have
 * its SHA-256 is refused, whether it was just fetched or kept.
 *
 * @throws {LauncherError} if the package has none, or it cannot be fetched, or is damaged.
 */
export async function publishedLauncher(
  platform: PlatformNames,
  root: URL = PACKAGE_ROOT,
  cache: string = cacheFolder(),
): Promise<string> {
  const folder = new URL(`${PUBLISHED_FOLDER}/`, root);
  const kept = `${cache}/launchers/${sha256(new TextEncoder().encode(root.href)).slice(0, 24)}`;
  const sums = await readSums(new URL(PUBLISHED_SUMS, folder), `${kept}/${PUBLISHED_SUMS}`);
  const name = launcherName(platform);
  const expected = sums?.sha256[name];
  if (expected === undefined) {
    throw new LauncherError(
      `this package brings no native launcher for ${platform.platform}; build it with ` +
        `"deno task launcher" in a checkout of this package, and name the folder that it wrote`,
    );
  }
  const path = `${kept}/${name}`;
  const before = await Deno.readFile(path).catch(() => undefined);
  if (before !== undefined && sha256(before) === expected) return path;
  const url = new URL(`${name}.gz`, folder);
  const launcher = await unzip(await read(url), url);
  const found = sha256(launcher);
  if (found !== expected) {
    throw new LauncherError(
      `the native launcher for ${platform.platform} at ${url.href} is damaged: its SHA-256 is ` +
        `${found}, and ${PUBLISHED_SUMS} beside it says ${expected}; try again, or name a folder of ` +
        "built launchers",
    );
  }
  await writeAtOnce(path, launcher, 0o755);
  return path;
}

/** The sums, which never change for one version of the package; undefined where there are none. */
async function readSums(url: URL, kept: string): Promise<PublishedSums | undefined> {
  const isRemote = url.protocol !== "file:";
  const before = isRemote ? await Deno.readTextFile(kept).catch(() => undefined) : undefined;
  if (before !== undefined) return parseSums(before, kept);
  const bytes = await read(url);
  if (bytes === undefined) return undefined;
  const sums = parseSums(new TextDecoder().decode(bytes), url.href);
  if (isRemote) await writeAtOnce(kept, bytes, 0o644);
  return sums;
}

function parseSums(text: string, place: string): PublishedSums {
  try {
    const sums = JSON.parse(text) as PublishedSums;
    if (sums.format === 1 && typeof sums.sha256 === "object" && sums.sha256 !== null) return sums;
  } catch {
    // It is said below.
  }
  throw new LauncherError(
    `${place} is damaged, the checksums of the package's native launchers; remove it if it is a ` +
      "file of yours, and try again",
  );
}

/** What is at an address; undefined if nothing is. */
async function read(url: URL): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (url.protocol === "file:") {
    return await Deno.readFile(url).catch((error) => {
      if (error instanceof Deno.errors.NotFound) return undefined;
      throw error;
    });
  }
  let reason: string;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_MS) });
    if (response.ok) return await response.bytes();
    await response.body?.cancel();
    if (response.status === 404) return undefined;
    reason = `the registry answers ${response.status} ${response.statusText}`.trimEnd();
  } catch (error) {
    reason = error instanceof Error ? error.message : String(error);
  }
  throw new LauncherError(
    `${url.href} cannot be fetched, which a bundle's native launcher needs: ${reason}. See whether ` +
      "the registry can be reached, or name a folder of built launchers",
  );
}

async function unzip(
  bytes: Uint8Array<ArrayBuffer> | undefined,
  url: URL,
): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes === undefined) {
    throw new LauncherError(
      `there is no ${url.href}, though ${PUBLISHED_SUMS} beside it names it; try another version of ` +
        "this package, or name a folder of built launchers",
    );
  }
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return await new Response(stream).bytes();
  } catch (cause) {
    throw new LauncherError(`${url.href} is damaged: ${(cause as Error).message}; try again`, {
      cause,
    });
  }
}

/** The SHA-256 of bytes, in hexadecimal digits. */
export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
