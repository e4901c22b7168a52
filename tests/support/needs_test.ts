import { assertEquals, assertStringIncludes } from "@std/assert";
import { needing, skippedBecause, whereIs } from "./needs.ts";

const test = { name: "a test", fn: () => {} };

Deno.test("a test whose programs are there is left as it is", async () => {
  assertEquals(await needing(["sh"], test), test);
});

Deno.test("a test that cannot run says in its name why it is skipped", () => {
  const skipped = skippedBecause("go not on PATH", test);
  assertEquals(skipped.ignore, true);
  assertStringIncludes(skipped.name, "a test [skipped: go not on PATH]");
});

Deno.test("a program is found only where it is an executable file", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(`${folder}/go`, "");
    await Deno.chmod(`${folder}/go`, 0o644);
    assertEquals(await whereIs("go", folder), undefined);
    await Deno.chmod(`${folder}/go`, 0o755);
    assertEquals(await whereIs("go", folder), `${folder}/go`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
