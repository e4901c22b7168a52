import { assertEquals } from "@std/assert";
import { scenarios } from "./cases/mod.ts";
import { knownDifferences } from "./differences.ts";
import { startEmbedded } from "./embedded_target.ts";
import { playAll } from "./play.ts";
import { readRecorded } from "./recorded.ts";
import { agreeing, problems } from "./results.ts";

Deno.test("the embedded Mattermost does what a real one did, but for the table of differences", async () => {
  await using target = await startEmbedded();
  const embedded = await playAll(scenarios, target);
  const recorded = await readRecorded();
  assertEquals(problems(recorded, embedded, knownDifferences), []);
  const all = Object.keys(embedded).length;
  console.log(`${agreeing(recorded, embedded)} of ${all} scenarios agree with a real Mattermost`);
});

Deno.test("two runs of the scenarios give the same: nothing in them is left to chance", async () => {
  const results = [];
  for (let run = 0; run < 2; run++) {
    await using target = await startEmbedded();
    results.push(await playAll(scenarios, target));
  }
  assertEquals(results[0], results[1]);
});
