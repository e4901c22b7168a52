/**
 * `deno task e2e`: a real Mattermost. Starts PostgreSQL and a server built from its Go modules, puts
 * the example plugin and one more on it, and checks what people and programs see of them.
 *
 * `deno task e2e --plugin=go` runs the same checks against the same plugins written in Go.
 * `deno task e2e --only=WORD` runs only the checks whose name has that word, and those that install.
 *
 * @module
 */
import { type Result, resultLine } from "../../tools/result.ts";
import { type Language, packPlugins } from "./archives.ts";
import { runChecks } from "./check.ts";
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
  try {
    await findPostgres();
    await findGo();
    return undefined;
  } catch (error) {
    if (error instanceof PostgresMissing || error instanceof GoMissing) return error.message;
    throw error;
  }
}

/** Sets up everything, runs the checks, and ends everything, also when it fails half-way. */
async function rehearse({ language, only }: Options, interrupted: AbortSignal): Promise<Result> {
  const places: string[] = [];
  const timed = async <T>(what: string, work: Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await work;
    console.log(`${what} (${((performance.now() - start) / 1000).toFixed(1)}s)`);
    interrupted.throwIfAborted();
    return result;
  };
  const checks = allChecks.filter((check) =>
    (check.always || check.name.includes(only)) && (check.only ?? language) === language
  );
  const perform = async () => {
    const program = await timed("the server is built", buildMattermost(interrupted));
    await using cleanup = new AsyncDisposableStack();
    const folder = await Deno.makeTempDir({ prefix: "e2e-plugins-" });
    places.push(folder);
    cleanup.defer(() => Deno.remove(folder, { recursive: true }));
    const archives = await timed(
      `the plugins are packed, in ${language === "go" ? "Go" : "TypeScript"}`,
      packPlugins(language, folder, interrupted),
    );
    const postgres = cleanup.use(await startPostgres());
    places.push(postgres.folder);
    const mattermost = cleanup.use(
      await timed("the server runs", startMattermost(program, postgres.url)),
    );
    places.push(mattermost.folder);
    const stage = await timed("people are there", setStage(mattermost, archives));
    return await runChecks(checks, stage, interrupted);
  };
  const { passed, failed } = await perform();
  const left = await findLeftovers(places);
  const nothing = "nothing is left: no process, no folder";
  console.log(left.length === 0 ? `ok ${nothing}` : `FAILED ${nothing}: ${left.join("; ")}`);
  return {
    passed: passed + (left.length === 0 ? 1 : 0),
    failed: failed + (left.length === 0 ? 0 : 1),
    skipped: allChecks.length - checks.length,
  };
}

async function main(options: Options): Promise<number> {
  const missing = await whatIsMissing();
  if (missing !== undefined) {
    console.log(`skipped: e2e: ${missing}`);
    console.log(resultLine({ passed: 0, failed: 0, skipped: 1 }));
    return Deno.env.get("CI") ? 1 : 0;
  }
  const interruption = new AbortController();
  const interrupt = () => {
    if (interruption.signal.aborted) return;
    console.log("interrupted: stopping what runs");
    interruption.abort(new Error("interrupted"));
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) Deno.addSignalListener(signal, interrupt);
  try {
    const result = await rehearse(options, interruption.signal);
    console.log(resultLine(result));
    return result.failed === 0 ? 0 : 1;
  } catch (error) {
    if (interruption.signal.aborted) return 130;
    console.error(error);
    console.log(resultLine({ passed: 0, failed: 1, skipped: 0 }));
    return 1;
  }
}

if (import.meta.main) Deno.exit(await main(readOptions(Deno.args)));
