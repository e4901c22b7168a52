import { assert, assertEquals, assertThrows } from "@std/assert";
import { findProjectConfig } from "./import_map.ts";
import { parseJsonc } from "./jsonc.ts";
import { nearestName } from "../api/nearest_name.ts";
import { importMapForPlugin, PACKAGE_NAME, PACKAGE_ROOT, registryAddress } from "./own_package.ts";
import { toFileUrl } from "./paths.ts";

Deno.test("comments and trailing commas are read over, strings are not touched", () => {
  const text = '{ // "a"\n "b": "// no /* comment */", /* c */ "d": [1, 2,], "e": ",]" ,}';
  assertEquals(parseJsonc(text), { b: "// no /* comment */", d: [1, 2], e: ",]" });
  assertThrows(() => parseJsonc("{a}"), SyntaxError);
});

Deno.test("a member's imports win over its workspace's, and addresses are absolute", async () => {
  const root = await Deno.realPath(await Deno.makeTempDir());
  try {
    await Deno.mkdir(`${root}/member/src`, { recursive: true });
    await Deno.writeTextFile(
      `${root}/deno.jsonc`,
      '{ "workspace": ["./member"], "imports": { "yaml": "npm:yaml@1", "x/": "./x/" } } // root',
    );
    await Deno.writeTextFile(`${root}/member/deno.json`, '{"imports": {"yaml": "npm:yaml@2"}}');
    await Deno.writeTextFile(`${root}/deno.lock`, "{}");
    const config = await findProjectConfig(toFileUrl(`${root}/member/src/`));
    assertEquals(config.file?.href, `file://${root}/member/deno.json`);
    assertEquals(config.lock?.href, `file://${root}/deno.lock`);
    assertEquals(config.importMap.imports, {
      "yaml": "npm:yaml@2",
      "yaml/": "npm:/yaml@2/",
      "x/": `file://${root}/x/`,
    });
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});

const NONE = {
  file: undefined,
  sources: [],
  lock: undefined,
  importMap: { imports: {}, scopes: {} },
};

Deno.test("from a checkout the package's name means the checkout, with its own imports", async () => {
  const map = await importMapForPlugin(NONE);
  assertEquals(map?.imports, { [PACKAGE_NAME]: new URL("mod.ts", PACKAGE_ROOT).href });
  assert(map?.scopes[PACKAGE_ROOT.href]?.["@bufbuild/protobuf"]?.startsWith("npm:"));
});

Deno.test("from a registry the package's name means that version, or what the project says", async () => {
  const root = new URL("https://jsr.io/@mattermost-deno/plugin/1.2.3/");
  assertEquals((await importMapForPlugin(NONE, root))?.imports, {
    [PACKAGE_NAME]: "jsr:@mattermost-deno/plugin@1.2.3",
  });
  const imports = { [PACKAGE_NAME]: "jsr:@mattermost-deno/plugin@1" };
  assertEquals(
    await importMapForPlugin({ ...NONE, importMap: { imports, scopes: {} } }, root),
    undefined,
  );
  assertThrows(() => registryAddress(new URL("https://example.com/x/")), TypeError, "name it in");
});

Deno.test("the nearest name is found, and none if nothing is near", () => {
  assertEquals(nearestName("memroy", ["net", "memory"]), "memory");
  assertEquals(nearestName("NET", ["net"]), "net");
  assertEquals(nearestName("xyz", ["net", "env"]), undefined);
});
