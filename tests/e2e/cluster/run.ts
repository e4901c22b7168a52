/**
 * `deno task e2e:cluster`: two Mattermost servers on one database, a plugin on both of them, and
 * what only one of the two may do at a time.
 *
 * @module
 */
import { type Check, runChecks } from "../check.ts";
import { enablePlugin, uploadPlugin } from "../client/plugins.ts";
import { logIn, signUp } from "../client/rest.ts";
import { buildMattermost, startMattermost } from "../environment/mattermost.ts";
import { startPostgres } from "../environment/postgres.ts";
import { serverLog } from "../environment/server_log.ts";
import { packPlugin } from "../pack_plugin.ts";
import { rehearse } from "../rehearsal.ts";
import { counting } from "./counting.ts";
import { exclusion } from "./exclusion.ts";
import { jobs } from "./jobs.ts";
import type { ClusterStage } from "./stage.ts";

const CHECKS: readonly Check<ClusterStage>[] = [...counting, ...exclusion, ...jobs];

const PLUGIN = { entry: new URL("plugin/plugin.ts", import.meta.url), goName: "cluster" };

async function main(): Promise<number> {
  return await rehearse("e2e:cluster", async ({ interrupted, cleanup, timed, leaves }) => {
    const program = await timed("the server is built", buildMattermost(interrupted));
    const folder = await Deno.makeTempDir({ prefix: "e2e-plugins-" });
    leaves(folder);
    cleanup.defer(() => Deno.remove(folder, { recursive: true }));
    const pack = (language: "deno" | "go") =>
      packPlugin({ ...PLUGIN, language }, folder, interrupted);
    const ours = await timed("the plugin is packed", pack("deno"));
    const go = await timed("the plugin in Go is packed", pack("go"));
    const postgres = cleanup.use(await startPostgres());
    leaves(postgres.folder);
    const start = async (which: string) => {
      const server = cleanup.use(
        await timed(`the ${which} server runs`, startMattermost(program, postgres.url)),
      );
      leaves(server.folder);
      return server;
    };
    // One after the other: the first makes the tables.
    const first = await start("first");
    const admin = await signUp(first.url, "admin");
    const second = await start("second");
    const nodes = [
      { mattermost: first, admin },
      { mattermost: second, admin: await logIn(second.url, "admin") },
    ] as const;
    for (const { admin } of nodes) {
      await uploadPlugin(admin, ours.bytes);
      await enablePlugin(admin, ours.id);
    }
    const stage: ClusterStage = {
      mattermost: first,
      log: serverLog(second.logFile),
      nodes,
      pluginId: ours.id,
      ours,
      go,
    };
    const { passed, failed } = await runChecks(CHECKS, stage, interrupted);
    return { passed, failed, skipped: 0 };
  });
}

if (import.meta.main) Deno.exit(await main());
