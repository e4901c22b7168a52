import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { fromFileUrl } from "../../tools/paths.ts";
import { blocksOf } from "./blocks.ts";
import { writeBlocks } from "./run_blocks.ts";

const root = fromFileUrl(new URL("../../", import.meta.url));

async function pages(): Promise<string[]> {
  const found = ["README.md"];
  for await (const { name } of Deno.readDir(`${root}docs`)) {
    if (name.endsWith(".md")) found.push(`docs/${name}`);
  }
  return found.sort();
}

Deno.test("what the documentation shows compiles; its tests pass, and its plugins start", async () => {
  const texts = await Promise.all(
    (await pages()).map(async (page) => [page, await Deno.readTextFile(`${root}${page}`)] as const),
  );
  const blocks = texts.flatMap(([page, text]) => blocksOf(page, text));
  assert(blocks.length > 0, "no page has any TypeScript");
  await using files = await writeBlocks(blocks);
  const checked = await files.check();
  assert(checked.ok, checked.output);
  const ran = await files.run();
  assert(ran.ok, ran.output);
});

const bad = `# A page

\`\`\`ts
const n: number = "text";
\`\`\`

\`\`\`sh
this is not TypeScript
\`\`\`

\`\`\`ts ignore
neither is this
\`\`\`

\`\`\`ts
// plugin.ts
import { definePlugin } from "@mattermost-deno/plugin";

export default definePlugin({
  onActivate: () => {
    throw new Error("not today");
  },
});
\`\`\`

1. In a list:

   \`\`\`ts
   import plugin from "./plugin.ts";

   Deno.test("it fails", () => {
     throw new Error(plugin.kind);
   });
   \`\`\`
`;

Deno.test("a block knows its line, its file and whether it can be run", () => {
  const blocks = blocksOf("docs/bad.md", bad);
  assertEquals(
    blocks.map(({ line, fileName, hasTests, isPlugin }) => [line, fileName, hasTests, isPlugin]),
    [
      [4, undefined, false, false],
      [16, "plugin.ts", false, true],
      [29, undefined, true, false],
    ],
  );
  assertEquals(blocks[2]?.code.split("\n")[2], 'Deno.test("it fails", () => {');
});

Deno.test("a block that fails is named by its page and line", async () => {
  await using files = await writeBlocks(blocksOf("docs/bad.md", bad));
  const checked = await files.check();
  assertEquals(checked.ok, false);
  assertStringIncludes(checked.output, "docs/bad.md:4:7");
  const ran = await files.run();
  assertEquals(ran.ok, false);
  assertStringIncludes(ran.output, "not today");
  assertStringIncludes(ran.output, "docs/bad.md:16 starts");
  assertStringIncludes(ran.output, "docs/bad.md:32:9");
});
