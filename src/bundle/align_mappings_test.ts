import { assertEquals } from "@std/assert";
import { alignMappings } from "./align_mappings.ts";
import { denoBundle } from "./deno_bundle.ts";
import { findBundleUses } from "./uses/bundle_uses.ts";

const CODE = "var shim;\n\n// a.ts\none;\ntwo;\n\n// b.ts\nthree;\n";

Deno.test("a source map that is off by some lines is moved to where it belongs", () => {
  const right = ";;;AAAA;AACA;;;ACAA";
  assertEquals(alignMappings(CODE, right), right);
  assertEquals(alignMappings(CODE, `;;;${right}`), right);
  assertEquals(alignMappings(CODE, right.slice(2)), right);
  assertEquals(alignMappings(CODE, ""), "");
  assertEquals(alignMappings("one;\n", "AAAA"), "AAAA");
});

Deno.test("the places of a plugin are right beside CommonJS that requires modules of Node", async () => {
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "align-" }));
  try {
    const files = {
      "deno.json": "{}",
      "library.cjs":
        'const fs = require("node:fs");\nexports.isThere = () => fs.existsSync("x");\n',
      "plugin.ts": `import library from "./library.cjs";

export async function find({ api }: { api: { getUser(request: object): Promise<void> } }) {
  if (library.isThere()) {
    await api.getUser({});
  }
}
`,
    };
    for (const [name, text] of Object.entries(files)) {
      await Deno.writeTextFile(`${folder}/${name}`, text);
    }
    const { code, sourceMap } = await denoBundle(new URL(`file://${folder}/plugin.ts`));
    assertEquals(findBundleUses(code, { sourceMap }).methods, [
      { name: "getUser", place: { file: "plugin.ts", line: 5, column: 15 } },
    ]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
