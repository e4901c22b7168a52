/**
 * `deno task e2e`: a real Mattermost. Starts PostgreSQL and a server built from its Go modules, puts
 * the example plugin and one more on it, and checks what people and programs see of them.
 *
 * `deno task e2e --plugin=go` runs the same checks against the same plugins written in Go.
 * `deno task e2e --only=WORD` runs only the checks whose name has that word, and those that install.
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

async function main({ language, only }: Options): Promise<number> {
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
    const stage = await timed("people are there", setStage(mattermost, archives));
    const { passed, failed } = await runChecks(checks, stage, interrupted);
    return { passed, failed, skipped: allChecks.length - checks.length };
  });
}

if (import.meta.main) Deno.exit(await main(readOptions(Deno.args)));
