/** One thing that must hold on a real server, and how it is run. @module */
import type { Language } from "./pack_plugin.ts";
import type { Mattermost } from "./environment/mattermost.ts";
import type { LogLine, ServerLog } from "./environment/server_log.ts";
import type { Stage } from "./stage.ts";

/** What every stage has: where to look when a check fails. */
export interface CheckStage {
  readonly mattermost: Mattermost;
  readonly log: ServerLog;
}

/** A check. */
export interface Check<On extends CheckStage = Stage> {
  /** A sentence that says what holds. */
  readonly name: string;
  /** Throws if it does not hold; may give what else people want to know. */
  readonly run: (stage: On) => Promise<string | void>;
  /** How long it may take, in seconds. Default: 60. */
  readonly seconds?: number;
  /** Whether other checks build on what it leaves, so that it runs whatever was chosen. */
  readonly always?: boolean;
  /** The only language of plugins that it holds for. */
  readonly only?: Language;
}

/** Runs the checks in turn and tells of each; ends early when interrupted. */
export async function runChecks<On extends CheckStage>(
  checks: readonly Check<On>[],
  stage: On,
  interrupted: AbortSignal,
): Promise<{ passed: number; failed: number }> {
  let passed = 0;
  let failed = 0;
  for (const check of checks) {
    interrupted.throwIfAborted();
    const start = performance.now();
    const before = (await stage.log.lines()).length;
    const { problem, note } = await runCheck(check, stage, interrupted);
    interrupted.throwIfAborted();
    const ms = Math.round(performance.now() - start);
    console.log(`${problem === undefined ? "ok" : "FAILED"} ${check.name} (${note}${ms}ms)`);
    if (problem === undefined) {
      passed += 1;
      continue;
    }
    failed += 1;
    const logged = (await stage.log.lines()).slice(before).filter(tellsOfPlugins).slice(-20);
    const lines = logged.map((line) => `log: ${JSON.stringify(line)}`.slice(0, 1000));
    const lastWords = await stage.mattermost.lastWords();
    if (lastWords !== "") lines.push(`the server has ended, and said last:\n${lastWords}`);
    console.log([problem.slice(0, 3000), ...lines].join("\n").replaceAll(/^/gm, "    "));
  }
  return { passed, failed };
}

/** Runs a check; the problem is undefined if it holds. */
async function runCheck<On extends CheckStage>(
  check: Check<On>,
  stage: On,
  interrupted: AbortSignal,
): Promise<{ readonly problem: string | undefined; readonly note: string }> {
  const seconds = check.seconds ?? 60;
  const { promise: cut, reject } = Promise.withResolvers<never>();
  const late = () => reject(new Error(`did not end within ${seconds} seconds`));
  const timer = setTimeout(late, seconds * 1000);
  const interrupt = () => reject(interrupted.reason);
  interrupted.addEventListener("abort", interrupt);
  try {
    const note = await Promise.race([check.run(stage), cut]);
    return { problem: undefined, note: note === undefined ? "" : `${note}; ` };
  } catch (error) {
    const problem = error instanceof Error ? error.stack ?? error.message : String(error);
    return { problem, note: "" };
  } finally {
    clearTimeout(timer);
    interrupted.removeEventListener("abort", interrupt);
  }
}

/** Whether a line of the server's log may say why a check failed. */
function tellsOfPlugins(line: LogLine): boolean {
  return line.plugin_id !== undefined || line.level === "warn" || line.level === "error";
}
