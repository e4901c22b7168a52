/**
 * `deno task e2e:first-hour`: the first hour of a new user. In an empty folder, with an empty cache,
 * a plugin is made, changed, tested, bundled, brought onto a real Mattermost server and seen there;
 * then the next version. Each step is timed, and what was shown is compared with
 * `docs/first_hour.md`.
 *
 * `deno task e2e:first-hour --write` writes that page.
 * `deno task e2e:first-hour --repeat=5` plays it so often, for the median and the range of each time.
 *
 * @module
 */
import type { Result } from "../../../tools/result.ts";
import type { GoProgram } from "../environment/go_build.ts";
import { buildMattermost, startMattermost } from "../environment/mattermost.ts";
import { startPostgres } from "../environment/postgres.ts";
import { type Rehearsal, rehearse } from "../rehearsal.ts";
import { setPeople } from "../stage.ts";
import { formatPage, pageIn } from "./format_page.ts";
import { newUser } from "./new_user.ts";
import { comparedPart, differences, timesSection, transcriptOf } from "./page.ts";
import { makeToken } from "./people.ts";
import { play, type Played } from "./perform.ts";
import { SCRIPT } from "./script.ts";
import { timesTable } from "./times.ts";

const PAGE = new URL("../../../docs/first_hour.md", import.meta.url);

interface Options {
  readonly write: boolean;
  readonly repeat: number;
}

/** Reads the words after the task. @throws {Error} if one is unknown. */
function readOptions(words: readonly string[]): Options {
  let write = false;
  let repeat = 1;
  for (const word of words) {
    const number = /^--repeat=([1-9]\d?)$/.exec(word)?.[1];
    if (word === "--write") write = true;
    else if (number !== undefined) repeat = Number(number);
    else throw new Error(`"${word}" is unknown; there are --write and --repeat=N, with N up to 99`);
  }
  return { write, repeat };
}

/** Plays the script once, on a server of its own. */
async function playAll(program: GoProgram, rehearsal: Rehearsal): Promise<readonly Played[]> {
  const { interrupted, leaves, timed } = rehearsal;
  await using postgres = await startPostgres();
  leaves(postgres.folder);
  await using mattermost = await timed("the server runs", startMattermost(program, postgres.url));
  leaves(mattermost.folder);
  const { admin, ada, channel } = await setPeople(mattermost);
  const variables = {
    MM_SERVICESETTINGS_SITEURL: mattermost.url,
    MM_ADMIN_TOKEN: await makeToken(admin),
  };
  await using user = await newUser(variables, interrupted);
  leaves(user.root);
  const place = { home: user.home, server: mattermost.url };
  const played: Played[] = [];
  for (const event of SCRIPT) {
    const done = await play(event, { user, talker: { person: ada, channel }, place });
    played.push(done);
    if (done.step !== undefined) console.log(`ok ${done.step} (${Math.round(done.ms)}ms)`);
  }
  return played;
}

/** Compares the page with what was played; gives whether it is the same. */
function compare(page: string, transcript: string): boolean {
  const found = differences(comparedPart(page), comparedPart(transcript));
  const name = "docs/first_hour.md says what was shown";
  console.log(`${found.length === 0 ? "ok" : "FAILED"} ${name}`);
  if (found.length === 0) return true;
  console.log("    - stands in the page, + was shown:");
  for (const line of found) console.log(`    ${line}`);
  console.log("    If that is as it shall be: deno task e2e:first-hour --write");
  return false;
}

async function main({ write, repeat }: Options): Promise<number> {
  return await rehearse("e2e:first-hour", async (rehearsal): Promise<Result> => {
    const { interrupted, timed } = rehearsal;
    const program = await timed("the server is built", buildMattermost(interrupted));
    const times = new Map<string, number[]>();
    let result = { passed: 0, failed: 0, skipped: 0 };
    let transcript = "";
    for (let run = 1; run <= repeat; run++) {
      if (repeat > 1) console.log(`\nrun ${run} of ${repeat}`);
      const played = await playAll(program, rehearsal);
      for (const { step, ms } of played) {
        if (step !== undefined) times.set(step, [...times.get(step) ?? [], ms]);
      }
      result = { ...result, passed: result.passed + played.filter(({ step }) => step).length };
      const shown = await formatPage(transcriptOf(played));
      if (transcript === "" && write) {
        await Deno.writeTextFile(PAGE, shown);
      }
      transcript ||= shown;
      if (compare(await pageIn(PAGE), shown)) result = { ...result, passed: result.passed + 1 };
      else result = { ...result, failed: result.failed + 1 };
    }
    const table = timesTable(times);
    console.log(`\n${table}\n`);
    if (write) {
      await Deno.writeTextFile(PAGE, await formatPage(transcript + timesSection(table, repeat)));
      console.log("docs/first_hour.md is written");
    }
    return result;
  });
}

if (import.meta.main) Deno.exit(await main(readOptions(Deno.args)));
