import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { filesBelow } from "../../tools/tree.ts";
import { type Block, blocksOf, examplesOf } from "./blocks.ts";
import { pages, root } from "./pages.ts";
import { writeBlocks } from "./run_blocks.ts";
import { exceptionFor, EXCEPTIONS } from "./ways.ts";

Deno.test("what the documentation shows compiles; tests pass, plugins start, programs run", async () => {
  const blocks = [
    ...(await pages()).flatMap(({ path, text }) => blocksOf(path, text)),
    ...await examples(),
  ];
  assert(blocks.length > 150, `${blocks.length} blocks`);
  await using files = await writeBlocks(blocks);
  const checked = await files.check();
  assert(checked.ok, checked.output);
  const compiled = EXCEPTIONS.filter(({ way }) => way === "compiled");
  const left = blocks.flatMap((block) => exceptionFor(block) ?? []);
  assertEquals(
    new Set(left),
    new Set(compiled),
    "each is there, and is run if nothing says why not",
  );
  const ran = await files.run((block) => exceptionFor(block) === undefined);
  assert(ran.ok, ran.output);
});

/** The examples in the comments of the sources. */
async function examples(): Promise<Block[]> {
  const sources = await filesBelow(
    ["mod.ts", "src"],
    (path) => path.endsWith(".ts") && !path.endsWith("_test.ts"),
  );
  const found = await Promise.all(
    sources.map(async (path) => examplesOf(path, await Deno.readTextFile(`${root}${path}`))),
  );
  return found.flat();
}

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
