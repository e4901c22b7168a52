import { assert, assertStringIncludes } from "@std/assert";
import { fromFileUrl } from "../../tools/paths.ts";

Deno.test("a test of a plugin needs no permission", async () => {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      "tools/run.ts",
      "test",
      "--no-prompt",
      "--no-check",
      "tests/testing/bare/bare_test.ts",
    ],
    cwd: fromFileUrl(new URL("../../", import.meta.url)),
    env: { NO_COLOR: "1" },
  }).output();
  const output = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
  assert(code === 0, output);
  assertStringIncludes(output, "2 passed");
});
