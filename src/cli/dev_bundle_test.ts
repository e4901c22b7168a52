import { assertEquals, assertStringIncludes } from "@std/assert";
import { withDevSession } from "../../tests/support/dev_session.ts";
import { BUNDLE_LAYOUT } from "../bundle/mod.ts";
import { toFileUrl } from "../bundle/paths.ts";
import { main } from "./main.ts";
import { createMemoryIO } from "./memory_io.ts";

const MANIFEST = JSON.stringify({ id: "com.example.live", name: "Live", version: "1.0.0" });

/** A plugin that tells the hash of its bundle's checksums, which has those of every other file. */
const PLUGIN = `import { definePlugin, ephemeral, subcommand } from "@mattermost-deno/plugin";
import { word } from "./word.ts";

export default definePlugin({
  commands: {
    sum: subcommand({
      description: "Tells what runs",
      async run() {
        const checksums = await Deno.readFile(${JSON.stringify(BUNDLE_LAYOUT.checksums)});
        const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", checksums));
        return ephemeral(word + " " + hash.toHex());
      },
    }),
  },
});
`;

/** The same hash of what the command `bundle` makes. */
async function bundledSum(folder: string): Promise<string> {
  const out = await Deno.makeTempDir({ prefix: "dev-bundle-" });
  try {
    const io = createMemoryIO();
    const words = ["bundle", `${folder}/plugin.ts`, "--no-prove", "--out", `${out}/live`];
    assertEquals(await main(words, io), 0, io.stderr());
    const checksums = await Deno.readFile(`${out}/live/${BUNDLE_LAYOUT.checksums}`);
    return new Uint8Array(await crypto.subtle.digest("SHA-256", checksums)).toHex();
  } finally {
    await Deno.remove(out, { recursive: true });
  }
}

Deno.test("what runs is the bundle that would be deployed, byte for byte, also after saves", async () => {
  const word = (text: string) => `export const word: string = ${JSON.stringify(text)};\n`;
  const files = { "plugin.json": MANIFEST, "plugin.ts": PLUGIN, "word.ts": word("one") };
  await withDevSession({ files }, async (s) => {
    await s.printed("live:");
    await s.save("word.ts", `import { deep } from "./deep.ts";\nexport const word = deep;\n`);
    await s.printed("What ran before goes on.");
    await s.save("deep.ts", 'export const deep = "two";\n');
    await s.printed("live:");
    s.type("/sum");
    assertStringIncludes(await s.printed("two "), await bundledSum(s.folder));
  });
});

Deno.test("sources outside of the plugin's folder are watched, those that are missing, too", async () => {
  const outside = await Deno.realPath(await Deno.makeTempDir({ prefix: "dev-outside-" }));
  const plugin = PLUGIN.replace("./word.ts", `${toFileUrl(outside)}/word.ts`);
  const save = (name: string, text: string) => Deno.writeTextFile(`${outside}/${name}`, text);
  try {
    await save("word.ts", 'export const word = "one";\n');
    const files = { "plugin.json": MANIFEST, "plugin.ts": plugin };
    await withDevSession({ files }, async (s) => {
      await s.printed("live:");
      await save(
        "word.ts",
        'import data from "./data.json" with { type: "json" };\nexport const { word } = data;\n',
      );
      assertStringIncludes(await s.printed("error:"), "data.json");
      await s.printed("What ran before goes on.");
      await save("data.json", '{ "word": "two" }');
      await s.printed("live:");
      s.type("/sum");
      await s.printed("two ");
      // As editors save: a new file takes the place of the old one.
      await save(".data.json.new", '{ "word": "three" }');
      await Deno.rename(`${outside}/.data.json.new`, `${outside}/data.json`);
      await s.printed("live:");
      s.type("/sum");
      await s.printed("three ");
    });
  } finally {
    await Deno.remove(outside, { recursive: true });
  }
});

Deno.test("the project's configuration above the plugin's folder is watched", async () => {
  const files = {
    "deno.json": '{ "imports": { "#word": "./one.ts" } }',
    "one.ts": 'export const word = "one";\n',
    "two.ts": 'export const word = "two";\n',
    "src/plugin.json": MANIFEST,
    "src/plugin.ts": PLUGIN.replace("./word.ts", "#word"),
  };
  await withDevSession({ files, entry: "src/plugin.ts" }, async (s) => {
    await s.printed("live:");
    await s.save("deno.json", '{ "imports": { "#word": "./two.ts" } }');
    await s.printed("live:");
    s.type("/sum");
    await s.printed("two ");
  });
});
