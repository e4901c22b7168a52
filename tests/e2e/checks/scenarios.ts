/** Plays the scenarios on the real server and compares them with the embedded one. @module */
import { assertEquals } from "@std/assert";
import { scenarios as cases } from "../../scenarios/cases/mod.ts";
import { knownDifferences } from "../../scenarios/differences.ts";
import { startEmbedded } from "../../scenarios/embedded_target.ts";
import { playAll } from "../../scenarios/play.ts";
import { realTarget } from "../../scenarios/real_target.ts";
import { readRecorded, record } from "../../scenarios/recorded.ts";
import { agreeing, differences, problems } from "../../scenarios/results.ts";
import type { Check } from "../check.ts";
import { enablePlugin, uploadPlugin } from "../client/plugins.ts";
import { packPlugin } from "../pack_plugin.ts";

export const scenarios: readonly Check[] = [
  {
    name: "the scenarios give the same on the embedded server, but for the table of differences",
    only: "deno",
    seconds: 180,
    async run({ admin, mattermost, record: keep }) {
      const folder = await Deno.makeTempDir({ prefix: "e2e-scenarios-" });
      try {
        const source = {
          language: "deno",
          entry: new URL("../../scenarios/plugin/plugin.ts", import.meta.url),
          goName: "",
        } as const;
        const archive = await packPlugin(source, folder, new AbortController().signal);
        await uploadPlugin(admin, archive.bytes);
        await enablePlugin(admin, archive.id);
      } finally {
        await Deno.remove(folder, { recursive: true });
      }
      const real = await playAll(cases, realTarget(mattermost.url));
      await admin.call("DELETE", "/plugins/com.example.scenarios");
      if (keep) await record(real);
      else {
        const stale = differences(await readRecorded(), real).map(({ at }) => at);
        assertEquals(stale, [], "the recording is stale: run it with --only=scenarios --record");
      }
      await using target = await startEmbedded();
      const embedded = await playAll(cases, target);
      const found = problems(real, embedded, knownDifferences);
      if (found.length > 0) throw new Error(`${found.length} problems:\n${found.join("\n")}`);
      return `${agreeing(real, embedded)} of ${Object.keys(real).length} scenarios agree`;
    },
  },
];
