import { assertEquals, assertStringIncludes } from "@std/assert";
import { wordsToAvoid } from "./words.ts";

// Put together from parts, or this file would be an offender itself.
const ignore = "deno-lint" + "-ignore";
const offenders: readonly (readonly [string, string, string])[] = [
  ["a.md", "see /ro" + "ot/file.txt", "a path of one machine"],
  ["a.md", "see /ho" + "me/ann/file.txt", "a path of one machine"],
  ["a.json", "https://registry." + "npmjs.org/x", "a registry's host"],
  ["a.ts", 'read("..' + '/shared/x")', "a file outside the project"],
  ["a.ts", `// ${ignore} no-explicit-any`, "a silenced lint rule without a reason"],
  ["a.ts", "// @ts-" + "ignore", "silenced types"],
  ["a.ts", "// @ts-" + "expect-error", "an expected error of types without a reason"],
];

for (const [path, line, problem] of offenders) {
  Deno.test(`found in ${path}: ${line}`, () => {
    const found = wordsToAvoid(path, `fine\n${line}\n`);
    assertEquals(found.length, 1, found.join("\n"));
    assertStringIncludes(found[0] ?? "", `${path}:2 ${problem}`);
  });
}

Deno.test("what only resembles an offender passes", () => {
  const text = [
    `// ${ignore} no-explicit-any -- a class of any kind`,
    "// @ts-" + "expect-error a hook has no such field",
    "network/work/x, src/root/y, http://h/home/z",
    '"/etc/passwd", "/tmp/x"',
  ].join("\n");
  assertEquals(wordsToAvoid("a.ts", text), []);
});
