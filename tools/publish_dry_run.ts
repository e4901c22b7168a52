/**
 * `deno task publish:dry-run`: lets Deno try the package as the registry would take it, slow types
 * and all, without sending it.
 *
 * Where jsr.io does not answer, the same is tried on a copy in a temporary folder, in which
 * `deno.json` links `@std/cli` and `@std/assert` to packages made from our stand-ins: publishing
 * knows no import map.
 *
 * @module
 */

import { PUBLISHED_FOLDER } from "../src/bundle/published_launchers.ts";
import { capture } from "./capture.ts";
import { checkPacked } from "./launcher.ts";
import { toFileUrl } from "./paths.ts";
import { neededFiles, publishingProblems } from "./published_files.ts";
import { resultLine } from "./result.ts";
import { ROOT, stdSource } from "./std_source.ts";
import { filesBelow } from "./tree.ts";

const PUBLISH = ["publish", "--dry-run", "--allow-dirty"];

/** What `deno.json` says. */
type Config = Readonly<Record<string, unknown>>;

/** The packages that stand in, by folder: their name, exports, and the files they consist of. */
const LINKED = {
  "links/std_cli": { name: "@std/cli", exports: { ".": "./cli.ts", "./parse-args": "./cli.ts" } },
  "links/std_assert": { name: "@std/assert", exports: { ".": "./assert.ts" } },
} as const;

/** The configuration of the copy: the same package, with the stand-ins linked from beside it. */
export function linkedConfig(config: Config): Config {
  return { ...config, links: Object.keys(LINKED).map((folder) => `../${folder}`) };
}

async function publishCopy(): Promise<{ readonly success: boolean; readonly output: string }> {
  const folder = await Deno.makeTempDir({ prefix: "publish-" });
  const stage = toFileUrl(`${folder}/package/`);
  try {
    const launchers = await filesBelow([PUBLISHED_FOLDER], () => true);
    for (const path of [...await ownFiles(), ...launchers]) await copy(path, new URL(path, stage));
    const standIns = await filesBelow(["tools/stand_ins"], (path) => !path.endsWith("_test.ts"));
    for (const [linked, described] of Object.entries(LINKED)) {
      for (const path of standIns) {
        await copy(path, new URL(`../${linked}/${path.slice(path.lastIndexOf("/") + 1)}`, stage));
      }
      const text = JSON.stringify({ version: "1.999.0", ...described });
      await Deno.writeTextFile(new URL(`../${linked}/deno.json`, stage), text);
    }
    const config = JSON.parse(await Deno.readTextFile(new URL("deno.json", ROOT))) as Config;
    await Deno.writeTextFile(new URL("deno.json", stage), JSON.stringify(linkedConfig(config)));
    return await capture(Deno.execPath(), PUBLISH, stage);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function copy(path: string, target: URL): Promise<void> {
  await Deno.mkdir(new URL(".", target), { recursive: true });
  await Deno.copyFile(new URL(path, ROOT), target);
}

/** What git knows or would take; all files where there is no git. */
async function ownFiles(): Promise<readonly string[]> {
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const listed = await capture("git", args).catch(() => undefined);
  if (!listed?.success) return await filesBelow(["."], () => true);
  const present: string[] = [];
  for (const path of new Set(listed.output.split("\0"))) {
    const info = path === "" ? undefined : await Deno.lstat(new URL(path, ROOT)).catch(() => null);
    if (info?.isFile) present.push(path);
  }
  return present;
}

/** What would keep the native launchers, which git ignores, from being published as they should. */
async function launcherProblem(output: string): Promise<string | undefined> {
  const built = await filesBelow([PUBLISHED_FOLDER], () => true);
  if (built.length === 0) {
    console.log(`There is no folder ${PUBLISHED_FOLDER}/: a version is published with one.`);
    return undefined;
  }
  const [problem] = await checkPacked();
  if (problem !== undefined) return problem;
  const left = built.filter((path) => !output.includes(`/${path} (`));
  if (left.length > 0) return `publishing leaves out ${left.join(", ")}`;
  const bytes = publishedBytes(output);
  console.log(`The package has ${(bytes / MIB).toFixed(1)} MiB of the 20 that JSR takes.`);
  return bytes > 20 * MIB ? "the package is too large for JSR" : undefined;
}

const MIB = 1024 * 1024;

/** The sum of the sizes in the list of files that Deno prints. */
export function publishedBytes(output: string): number {
  const units: Readonly<Record<string, number>> = { B: 1, KB: 1024, MB: MIB };
  const sizes = output.matchAll(/ file:\S+ \(([\d.]+)(B|KB|MB)\)/g);
  return [...sizes].reduce(
    (sum, [, size, unit = ""]) => sum + Number(size) * (units[unit] ?? 0),
    0,
  );
}

async function main(): Promise<number> {
  const source = await stdSource();
  console.log(
    source === "jsr"
      ? "jsr.io answers: publishing is tried as it stands."
      : "jsr.io does not answer: publishing is tried on a copy with stand-ins for @std.",
  );
  const { success, output } = source === "jsr"
    ? await capture(Deno.execPath(), PUBLISH)
    : await publishCopy();
  console.log(output.trimEnd());
  const problems = success ? [...publishingProblems(output, await neededFiles())] : [];
  const problem = success ? await launcherProblem(output) : undefined;
  if (problem !== undefined) problems.push(problem);
  for (const each of problems) console.error(`error: ${each}`);
  const passed = success && problems.length === 0;
  console.log(resultLine({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 }));
  return passed ? 0 : 1;
}

if (import.meta.main) Deno.exit(await main());
