/**
 * Runs the steps of `.ci/run`, all of them whatever fails, and counts.
 *
 * @module
 */

import { fromFileUrl } from "./paths.ts";
import { NOTHING, readResult, type Result, sum } from "./result.ts";
import { ROOT } from "./std_source.ts";

/** One command and how long it may take. */
export interface Step {
  readonly name: string;
  readonly command: readonly [program: string, ...args: string[]];
  readonly minutes: number;
  /** Begins at once, at the lowest priority, and is told of before the first step that awaits it. */
  readonly beside?: true;
  /** The name of the step beside the others that must have ended. */
  readonly awaits?: string;
}

/** How a step ended. */
export interface Ended {
  readonly success: boolean;
  /** Whether it was stopped because its time was over. */
  readonly late: boolean;
  readonly output: string;
}

const task = (name: string): Step["command"] => [Deno.execPath(), "task", name];

/** The command that `README.md` tells people to run, word for word. */
export const TEST_COMMAND = "npx -y deno task test";

const [npx = "npx", ...testWords] = TEST_COMMAND.split(" ");

const STEPS: readonly Step[] = [
  {
    name: "server",
    command: ["nice", "-n", "19", ...task("e2e:build")],
    minutes: 15,
    beside: true,
  },
  {
    name: "python",
    command: [Deno.execPath(), "run", "--allow-all", "tools/python_venv.ts"],
    minutes: 3,
  },
  { name: "test", command: [npx, ...testWords], minutes: 13 },
  { name: "check", command: task("check"), minutes: 4 },
  { name: "parity", command: task("parity"), minutes: 3 },
  { name: "interop", command: task("interop"), minutes: 6 },
  { name: "e2e", command: task("e2e"), minutes: 9, awaits: "server" },
  { name: "e2e:first-hour", command: task("e2e:first-hour"), minutes: 5 },
  { name: "e2e:no-shell", command: task("e2e:no-shell"), minutes: 6 },
  { name: "e2e:cluster", command: task("e2e:cluster"), minutes: 4 },
  { name: "demo", command: task("demo"), minutes: 2 },
  { name: "publish:dry-run", command: task("publish:dry-run"), minutes: 2 },
];

/**
 * What a step counts for: its own last `result:` line, or one for the step itself. A step that
 * fails counts at least one failure, whatever it says of itself.
 */
export function count({ success, output }: Ended): Result {
  const said = readResult(output);
  if (said === undefined) {
    return { ...NOTHING, passed: success ? 1 : 0, failed: success ? 0 : 1 };
  }
  return { ...said, failed: success ? said.failed : Math.max(said.failed, 1) };
}

/** Runs the steps in turn, but for those beside the others, tells about each, and gives the sum. */
export async function runSteps(
  steps: readonly Step[],
  print: (line: string) => void = console.log,
): Promise<Result> {
  let total = NOTHING;
  const summary: string[] = [];
  const tell = ({ step, ended, seconds }: Told) => {
    const counted = count(ended);
    total = sum(total, counted);
    const late = ended.late ? `, stopped after ${step.minutes} minutes` : "";
    const word = counted.failed === 0 ? "ok" : "FAILED";
    summary.push(
      `${word} ${step.name}: ${counted.passed} passed, ${counted.failed} failed, ` +
        `${counted.skipped} skipped (${seconds}s${late})`,
    );
  };
  const heading = (step: Step) => print(`\n=== ${step.name}: ${step.command.join(" ")}`);
  const beside = new Map<string, Promise<Told>>();
  for (const step of steps) if (step.beside) beside.set(step.name, timedStep(step, false));
  const finish = async (name: string) => {
    const told = await beside.get(name);
    if (told === undefined || !beside.delete(name)) return;
    heading(told.step);
    print(told.ended.output);
    tell(told);
  };
  for (const step of steps) {
    if (step.beside) continue;
    if (step.awaits !== undefined) await finish(step.awaits);
    heading(step);
    tell(await timedStep(step, true));
  }
  for (const name of [...beside.keys()]) await finish(name);
  print("");
  for (const line of summary) print(line);
  return total;
}

interface Told {
  readonly step: Step;
  readonly ended: Ended;
  readonly seconds: number;
}

async function timedStep(step: Step, shown: boolean): Promise<Told> {
  const start = performance.now();
  const ended = await runStep(step, shown);
  return { step, ended, seconds: Math.round((performance.now() - start) / 1000) };
}

async function runStep(step: Step, shown: boolean): Promise<Ended> {
  const [program, ...args] = step.command;
  let child: Deno.ChildProcess;
  try {
    child = new Deno.Command(program, {
      args,
      cwd: fromFileUrl(ROOT),
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
      detached: true,
    }).spawn();
  } catch (error) {
    console.error(`${program} could not be started: ${error}`);
    return { success: false, late: false, output: "" };
  }
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    stopGroup(child.pid);
  }, step.minutes * 60_000);
  const [stdout, stderr] = await Promise.all([
    pass(child.stdout, shown ? Deno.stdout : undefined),
    pass(child.stderr, shown ? Deno.stderr : undefined),
  ]);
  const { success } = await child.status;
  clearTimeout(timer);
  return { success, late, output: shown ? stdout : stdout + stderr };
}

/** Ends a step with all that it started: being detached, they are a group of their own. */
function stopGroup(pid: number): void {
  try {
    Deno.kill(-pid, "SIGKILL");
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

/** Keeps what a stream brings, and shows it while it runs if there is where to. */
async function pass(
  stream: ReadableStream<Uint8Array>,
  target: { write(bytes: Uint8Array): Promise<number> } | undefined,
): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of stream) {
    text += decoder.decode(chunk, { stream: true });
    if (target === undefined) continue;
    for (let sent = 0; sent < chunk.length;) sent += await target.write(chunk.subarray(sent));
  }
  return text + decoder.decode();
}

/** The last line of the run, and its exit code: nothing that passed is a failure too. */
export function verdict(
  { passed, failed }: Result,
): { readonly line: string; readonly code: number } {
  return { line: `${passed} passed, ${failed} failed`, code: failed === 0 && passed > 0 ? 0 : 1 };
}

if (import.meta.main) {
  const result = await runSteps(STEPS);
  if (result.skipped > 0) console.log(`${result.skipped} skipped; the reasons stand above`);
  const { line, code } = verdict(result);
  console.log(line);
  Deno.exit(code);
}
