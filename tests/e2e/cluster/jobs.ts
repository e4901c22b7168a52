/** A job that both servers have, and one of them runs. @module */
import { assertEquals } from "@std/assert";
import type { Check } from "../check.ts";
import { eventually } from "../environment/eventually.ts";
import { processesIn } from "../environment/leftovers.ts";
import type { Run } from "./records.ts";
import { ask, type ClusterStage } from "./stage.ts";

const PERIOD_MS = 1000;
const PERIODS = 50;

/** After this many runs one of the servers is killed. */
const KILLED_AFTER = 20;

/** The most that a lock outlives its holder by: its time to live, and a turn of asking for it. */
const TAKEOVER_MS = 15_000 + 2 * PERIOD_MS;

export const jobs: readonly Check<ClusterStage>[] = [
  {
    name: "a job runs once a period over 50 periods, though one of the two servers is killed",
    seconds: 180,
    async run({ nodes: [first, second], pluginId }) {
      const runs = () => ask<readonly Run[]>(second, pluginId, "/runs");
      const atLeast = (count: number) =>
        eventually(`${count} runs of the job`, async () => {
          const now = await runs();
          return now.length >= count ? now : undefined;
        }, 120_000);
      const start = (await runs()).length;
      const before = await atLeast(start + KILLED_AFTER);
      Deno.kill(first.mattermost.pid, "SIGKILL");
      const killedAt = Date.now();
      await eventually(
        "an end of what the killed server ran",
        async () => (await processesIn([first.mattermost.folder])).length === 0 || undefined,
      );
      const all = (await atLeast(start + PERIODS)).slice(start, start + PERIODS);
      for (const [index, run] of all.entries()) {
        const last = all[index - 1];
        if (last === undefined) continue;
        const gap = run.at - last.at;
        // The clock of a period is read a moment before the job's own.
        if (gap < PERIOD_MS * 0.9) {
          throw new Error(`twice in a period: ${JSON.stringify([last, run])}`);
        }
        const taken = last.at <= killedAt && run.at >= killedAt;
        const longest = taken ? TAKEOVER_MS : 3 * PERIOD_MS;
        if (gap > longest) throw new Error(`a period was left out: ${JSON.stringify([last, run])}`);
      }
      const late = all.filter(({ at }) => at > killedAt).map(({ node }) => node);
      assertEquals(new Set(late).size, 1, "who ran it after the other was killed");
      const nodes = new Set(before.slice(start).map(({ node }) => node));
      return `before the kill it ran on ${nodes.size} of 2 servers`;
    },
  },
];
