/**
 * `deno task e2e`: a real Mattermost. Starts PostgreSQL and a server built from its Go modules, puts
 * the example plugin and one more on it, and checks what people and programs see of them.
 *
 * `deno task e2e --plugin=go` runs the same checks against the same plugins written in Go.
 * `deno task e2e --only=WORD` runs only the checks whose name has that word, and those that install.
 *
 * @module
 */
import { resultLine } from "../../tools/result.ts";
import { type Language, packPlugins } from "./archives.ts";
import { type Check, runCheck } from "./check.ts";
import { allChecks } from "./checks/mod.ts";
import { findGo, GoMissing } from "./environment/go_build.ts";
import { findLeftovers } from "./environment/leftovers.ts";
import { buildMattermost, startMattermost } from "./environment/mattermost.ts";
import { findPostgres, PostgresMissing, startPostgres } from "./environment/postgres.ts";
import { setStage } from "./stage.ts";

interface Options {
  readonly language: Language;
  readonly only: string;
}

/** Reads the words after the task. @throws {Error} if one is unknown. */
function readOptions(words: readonly string[]): Options {
  let language: Language = "deno";
  let only = "";
  for (const word of words) {
    const [name, value = ""] = word.split("=", 2);
    if (name === "--plugin" && (value === "go" || value === "deno")) language = value;
    else if (name === "--only") only = value;
    else throw new Error(`"${word}" is unknown; there are --plugin=deno|go and --only=WORD`);
  }
  return { language, only };
}

/** Why the test cannot run on this machine; undefined if it can. */
async function whatIsMissing(): Promise<string | undefined> {
  if (Deno.build.os !== "linux") return "it needs Linux";
  if (await findPostgres() === undefined) {
    return "there is no PostgreSQL; install it (on Debian: apt-get install postgresql)";
  }
  return await findGo().then(() => undefined, (error: GoMissing) => error.message);
}

/** Runs the checks in turn; tells of each. */
async function runChecks(
  checks: readonly Check[],
  stage: Parameters<Check["run"]>[0],
  stopped: () => boolean,
): Promise<{ passed: number; failed: number }> {
  let passed = 0;
  let failed = 0;
  for (const check of checks) {
    if (stopped()) break;
    const start = performance.now();
    const problem = await runCheck(check, stage);
    const ms = Math.round(performance.now() - start);
    console.log(`${problem === undefined ? "ok" : "FAILED"} ${check.name} (${ms}ms)`);
    if (problem === undefined) passed += 1;
    else {
      failed += 1;
      console.log(problem.slice(0, 3000).replaceAll(/^/gm, "    "));
    }
  }
  return { passed, failed };
}

async function main({ language, only }: Options): Promise<number> {
  const missing = await whatIsMissing();
  if (missing !== undefined) {
    console.log(`skipped: e2e: ${missing}`);
    console.log(resultLine({ passed: 0, failed: 0, skipped: 1 }));
    return Deno.env.get("CI") ? 1 : 0;
  }
  await using cleanup = new AsyncDisposableStack();
  let stopped = false;
  const places: string[] = [];
  const said = (text: string, since: number) =>
    console.log(`${text} (${((performance.now() - since) / 1000).toFixed(1)}s)`);
  const stop = () => {
    if (stopped) return;
    stopped = true;
    console.log("interrupted: stopping what runs");
    void cleanup.disposeAsync().finally(() => Deno.exit(130));
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) Deno.addSignalListener(signal, stop);

  const build = performance.now();
  const program = await buildMattermost();
  said("the Mattermost server is built", build);
  const folder = await Deno.makeTempDir({ prefix: "e2e-plugins-" });
  cleanup.defer(() => Deno.remove(folder, { recursive: true }));
  const packing = performance.now();
  const archives = await packPlugins(language, folder);
  said(`the plugins are packed, in ${language === "go" ? "Go" : "TypeScript"}`, packing);
  const starting = performance.now();
  const postgres = cleanup.use(await startPostgres());
  const mattermost = cleanup.use(await startMattermost(program, postgres.url));
  places.push(folder, postgres.folder, mattermost.folder);
  const stage = await setStage(mattermost, archives);
  said("PostgreSQL and the server run, with people on it", starting);

  const checks = allChecks.filter(({ name, always }) => always || name.includes(only));
  const { passed, failed } = await runChecks(checks, stage, () => stopped);
  if (stopped) return 130;
  await cleanup.disposeAsync();
  const left = await findLeftovers(places);
  const nothing = "nothing is left: no process, no folder";
  console.log(left.length === 0 ? `ok ${nothing}` : `FAILED ${nothing}: ${left.join("; ")}`);
  const clean = left.length === 0;
  console.log(resultLine({
    passed: passed + (clean ? 1 : 0),
    failed: failed + (clean ? 0 : 1),
    skipped: allChecks.length - checks.length,
  }));
  return failed === 0 && clean ? 0 : 1;
}

if (import.meta.main) {
  try {
    Deno.exit(await main(readOptions(Deno.args)));
  } catch (error) {
    const known = error instanceof PostgresMissing || error instanceof GoMissing;
    console.error(known ? error.message : error);
    console.log(resultLine({ passed: 0, failed: 1, skipped: 0 }));
    Deno.exit(1);
  }
}
