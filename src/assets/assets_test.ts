import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { plugin } from "../../tests/support/plugin_under_test.ts";
import type { Assets } from "../plugin/context/assets.ts";
import { openAssets } from "./open_assets.ts";

/** Runs with a bundle's folder that has these files among its assets. */
async function withAssets(
  files: Readonly<Record<string, string>>,
  test: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "mmdeno-assets-" });
  try {
    for (const [path, text] of Object.entries(files)) {
      const file = `${folder}/assets/${path}`;
      await Deno.mkdir(file.slice(0, file.lastIndexOf("/")), { recursive: true });
      await Deno.writeTextFile(file, text);
    }
    await Deno.writeTextFile(`${folder}/secret.txt`, "secret");
    await test(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function failure(call: () => Promise<unknown>): Promise<string> {
  return (await assertRejects(call, Deno.errors.NotFound)).message;
}

Deno.test("an asset is read as bytes, as text, as JSON and as a stream", () =>
  withAssets({ "i18n/de.json": '{"a":"ä"}' }, async (folder) => {
    const assets = openAssets(folder);
    const text = '{"a":"ä"}';
    assertEquals(await assets.bytes("i18n/de.json"), new TextEncoder().encode(text));
    assertEquals(await assets.text("i18n/de.json"), text);
    assertEquals(await assets.json("i18n/de.json"), { a: "ä" });
    assertEquals(await new Response(await assets.stream("i18n/de.json")).text(), text);
    assertEquals(await assets.list(), ["i18n/de.json"]);
  }));

Deno.test("a path that leads out of the assets is refused, whatever its form", () =>
  withAssets({ "a.txt": "a" }, async (folder) => {
    const assets = openAssets(folder);
    const paths = [
      "../secret.txt",
      "x/../../secret.txt",
      "./a.txt",
      "a//b",
      "/etc/passwd",
      "..\\secret.txt",
      "a\0.txt",
      "",
      "a/",
      undefined as never,
    ];
    for (const path of paths) {
      for (const method of ["bytes", "text", "json", "stream"] as const) {
        const error = await assertRejects(() => assets[method](path) as Promise<unknown>);
        assertEquals(error instanceof TypeError, true, `${method} ${path}`);
        assertStringIncludes(
          (error as Error).message,
          `assets.${method}(): expected a path below the folder "assets"`,
        );
      }
    }
    assertEquals(await assets.text("a.txt"), "a");
  }));

Deno.test("a missing asset's error says what there is, and what was probably meant", () =>
  withAssets({ "logo.png": "", "texts/a.txt": "" }, async (folder) => {
    const assets = openAssets(folder);
    assertEquals(
      await failure(() => assets.text("logo.pgn")),
      'assets.text(): there is no "logo.pgn" among the plugin\'s assets; did you mean "logo.png"? ' +
        "(there are logo.png, texts/a.txt)",
    );
    assertStringIncludes(
      await failure(() => assets.bytes("assets/logo.png")),
      'did you mean "logo.png"?',
    );
    for (const path of ["texts", "logo.png/x"]) {
      for (const method of ["bytes", "text", "json", "stream"] as const) {
        assertStringIncludes(
          await failure(() => assets[method](path) as Promise<unknown>),
          `there is no "${path}" among the plugin's assets`,
        );
      }
    }
  }));

Deno.test("a long list of assets is cut", () =>
  withAssets(
    Object.fromEntries(Array.from({ length: 23 }, (_, n) => [`${String(n).padStart(2, "0")}`, ""])),
    async (folder) => {
      assertStringIncludes(
        await failure(() => openAssets(folder).text("other")),
        "(there are 00, 01, 02, 03, 04, 05, 06, 07, 08, 09, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19 " +
          "and 3 more)",
      );
    },
  ));

Deno.test("a bundle without assets, and a plugin without a bundle, say so", async () => {
  const folder = await Deno.makeTempDir({ prefix: "mmdeno-assets-" });
  try {
    assertEquals(
      await failure(() => openAssets(folder).text("a.txt")),
      'assets.text(): there is no "a.txt" among the plugin\'s assets: its bundle has none. Put files ' +
        "into the folder assets beside the manifest",
    );
    assertEquals(await openAssets(folder).list(), []);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
  const none = openAssets(null);
  assertStringIncludes(
    await failure(() => none.text("a.txt")),
    "this plugin was not started from a folder; tell the test kit which one (bundleFolder)",
  );
  assertEquals(await none.list(), []);
});

Deno.test("an asset that is no JSON is named", () =>
  withAssets({ "a.json": "{" }, async (folder) => {
    const error = await assertRejects(() => openAssets(folder).json("a.json"), SyntaxError);
    assertStringIncludes(error.message, 'assets.json(): "a.json" is no JSON: ');
  }));

Deno.test("hooks have the assets of their plugin's bundle", () =>
  withAssets({ "greeting.txt": "Good day" }, async (folder) => {
    let greeting: string | undefined;
    let assets: Assets | undefined;
    const running = plugin(
      {
        onActivate: async (context) => {
          ({ assets } = context);
          greeting = await assets.text("greeting.txt");
        },
      },
      {},
      { bundleFolder: folder },
    );
    assertEquals((await running.call("onActivate")).error, undefined);
    assertEquals(greeting, "Good day");
    assertEquals(await assets?.list(), ["greeting.txt"]);
  }));
