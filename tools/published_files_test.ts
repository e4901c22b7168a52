import { assert, assertEquals } from "@std/assert";
import { neededFiles, publishedFiles, publishingProblems } from "./published_files.ts";

const output = `Checking for slow types in the public API...
warning[unanalyzable-dynamic-import]: unable to analyze dynamic import
  --> /p/src/a.ts:33:63
   |
33 |   await import(url);

Simulating publish of @a/b@0.1.0 with files:
   file:///p/README.md (1.2KB)
   file:///p/deno.json (71B)
   file:///p/src/a%20b.ts (269B)
   file:///p/tests/a.ts (2.6MB)
   file:///p/src/a_test.ts (1B)
Success Dry run complete
`;

Deno.test("the files that would be published are read from what Deno prints", () => {
  const expected = ["README.md", "deno.json", "src/a b.ts", "tests/a.ts", "src/a_test.ts"];
  assertEquals(publishedFiles(output), expected);
});

Deno.test("warnings, tests that would be published and pages that would not are problems", () => {
  assertEquals(publishingProblems(output, ["README.md", "docs/a.md"]), [
    "warning[unanalyzable-dynamic-import]: unable to analyze dynamic import, in /p/src/a.ts:33:63",
    "tests/a.ts would be published",
    "src/a_test.ts would be published",
    "docs/a.md would not be published",
  ]);
});

Deno.test("every page and every entry point is needed", async () => {
  const needed = await neededFiles();
  for (const path of ["mod.ts", "src/cli/mod.ts", "docs/testing.md", "schema/plugin.schema.json"]) {
    assert(needed.includes(path), path);
  }
});
