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

import { capture } from "./capture.ts";
import { toFileUrl } from "./paths.ts";
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
    for (const path of await ownFiles()) await copy(path, new URL(path, stage));
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
  console.log(resultLine({ passed: success ? 1 : 0, failed: success ? 0 : 1, skipped: 0 }));
  return success ? 0 : 1;
}

if (import.meta.main) Deno.exit(await main());
