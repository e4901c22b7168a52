import { createHash } from "node:crypto";
import { isMadeByStart } from "./archive/pack_bundle.ts";
import { listFiles } from "./archive/list_files.ts";
import { BUNDLE_LAYOUT } from "./bundle_layout.ts";

/** What `server/checksums.json` says. */
interface Checksums {
  /** The version of this format. */
  readonly format: 1;
  /** The SHA-256 of each other file in hexadecimal digits, by its path. */
  readonly sha256: Readonly<Record<string, string>>;
}

/**
 * Writes the SHA-256 of every file of a bundle's folder into its `server/checksums.json`. They tell
 * a damaged bundle from a whole one; who changes a file on purpose can change them too, which only a
 * signature shows.
 */
export async function writeChecksums(folder: string): Promise<void> {
  const checksums: Checksums = { format: 1, sha256: Object.fromEntries(await hashFiles(folder)) };
  const file = `${folder}/${BUNDLE_LAYOUT.checksums}`;
  await Deno.writeTextFile(file, JSON.stringify(checksums, null, 2) + "\n");
  await Deno.chmod(file, 0o644);
}

/** What differs between a bundle's files and its `server/checksums.json`: a sentence for each file. */
export async function compareChecksums(folder: string): Promise<readonly string[]> {
  const name = BUNDLE_LAYOUT.checksums;
  const text = await Deno.readTextFile(`${folder}/${name}`).catch((error) => {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  });
  if (text === undefined) {
    return [`${name}: it is missing, so damage cannot be told; bundle the plugin again`];
  }
  const written = parse(text);
  if (written === undefined) return [`${name}: it is damaged; bundle the plugin again`];
  const found = await hashFiles(folder);
  const problems: string[] = [];
  for (const [path, hash] of Object.entries(written)) {
    const now = found.get(path);
    if (now === undefined) problems.push(`${path}: it is missing, and ${name} lists it`);
    else if (now !== hash) {
      problems.push(
        `${path}: its content was changed or damaged after bundling: its SHA-256 is ${now}, and ` +
          `${name} says ${hash}`,
      );
    }
  }
  for (const path of found.keys()) {
    if (!Object.hasOwn(written, path)) {
      problems.push(`${path}: it was added after bundling: ${name} does not list it`);
    }
  }
  return problems;
}

function parse(text: string): Readonly<Record<string, string>> | undefined {
  try {
    const { format, sha256 } = JSON.parse(text) as Partial<Checksums>;
    if (format !== 1 || typeof sha256 !== "object" || sha256 === null) return undefined;
    const isWhole = Object.values(sha256).every((hash) => /^[0-9a-f]{64}$/.test(String(hash)));
    return isWhole ? sha256 : undefined;
  } catch {
    return undefined;
  }
}

async function hashFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  const hashes = new Map<string, string>();
  for (const { path, isFolder } of await listFiles(folder, isMadeByStart)) {
    if (isFolder || path === BUNDLE_LAYOUT.checksums) continue;
    const bytes = await Deno.readFile(`${folder}/${path}`);
    hashes.set(path, createHash("sha256").update(bytes).digest("hex"));
  }
  return hashes;
}
