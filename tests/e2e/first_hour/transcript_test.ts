import { assertEquals } from "@std/assert";
import { PACKAGE_VERSION } from "../../../src/bundle/package_version.ts";
import { stableOutput } from "./transcript.ts";

const place = { home: "/tmp/first/home", server: "http://127.0.0.1:43210" };

Deno.test("what differs from run to run has stable words in the transcript", () => {
  const cases: [string, string][] = [
    ["Word Guard is in /tmp/first/home/word-guard. Next:", "Word Guard is in ~/word-guard. Next:"],
    ["the test ... ok (123ms)", "the test ... ok (…ms)"],
    ["3 passed | 0 failed (2s)", "3 passed | 0 failed (…ms)"],
    ["3 passed | 0 failed (1m2s)", "3 passed | 0 failed (…ms)"],
    ["starts over gRPC in 210 ms; hooks", "starts over gRPC in … ms; hooks"],
    ["  304.5 KiB of the 50 MiB", "  … KiB of the 50 MiB"],
    [`SHA-256 ${"0a".repeat(32)}`, "SHA-256 …"],
    ["is running on http://127.0.0.1:43210", "is running on http://127.0.0.1:…"],
    ["2026-01-02 03:04:05.678 Z info  hi userId=abcdefghijklmnopqrstuvwxyz", "… info  hi userId=…"],
    ["npm:protobufjs@7.6.6", "npm:protobufjs@…"],
    [
      "Task bundle deno run -A ../../x/tools/run.ts run -A ../../x/src/cli/mod.ts bundle plugin.ts",
      `Task bundle deno run -A jsr:@mattermost-deno/plugin@^${PACKAGE_VERSION}/cli bundle plugin.ts`,
    ],
  ];
  for (const [output, stable] of cases) assertEquals(stableOutput(output, place), stable);
});

Deno.test("downloads and others' lines of a stack are left out, the user's own stay", () => {
  const output = [
    "Download npm:hono",
    "error: Values are not equal.",
    "  throw new AssertionError(message);",
    "        ^",
    "    at assertEquals (file:///x/assert.ts:1:2)",
    "    at async file:///tmp/first/home/word-guard/plugin_test.ts:13:3",
    "",
  ];
  assertEquals(
    stableOutput(output.join("\n"), place),
    "error: Values are not equal.\n    at async ~/word-guard/plugin_test.ts:13:3",
  );
});
