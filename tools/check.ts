/**
 * `deno task check`: everything that can be said about the code without running it. Words after
 * the task choose checks by name: `deno task check types rooms`.
 *
 * @module
 */

import { capture, captureDeno } from "./capture.ts";
import { findingsThatCount, readElsewhere } from "./doc_lint.ts";
import { importsOf } from "./imports.ts";
import { fromFileUrl } from "./paths.ts";
import { resultLine } from "./result.ts";
import { violations } from "./rooms.ts";
import { CACHE, ROOT, writeWhole } from "./std_source.ts";
import { filesBelow } from "./tree.ts";
import { wordsToAvoid } from "./words.ts";

/** Gives what is wrong, in words; undefined when all is well. */
type Check = () => Promise<string | undefined>;

const isTypeScript = (path: string) => path.endsWith(".ts") || path.endsWith(".tsx");
const HOUSE = ["mod.ts", "src", "gen"];
const EVERYWHERE = [...HOUSE, "tests", "tools", "examples", "bench"];

async function deno(...words: string[]): Promise<string | undefined> {
  const { success, output } = await captureDeno(words);
  return success ? undefined : output.split("\n").filter((line) => !isNoise(line)).join("\n");
}

/** What Deno prints beside the problem: progress, and gaps in the types of somebody's package. */
function isNoise(line: string): boolean {
  return /^(Download|Check|Initialize) |^Warning Failed resolving types|^\s+at .*\/@types\//.test(
    line,
  );
}

async function types(): Promise<string | undefined> {
  return await deno("check", ...await filesBelow(EVERYWHERE, isTypeScript));
}

/**
 * The package has no errors with Deno's own compiler options, either: who works against a checkout
 * has it checked with theirs.
 */
async function plain(): Promise<string | undefined> {
  const { exports, imports } = await packageConfig();
  const folder = new URL("plain/", CACHE);
  const config = new URL("deno.json", folder);
  await writeWhole(config, JSON.stringify({ imports }));
  return await deno("check", "--config", fromFileUrl(config), ...Object.values(exports));
}

interface PackageConfig {
  readonly exports: Readonly<Record<string, string>>;
  readonly imports: Readonly<Record<string, string>>;
}

async function packageConfig(): Promise<PackageConfig> {
  return JSON.parse(await Deno.readTextFile(new URL("deno.json", ROOT))) as PackageConfig;
}

/** Every entry point of the package has to exist and to be documented. */
async function docs(): Promise<string | undefined> {
  const entries = Object.values((await packageConfig()).exports);
  const missing: string[] = [];
  for (const entry of entries) {
    const info = await Deno.stat(new URL(entry, ROOT)).catch(() => undefined);
    if (!info?.isFile) missing.push(`deno.json exports ${entry}, which does not exist`);
  }
  const present = entries.filter((entry) => !missing.some((line) => line.includes(` ${entry},`)));
  const lint = await captureDeno(["doc", "--lint", ...present]);
  const findings = findingsThatCount(lint.output, await readElsewhere());
  // What is no finding at all, such as a file that cannot be read, shall not pass for clean.
  const broken = !lint.success && !lint.output.includes("error[") ? [lint.output] : [];
  return [...missing, ...findings, ...broken].join("\n\n") || undefined;
}

async function rooms(): Promise<string | undefined> {
  const found = violations(await importsOf(await filesBelow(HOUSE, isTypeScript), ROOT));
  return found.map(({ at, problem }) => `${at} ${problem}`).join("\n") || undefined;
}

async function words(): Promise<string | undefined> {
  const listed = await capture("git", ["ls-files", "-z"]).catch(() => undefined);
  // Without git, or in an unpacked archive, all files are looked at.
  const files = listed?.success
    ? listed.output.split("\0").filter((path) => path !== "")
    : await filesBelow(["."], () => true);
  const found: string[] = [];
  for (const path of files) {
    if (path === "LICENSE" || path.endsWith("go.sum")) continue;
    const text = await Deno.readTextFile(new URL(path, ROOT)).catch(() => "");
    if (!text.includes("\0")) found.push(...wordsToAvoid(path, text));
  }
  return found.join("\n") || undefined;
}

/** Every message, field, rpc and enum has a comment, and names follow the rules of buf.yaml. */
async function proto(): Promise<string | undefined> {
  const { buf } = await import("./gen/buf.ts");
  const { code, stdout, stderr } = await buf(["lint", "proto"]);
  return code === 0 ? undefined : new TextDecoder().decode(stdout) + stderr;
}

/** The checks by name, the quick ones first. */
const CHECKS: Readonly<Record<string, Check>> = {
  format: () => deno("fmt", "--check"),
  lint: () => deno("lint"),
  words,
  rooms,
  types,
  plain,
  docs,
  proto,
  generated: () => deno("run", "--allow-all", "tools/gen.ts", "--check"),
};

async function main(names: readonly string[]): Promise<number> {
  const unknown = names.find((name) => !Object.hasOwn(CHECKS, name));
  if (unknown !== undefined) {
    console.error(`There is no check "${unknown}"; there are ${Object.keys(CHECKS).join(", ")}.`);
    return 2;
  }
  let failed = 0;
  const chosen = Object.entries(CHECKS).filter(([name]) =>
    names.length === 0 || names.includes(name)
  );
  Deno.chdir(fromFileUrl(ROOT));
  for (const [name, check] of chosen) {
    const start = performance.now();
    const problem = await check().catch((error) => String(error?.stack ?? error));
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${problem === undefined ? "ok" : "FAILED"} ${name} (${seconds}s)`);
    if (problem !== undefined) {
      console.log(problem.trimEnd().replaceAll(/^/gm, "    "));
      failed += 1;
    }
  }
  console.log(resultLine({ passed: chosen.length - failed, failed, skipped: 0 }));
  return failed === 0 ? 0 : 1;
}

if (import.meta.main) Deno.exit(await main(Deno.args));
