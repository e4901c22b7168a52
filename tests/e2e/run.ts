/**
 * `deno task e2e`: a real Mattermost. Starts PostgreSQL and a server built from its Go modules, puts
 * the example plugin and one more on it, and checks what people and programs see of them.
 *
 * `deno task e2e --plugin=go` runs the same checks against the same plugins written in Go.
 * `deno task e2e --only=WORD` runs only the checks whose name has that word, and those that install.
 * `deno task e2e --only=scenarios --record` keeps what this server gives in the scenarios, for
 * `deno task test` to compare with.
 *
 * @module
 */
import { packPlugins } from "./archives.ts";
import { runChecks } from "./check.ts";
import { allChecks } from "./checks/mod.ts";
import { buildMattermost, startMattermost } from "./environment/mattermost.ts";
import { startPostgres } from "./environment/postgres.ts";
import type { Language } from "./pack_plugin.ts";
import { rehearse } from "./rehearsal.ts";
import { setStage } from "./stage.ts";

interface Options {
  readonly language: Language;
  readonly only: string;
  readonly record: boolean;
}

/** Reads the words after the task. @throws {Error} if one is unknown. */
function readOptions(words: readonly string[]): Options {
  let language: Language = "deno";
  let only = "";
  let record = false;
  for (const word of words) {
    const [name, value = ""] = word.split("=", 2);
    if (name === "--plugin" && (value === "go" || value === "deno")) language = value;
    else if (name === "--only") only = value;
    else if (word === "--record") record = true;
    else {
      throw new Error(`"${word}" is unknown; there are --plugin=deno|go, --only=WORD, --record`);
    }
  }
  return { language, only, record };
}

async function main({ language, only, record }: Options): Promise<number> {
  const checks = allChecks.filter((check) =>
    (check.always || check.name.includes(only)) && (check.only ?? language) === language
  );
  return await rehearse("e2e", async ({ interrupted, cleanup, timed, leaves }) => {
    const program = await timed("the server is built", buildMattermost(interrupted));
    const folder = await Deno.makeTempDir({ prefix: "e2e-plugins-" });
    leaves(folder);
    cleanup.defer(() => Deno.remove(folder, { recursive: true }));
    const archives = await timed(
      `the plugins are packed, in ${language === "go" ? "Go" : "TypeScript"}`,
      packPlugins(language, folder, interrupted),
    );
    const postgres = cleanup.use(await startPostgres());
    leaves(postgres.folder);
    const mattermost = cleanup.use(
      await timed("the server runs", startMattermost(program, postgres.url)),
    );
    leaves(mattermost.folder);
    const stage = await timed("people are there", setStage(mattermost, archives, record));
    const { passed, failed } = await runChecks(checks, stage, interrupted);
    return { passed, failed, skipped: allChecks.length - checks.length };
  });
}

if (import.meta.main) Deno.exit(await main(readOptions(Deno.args)));
