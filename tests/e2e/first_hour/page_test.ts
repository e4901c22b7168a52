import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { pageIn } from "./format_page.ts";
import { comparedPart, differences, timesSection, transcriptOf } from "./page.ts";
import type { Played } from "./perform.ts";
import { SCRIPT } from "./script.ts";
import { timesTable } from "./times.ts";

const PAGE = new URL("../../../docs/first_hour.md", import.meta.url);

const played = (event: Played["event"], shown = ""): Played => ({
  event,
  shown,
  step: undefined,
  ms: 1,
});

Deno.test("the page has every command, edit and typed line of the script, in its order", async () => {
  const page = await pageIn(PAGE);
  let at = 0;
  for (const event of SCRIPT) {
    const lines = event.kind === "run"
      ? [`$ ${event.command}\n`]
      : event.kind === "edit"
      ? [`--- ${event.file}\n`, event.from, event.to]
      : event.kind === "type"
      ? event.lines.map(([line]) => `ada: ${line}\n`)
      : event.kind === "heading"
      ? [`## ${event.text}\n`]
      : [];
    for (const line of lines) {
      const found = page.indexOf(line, at);
      assert(found >= 0, `docs/first_hour.md lacks: ${line}`);
      at = found + line.length;
    }
  }
});

Deno.test("the transcript shows commands with what they say, and edits", () => {
  const page = transcriptOf([
    played({ kind: "heading", text: "A plugin" }),
    played({ kind: "run", step: "x", command: "echo hi", folder: "", says: [] }, "hi"),
    played({ kind: "edit", file: "plugin.ts", from: "old", to: "new" }, "-  old;\n+  new;"),
  ]);
  assertStringIncludes(page, "## A plugin\n\n```console\n$ echo hi\nhi\n```\n");
  assertStringIncludes(page, "```diff\n--- plugin.ts\n-  old;\n+  new;\n```\n");
});

Deno.test("the times are no part of what is compared", () => {
  const page = "# A page\n\ntext\n";
  assertEquals(comparedPart(page + timesSection("| a | table |", 5)), "# A page\n\ntext");
  assertEquals(comparedPart(page), "# A page\n\ntext");
});

Deno.test("differences are the lines that were taken out and put in, with their places", () => {
  assertEquals(differences("a\nb\nc", "a\nb\nc"), []);
  assertEquals(differences("a\nb\nc\nd", "a\nx\nc\nd\ne"), [
    "   2 - b",
    "   3 + x",
    "   5 + e",
  ]);
});

Deno.test("the table has medians, ranges where there are several runs, and the sum of each run", () => {
  const times = new Map([["one", [1000, 3000, 2000]], ["two", [500, 100, 9000]]]);
  assertEquals(
    timesTable(times),
    `| step         | median | range           |
| ------------ | ------ | --------------- |
| one          | 2.0 s  | 1.0 s to 3.0 s  |
| two          | 500 ms | 100 ms to 9.0 s |
| all together | 3.1 s  | 1.5 s to 11.0 s |`,
  );
  assertStringIncludes(timesTable(new Map([["one", [1234]]])), "| one          | 1.2 s  |       |");
});
