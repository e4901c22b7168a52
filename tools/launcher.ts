/**
 * `deno task launcher`: builds the native launcher for every platform into `.cache/launcher/`, and
 * packs them into `launchers/` for publishing: compressed, with the SHA-256 of each. With names of
 * platforms after it (`deno task launcher linux-x64`) it builds those, and packs nothing. `deno task
 * launcher check` looks whether what is packed is whole.
 *
 * @module
 */
import { GO_LICENCE } from "../src/bundle/go_licence.ts";
import { LauncherError } from "../src/bundle/launcher_error.ts";
import { buildLauncher, launcherGo } from "../src/bundle/native_launcher.ts";
import { LAUNCHER_PLATFORMS, type PlatformNames } from "../src/bundle/platforms.ts";
import {
  launcherName,
  PUBLISHED_FOLDER,
  PUBLISHED_SUMS,
  publishedLauncher,
  type PublishedSums,
  sha256,
} from "../src/bundle/published_launchers.ts";
import { programPlatform } from "./program_format.ts";
import { ROOT } from "./std_source.ts";

/** A launcher that was built. */
export interface BuiltLauncher {
  readonly names: PlatformNames;
  readonly path: string;
}

/**
 * Packs built launchers into a folder as the package has them, in the place of what was there.
 *
 * @param go the Go that built them
 */
export async function packLaunchers(
  launchers: readonly BuiltLauncher[],
  go: string,
  folder: URL,
): Promise<void> {
  await Deno.remove(folder, { recursive: true }).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  });
  const sums: Record<string, string> = {};
  for (const { names, path } of launchers) {
    const name = launcherName(names);
    const bytes = await Deno.readFile(path);
    sums[name] = sha256(bytes);
    const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip"));
    const file = new URL(`${name}.gz`, folder);
    await Deno.mkdir(new URL(".", file), { recursive: true });
    await Deno.writeFile(file, packed);
  }
  await Deno.writeTextFile(new URL("LICENSE-go.txt", folder), GO_LICENCE.text);
  const text: PublishedSums = { format: 1, go, sha256: sums };
  await Deno.writeTextFile(new URL(PUBLISHED_SUMS, folder), JSON.stringify(text, null, 2) + "\n");
}

/**
 * What is wrong with packed launchers, a sentence each: one is missing, was damaged, or is for
 * another machine. None if all can be published.
 */
export async function checkPacked(root: URL = ROOT): Promise<string[]> {
  const problems: string[] = [];
  const temporary = await Deno.makeTempDir({ prefix: "launchers-" });
  try {
    for (const names of LAUNCHER_PLATFORMS) {
      try {
        const bytes = await Deno.readFile(await publishedLauncher(names, root, temporary));
        const found = programPlatform(bytes);
        if (found === names.go) continue;
        problems.push(`${launcherName(names)} is ${found ?? "no program"}: build it again`);
      } catch (error) {
        if (!(error instanceof LauncherError)) throw error;
        problems.push(error.message);
      }
    }
  } finally {
    await Deno.remove(temporary, { recursive: true });
  }
  return problems;
}

async function check(): Promise<number> {
  const problems = await checkPacked();
  for (const problem of problems) console.error(`error: ${problem}`);
  if (problems.length > 0) return 1;
  console.log(`${LAUNCHER_PLATFORMS.length} launchers are packed and whole`);
  return 0;
}

async function main(words: readonly string[]): Promise<number> {
  if (words.join(" ") === "check") return await check();
  const unknown = words.filter((word) =>
    !LAUNCHER_PLATFORMS.some(({ platform }) => platform === word)
  );
  if (unknown.length > 0) {
    const known = LAUNCHER_PLATFORMS.map(({ platform }) => platform).join(", ");
    console.error(`There is no platform ${unknown.join(", ")}; there are ${known}.`);
    return 2;
  }
  const wanted = LAUNCHER_PLATFORMS.filter(({ platform }) =>
    words.length === 0 || words.includes(platform)
  );
  try {
    const built: BuiltLauncher[] = [];
    for (const names of wanted) {
      const path = await buildLauncher(names);
      built.push({ names, path });
      console.log(`${names.platform}: ${path} (${mebibytes((await Deno.stat(path)).size)})`);
    }
    if (words.length > 0) return 0;
    const folder = new URL(`${PUBLISHED_FOLDER}/`, ROOT);
    const [first] = wanted;
    if (first !== undefined) await packLaunchers(built, await launcherGo(first), folder);
    const sizes = await Promise.all(
      wanted.map((names) => Deno.stat(new URL(`${launcherName(names)}.gz`, folder))),
    );
    const sum = sizes.reduce((sum, { size }) => sum + size, 0);
    console.log(`packed into ${PUBLISHED_FOLDER}/ for publishing: ${mebibytes(sum)}`);
    return 0;
  } catch (error) {
    if (!(error instanceof LauncherError)) throw error;
    console.error(`error: ${error.message}`);
    return 1;
  }
}

const mebibytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MiB`;

if (import.meta.main) Deno.exit(await main(Deno.args));
