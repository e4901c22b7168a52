/**
 * `deno task test`: runs every `_test.ts`, shows what was skipped and why, and sums up.
 *
 * `deno task test src/grpc tests/types` runs only what is below these paths; words that begin with
 * a dash go to `deno test` (`deno task test --filter=seed`). Types are left to `deno task check`.
 *
 * @module
 */

import { prepare } from "./deno_command.ts";
import { readJunit, type TestCase } from "./junit.ts";
import { fromFileUrl } from "./paths.ts";
import { type Result, resultLine } from "./result.ts";
import { CACHE, ROOT } from "./std_source.ts";
import { filesBelow } from "./tree.ts";
import { SKIP_MARK, whereIs } from "../tests/support/needs.ts";
import { testSeed } from "../tests/support/seed.ts";

const PLACES = ["mod_test.ts", "src", "tests", "tools", "examples"];

/** How long all the tests may take. */
const LIMIT_MINUTES = 8;

/** Tests against peers in other languages have a task of their own. */
const ELSEWHERE = "tests/interop/";

/** What `deno test` reported, as counts and as lines for people. */
export function summarize(
  cases: readonly TestCase[],
  succeeded: boolean,
): { readonly result: Result; readonly lines: readonly string[] } {
  const skipped = cases.filter(({ outcome }) => outcome === "skipped");
  const unexplained = skipped.filter(({ name }) => !name.includes(SKIP_MARK));
  const failed = cases.filter(({ outcome }) => outcome === "failed");
  const lines = [
    ...failed.map(({ name, file, message }) => `failed: ${name} (${file}): ${message ?? ""}`),
    ...skipped.map(({ name, file }) => `skipped: ${name} (${file})`),
    ...unexplained.map(({ name }) =>
      `failed: "${name}" was not run, and no ${SKIP_MARK}reason] says why`
    ),
  ];
  let failures = failed.length + unexplained.length;
  if (!succeeded && failed.length === 0) {
    // A file that cannot be loaded is in no report, only in the exit code.
    lines.push("failed: a test file could not be run, see above");
    failures += 1;
  }
  if (cases.length === 0) {
    lines.push("failed: no test ran");
    failures += 1;
  }
  const passed = cases.filter(({ outcome }) => outcome === "passed").length;
  return {
    result: { passed, failed: failures, skipped: skipped.length - unexplained.length },
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
  const report = fromFileUrl(new URL(`tests-${Deno.pid}.xml`, CACHE));
  await using command = await prepare([
    "test",
    "--allow-all",
    "--no-check",
    `--junit-path=${report}`,
    ...flags,
    ...files,
  ]);
  const seed = testSeed();
  console.log(`${files.length} test files, @std from ${command.source}, TEST_SEED=${seed}`);
  const child = new Deno.Command(Deno.execPath(), {
    args: [...command.args],
    cwd: fromFileUrl(ROOT),
    env: { TEST_SEED: String(seed), PATH: await pathWithGo() },
    stdin: "null",
    stdout: "inherit",
    stderr: "inherit",
  }).spawn();
  const success = await endInTime(child);
  const xml = await Deno.readTextFile(report).catch(() => "");
  await Deno.remove(report).catch(() => {}); // Absent if Deno ended before its report.
  const { result, lines } = summarize(readJunit(xml), success);
  for (const line of lines) console.log(line);
  console.log(resultLine(result));
  return result.failed === 0 && success ? 0 : 1;
}

/**
 * Waits for the tests. One that hangs must not take the report of the others with it: when the time
 * is over Deno is interrupted, upon which it names what was pending and writes its report.
 */
async function endInTime(child: Deno.ChildProcess): Promise<boolean> {
  const timers = [
    setTimeout(() => {
      console.error(`The tests did not end within ${LIMIT_MINUTES} minutes and are stopped.`);
      child.kill("SIGINT");
    }, LIMIT_MINUTES * 60_000),
    setTimeout(() => child.kill("SIGKILL"), LIMIT_MINUTES * 60_000 + 20_000),
  ];
  const wait = () => {}; // Ctrl-C in a terminal reaches the child as well, which then sums up.
  Deno.addSignalListener("SIGINT", wait);
  const { success } = await child.status;
  Deno.removeSignalListener("SIGINT", wait);
  timers.forEach(clearTimeout);
  return success;
}

/** Go's own installer leaves it out of PATH; tests shall find it all the same. */
async function pathWithGo(): Promise<string> {
  const path = Deno.env.get("PATH") ?? "";
  const go = await whereIs("go");
  const folder = go?.slice(0, go.lastIndexOf("/"));
  return folder && !path.split(":").includes(folder) ? `${path}:${folder}` : path;
}

if (import.meta.main) Deno.exit(await main(Deno.args));
