/**
 * A node of a cluster that runs a plugin's jobs, for tests.
 *
 * @module
 */
import type { PluginAPI } from "../../gen/plugin_api.ts";
import { checkJobs } from "../../src/jobs/check_jobs.ts";
import type { JobDeclarations } from "../../src/jobs/job_declaration.ts";
import { jobsFeature } from "../../src/jobs/jobs_feature.ts";
import type { JobScheduler } from "../../src/plugin/context/job_scheduler.ts";
import type { HookContext } from "../../src/plugin/hook_context.ts";
import type { FakeKVAPI } from "./fake_kv.ts";
import type { ManualClock } from "./manual_clock.ts";
import { recordedLog } from "./recorded_log.ts";

/** Starts a node; `kill` ends it as a crash does, without a word to the database. */
export function jobNode(api: FakeKVAPI, clock: ManualClock, jobs: JobDeclarations) {
  const log = recordedLog();
  let alive = true;
  const dead = () => new Promise<never>(() => {});
  const mortal =
    <Args extends unknown[], Result>(call: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => alive ? await call(...args) : await dead();
  const contextOf = (hook: string, signal: AbortSignal) => ({ hook, signal }) as HookContext;
  const running = jobsFeature(checkJobs(jobs)).start({
    api: {
      kvGet: mortal(api.kvGet),
      kvList: mortal(api.kvList),
      kvSetWithOptions: mortal(api.kvSetWithOptions),
    } as PluginAPI,
    log,
    clock,
    pluginId: "com.example.test",
    bundleFolder: null,
    contextOf,
    maskSecrets: () => {},
  });
  const context = contextOf("test", new AbortController().signal);
  return {
    log,
    jobs: running.context?.["jobs"]?.(context) as JobScheduler,
    async start() {
      await running.activate?.(context);
      await running.activated?.(context);
    },
    stop: async () => await running.deactivate?.(context),
    kill() {
      alive = false;
    },
  };
}
