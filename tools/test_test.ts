import { assertEquals } from "@std/assert";
import { readJunit } from "./junit.ts";
import { NOTHING, readResult, resultLine, sum } from "./result.ts";
import { summarize } from "./test.ts";

const REPORT = `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="deno test" tests="5" failures="1" errors="0" time="0.1">
    <testsuite name="./a_test.ts" tests="4" disabled="1" errors="0" failures="1">
        <testcase name="passes &amp; &lt;is fine&gt;" classname="./a_test.ts" time="0.001">
        </testcase>
        <testcase name="breaks" classname="./a_test.ts" time="0.001">
            <failure message="Uncaught">Error: x &gt; y</failure>
        </testcase>
        <testcase name="later [skipped: go not on PATH]" classname="./a_test.ts" time="0.0">
            <skipped/>
        </testcase>
        <testcase name="breaks &gt; its step" classname="./a_test.ts" time="0.0">
        </testcase>
    </testsuite>
    <testsuite name="./b_test.ts" tests="1" disabled="0" errors="0" failures="0">
        <testcase name="a &gt; b" classname="./b_test.ts" time="0.001"/>
    </testsuite>
</testsuites>`;

Deno.test("the report of deno test is read with outcomes, and steps are not tests", () => {
  assertEquals(readJunit(REPORT), [
    { file: "./a_test.ts", name: "passes & <is fine>", outcome: "passed" },
    { file: "./a_test.ts", name: "breaks", outcome: "failed", message: "Uncaught" },
    { file: "./a_test.ts", name: "later [skipped: go not on PATH]", outcome: "skipped" },
    { file: "./b_test.ts", name: "a > b", outcome: "passed" },
  ]);
});

Deno.test("the summary counts and names what failed and what was skipped", () => {
  const { result, lines } = summarize([{ cases: readJunit(REPORT), success: false }]);
  assertEquals(result, { passed: 2, failed: 1, skipped: 1 });
  assertEquals(lines, [
    "failed: breaks (./a_test.ts): Uncaught",
    "skipped: later [skipped: go not on PATH] (./a_test.ts)",
  ]);
});

Deno.test("a test that is skipped without a reason counts as failed", () => {
  const { result } = summarize([
    { cases: [{ file: "a", name: "lazy", outcome: "skipped" }], success: true },
  ]);
  assertEquals(result, { passed: 0, failed: 1, skipped: 0 });
});

Deno.test("a file that could not be loaded counts as failed, though no test did", () => {
  const { result } = summarize([
    { cases: [{ file: "a", name: "fine", outcome: "passed" }], success: false },
    { cases: readJunit(REPORT), success: false },
  ]);
  assertEquals(result, { passed: 3, failed: 2, skipped: 1 });
});

Deno.test("a run without a single test counts as failed", () => {
  assertEquals(summarize([]).result.failed, 1);
});

Deno.test("the last result line is read back, whatever stands around it", () => {
  const output = [
    "ok | 3 passed | 0 failed",
    resultLine({ passed: 3, failed: 0, skipped: 1 }),
    "\x1b[32mresult: 2 passed, 1 failed\x1b[0m",
    "the result: 9 passed, 9 failed",
  ].join("\n");
  assertEquals(readResult(output), { passed: 2, failed: 1, skipped: 0 });
  assertEquals(readResult("nothing of the kind"), undefined);
  assertEquals(sum(NOTHING, { passed: 1, failed: 2, skipped: 3 }), {
    passed: 1,
    failed: 2,
    skipped: 3,
  });
});
