import type { BundlePlatform, PlatformNames } from "../platforms.ts";
import { CompileError } from "./compile_error.ts";

/** The environment variable by which Deno is told of a base program. */
export const DENORT_VARIABLE = "DENORT_BIN";

/** How Deno names the platforms that it compiles for. */
export const DENO_TARGETS: Readonly<Record<BundlePlatform, string>> = {
  "linux-x64": "x86_64-unknown-linux-gnu",
  "linux-arm64": "aarch64-unknown-linux-gnu",
  "darwin-x64": "x86_64-apple-darwin",
  "darwin-arm64": "aarch64-apple-darwin",
};

/** What a given base program was found to be. */
export interface BaseProgram {
  /** The version of Deno that it is of; undefined where that cannot be told. */
  readonly version: string | undefined;
  /** What looks wrong about it, a sentence each. */
  readonly warnings: readonly string[];
}

/**
 * Looks at the base program that was supplied for a platform.
 *
 * @throws {CompileError} if it cannot be read, is no program or one for another platform.
 */
export async function inspectBase(file: string, platform: PlatformNames): Promise<BaseProgram> {
  const bytes = await Deno.readFile(file).catch((cause) => {
    throw new CompileError(`the base program ${file} cannot be read: ${cause.message}`, { cause });
  });
  const found = platformOf(bytes);
  if (found !== platform.platform) {
    const zip = startsWith(bytes, [0x50, 0x4b, 3, 4]) ? "; unpack the archive first" : "";
    throw new CompileError(
      `the base program ${file} is ${
        found === undefined ? "no program" : `one for ${found}`
      }, and ` +
        `one for ${platform.platform} is needed: Deno's denort of version ${Deno.version.deno}${zip}`,
    );
  }
  // One byte a character, so that texts in it can be looked for.
  const text = new TextDecoder("latin1").decode(bytes);
  const versions = new Set([...text.matchAll(/Deno\/(\d+\.\d+\.\d+)/g)].map(([, found]) => found));
  const own = Deno.version.deno;
  const version = versions.has(own) ? own : [...versions][0];
  const warnings: string[] = [];
  if (version !== undefined && version !== own) {
    warnings.push(
      `the base program ${file} is of Deno ${version}, and this is Deno ${own}: take the denort of ` +
        "the same version, or the compiled plugin may not start",
    );
  }
  if (!text.includes("standalone binary section")) {
    warnings.push(
      `the base program ${file} does not look like denort (Deno's own program "deno" is another ` +
        "one): the compiled plugin may not start",
    );
  }
  return { version, warnings };
}

/** The platform that a program is for, as Deno names it; undefined for what is no program. */
export function platformOf(bytes: Uint8Array): string | undefined {
  if (bytes.length < 20) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(bytes, [0x7f, 0x45, 0x4c, 0x46])) {
    const machine = view.getUint16(18, true);
    const arch = { 62: "x64", 183: "arm64" }[machine];
    return arch === undefined ? "another processor" : `linux-${arch}`;
  }
  if (startsWith(bytes, [0xcf, 0xfa, 0xed, 0xfe])) {
    const arch = { 0x01000007: "x64", 0x0100000c: "arm64" }[view.getUint32(4, true)];
    return arch === undefined ? "another processor" : `darwin-${arch}`;
  }
  return startsWith(bytes, [0x4d, 0x5a]) ? "Windows" : undefined;
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}

/** What to say where Deno could not get the base program for a platform. */
export function baseNotToBeHad(platform: BundlePlatform, said: string): string {
  const version = Deno.version.deno;
  const from = `https://dl.deno.land/release/v${version}/denort-${DENO_TARGETS[platform]}.zip`;
  return `the base program for ${platform} cannot be had: denort ${version}, which Deno fetches from ` +
    `${from}: ${said}. Fetch and unpack it where that address can be reached, and name the file ` +
    `with --denort or in ${DENORT_VARIABLE}`;
}
