/**
 * `deno task test`: runs every `_test.ts`, shows what was skipped and why, and sums up.
 *
 * `deno task test src/grpc tests/types` runs only what is below these paths; words that begin with
 * a dash go to `deno test` (`deno task test --filter=seed`). Types are left to `deno task check`.
 * Two processes share all the tests.
 *
 * @module
 */

import { prepare } from "./deno_command.ts";
import { readJunit, type TestCase } from "./junit.ts";
import { fromFileUrl } from "./paths.ts";
import { type Result, resultLine } from "./result.ts";
import { CACHE, ROOT } from "./std_source.ts";
import { doChunks, testChunks } from "./test_chunks.ts";
import { passByFile } from "./test_output.ts";
import { filesBelow } from "./tree.ts";
import { SKIP_MARK, whereIs } from "../tests/support/needs.ts";
import { testSeed } from "../tests/support/seed.ts";

const PLACES = ["mod_test.ts", "src", "tests", "tools", "examples"];

/** How long all the tests may take. */
const LIMIT_MINUTES = 12;

/** Tests against peers in other languages have a task of their own. */
const ELSEWHERE = "tests/interop/";

/** What one process of `deno test` reported. */
export interface TestRun {
  readonly cases: readonly TestCase[];
  /** Whether it says of itself that all passed. */
  readonly success: boolean;
}

/** What `deno test` reported, as counts and as lines for people. */
export function summarize(
  runs: readonly TestRun[],
): { readonly result: Result; readonly lines: readonly string[] } {
  const cases = runs.flatMap((run) => run.cases);
  const having = (wanted: TestCase["outcome"]) => cases.filter(({ outcome }) => outcome === wanted);
  const [failed, skipped] = [having("failed"), having("skipped")];
  const unexplained = skipped.filter(({ name }) => !name.includes(SKIP_MARK));
  // A file that cannot be loaded is in no report, only in the exit code.
  const unloaded = runs.filter((run) =>
    !run.success && !run.cases.some(({ outcome }) => outcome === "failed")
  );
  const lines = [
    ...failed.map(({ name, file, message }) => `failed: ${name} (${file}): ${message ?? ""}`),
    ...skipped.map(({ name, file }) => `skipped: ${name} (${file})`),
    ...unexplained.map(({ name }) =>
      `failed: "${name}" was not run, and no ${SKIP_MARK}reason] says why`
    ),
    ...unloaded.map(() => "failed: a test file could not be run, see above"),
    ...cases.length === 0 ? ["failed: no test ran"] : [],
  ];
  const others = unexplained.length + unloaded.length + (cases.length === 0 ? 1 : 0);
  return {
    result: {
      passed: having("passed").length,
      failed: failed.length + others,
      skipped: skipped.length - unexplained.length,
    },
    lines,
  };
}

async function main(words: readonly string[]): Promise<number> {
  const flags = words.filter((word) => word.startsWith("-"));
  const places = words.filter((word) => !word.startsWith("-"));
  const files = await filesBelow(
    places.length > 0 ? places : PLACES,
    (path) => path.endsWith("_test.ts") && (places.length > 0 || !path.startsWith(ELSEWHERE)),
  );
  if (files.length === 0) {
    console.error(`No _test.ts below ${(places.length > 0 ? places : PLACES).join(", ")}.`);
    return 1;
  }
  await Deno.mkdir(CACHE, { recursive: true });
  const seed = testSeed();
  const env = { TEST_SEED: String(seed), PATH: await pathWithGo() };
  // A few files that somebody asks for are shown as they run.
  const shared = places.length > 0
    ? { inTurn: [files], beside: [] }
    : await testChunks(files, buildsWithGo);
  const runs: TestRun[] = [];
  let told = false;
  await doChunks(shared, async (chunk) => {
    const report = fromFileUrl(new URL(`tests-${crypto.randomUUID()}.xml`, CACHE));
    const words = ["test", "--allow-all", "--no-check", `--junit-path=${report}`];
    await using command = await prepare([...words, ...flags, ...chunk]);
    if (!told) {
      console.log(
        `${files.length} test file${
          files.length === 1 ? "" : "s"
        }, @std from ${command.source}, TEST_SEED=${seed}`,
      );
    }
    told = true;
    const success = await runTests(command.args, env, places.length > 0);
    const cases = readJunit(await Deno.readTextFile(report).catch(() => ""));
    runs.push({ cases, success });
    await Deno.remove(report).catch(() => {}); // Absent if Deno ended before its report.
  });
  const { result, lines } = summarize(runs);
  for (const line of lines) console.log(line);
  console.log(resultLine(result));
  return result.failed === 0 ? 0 : 1;
}

/** Runs `deno test`; gives whether all passed. */
async function runTests(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  alone: boolean,
): Promise<boolean> {
  const output = alone ? "inherit" : "piped";
  const colours: Record<string, string> = Deno.stdout.isTerminal() ? { FORCE_COLOR: "1" } : {};
  const child = new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd: fromFileUrl(ROOT),
    env: alone ? env : { ...env, ...colours },
    stdin: "null",
    stdout: output,
    stderr: output,
  }).spawn();
  if (alone) return await endInTime(child);
  const [success] = await Promise.all([
    endInTime(child),
    passByFile(child.stdout, (text) => writeSync(Deno.stdout, text)),
    passByFile(child.stderr, (text) => writeSync(Deno.stderr, text)),
  ]);
  return success;
}

function writeSync(target: { writeSync(bytes: Uint8Array): number }, text: string): void {
  const bytes = new TextEncoder().encode(text);
  for (let sent = 0; sent < bytes.length;) sent += target.writeSync(bytes.subarray(sent));
}

/**
 * Waits for tests. One that hangs must not take the report of the others with it: when the time is
 * over Deno is interrupted, upon which it names what was pending and writes its report.
 */
async function endInTime(child: Deno.ChildProcess): Promise<boolean> {
  const left = LIMIT_MINUTES * 60_000 - performance.now();
  const timers = [
    setTimeout(() => {
      console.error(`The tests did not end within ${LIMIT_MINUTES} minutes and are stopped.`);
      child.kill("SIGINT");
    }, left),
    setTimeout(() => child.kill("SIGKILL"), left + 20_000),
  ];
  const wait = () => {}; // Ctrl-C in a terminal reaches the child as well, which then sums up.
  Deno.addSignalListener("SIGINT", wait);
  const { success } = await child.status;
  Deno.removeSignalListener("SIGINT", wait);
  timers.forEach(clearTimeout);
  return success;
}

/** Whether tests of a folder name Go, by themselves or in what lies beside them. */
async function buildsWithGo(folder: string): Promise<boolean> {
  if (!folder.startsWith("tests/")) return false;
  for (const file of await filesBelow([folder], (path) => path.endsWith(".ts"))) {
    if (/"go"/.test(await Deno.readTextFile(new URL(file, ROOT)))) return true;
  }
  return false;
}

/** Go's own installer leaves it out of PATH; tests shall find it all the same. */
async function pathWithGo(): Promise<string> {
  const path = Deno.env.get("PATH") ?? "";
  const go = await whereIs("go");
  const folder = go?.slice(0, go.lastIndexOf("/"));
  return folder && !path.split(":").includes(folder) ? `${path}:${folder}` : path;
}

if (import.meta.main) Deno.exit(await main(Deno.args));
