import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { count, runSteps, type Step, TEST_COMMAND, verdict } from "./ci.ts";
import { ROOT } from "./std_source.ts";

const step = (name: string, script: string, minutes = 1): Step => ({
  name,
  command: ["sh", "-c", script],
  minutes,
});

const run = async (...steps: Step[]) => {
  const lines: string[] = [];
  const result = await runSteps(steps, (line) => lines.push(line));
  return { result, text: lines.join("\n") };
};

Deno.test("a step without a result line counts as one", () => {
  const ended = { success: true, late: false, output: "fine" };
  assertEquals(count(ended), { passed: 1, failed: 0, skipped: 0 });
  assertEquals(count({ ...ended, success: false }), { passed: 0, failed: 1, skipped: 0 });
});

Deno.test("a step that fails counts as failed, though it says that nothing did", () => {
  const output = "result: 5 passed, 0 failed, 1 skipped\n";
  assertEquals(count({ success: false, late: false, output }), {
    passed: 5,
    failed: 1,
    skipped: 1,
  });
});

Deno.test("a step that reports failures counts them, though it exits with 0", () => {
  const output = "result: 5 passed, 2 failed\n";
  assertEquals(count({ success: true, late: false, output }).failed, 2);
});

Deno.test("after a failed step the others still run, and the sum has failures", async () => {
  const { result, text } = await run(
    step("first", "echo 'result: 3 passed, 0 failed, 1 skipped'"),
    step("second", "exit 3"),
    step("third", "true"),
  );
  assertEquals(result, { passed: 4, failed: 1, skipped: 1 });
  assertStringIncludes(text, "FAILED second: 0 passed, 1 failed");
  assertStringIncludes(text, "ok third: 1 passed, 0 failed");
});

Deno.test("a step beside the others is told of before the one that awaits it, or at the end", async () => {
  const beside = (name: string, script: string): Step => ({ ...step(name, script), beside: true });
  const { result, text } = await run(
    beside("build", "echo built; echo 'result: 2 passed, 0 failed'"),
    beside("broken", "echo why >&2; exit 1"),
    step("first", "true"),
    { ...step("second", "true"), awaits: "build" },
  );
  assertEquals(result, { passed: 4, failed: 1, skipped: 0 });
  const headings = [...text.matchAll(/^=== (\w+)/gm)].map(([, name]) => name);
  assertEquals(headings, ["first", "build", "second", "broken"]);
  assertStringIncludes(text, "built");
  assertStringIncludes(text, "why");
  assertStringIncludes(text, "FAILED broken: 0 passed, 1 failed");
});

Deno.test("a program that is not there is a failed step", async () => {
  const { result } = await run({ name: "x", command: ["./no-such-program"], minutes: 1 });
  assertEquals(result, { passed: 0, failed: 1, skipped: 0 });
});

Deno.test("a step that takes too long is stopped with all that it started", async () => {
  const start = performance.now();
  const waiting = `'${Deno.execPath()}' eval 'setInterval(() => {}, 1000)'`;
  const { result, text } = await run(step("slow", `${waiting} & ${waiting}`, 0.005));
  assert(performance.now() - start < 30_000);
  assertEquals(result.failed, 1);
  assertStringIncludes(text, "stopped after");
});

Deno.test("the run fails when anything failed, and when nothing ran", () => {
  assertEquals(verdict({ passed: 7, failed: 0, skipped: 1 }), {
    line: "7 passed, 0 failed",
    code: 0,
  });
  assertEquals(verdict({ passed: 7, failed: 1, skipped: 0 }).code, 1);
  assertEquals(verdict({ passed: 0, failed: 0, skipped: 0 }).code, 1);
});

Deno.test("README.md names the test command that CI runs", async () => {
  const readme = await Deno.readTextFile(new URL("README.md", ROOT));
  assertStringIncludes(readme, TEST_COMMAND);
});
