import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { checkTexts } from "./check_texts.ts";
import { BundleError } from "./deno_bundle.ts";

async function withAssets(
  files: Readonly<Record<string, string>>,
  work: (folder: string) => Promise<void>,
) {
  const folder = await Deno.makeTempDir({ prefix: "mmd-" });
  try {
    await Deno.mkdir(`${folder}/assets/i18n`, { recursive: true });
    for (const [name, text] of Object.entries(files)) {
      await Deno.writeTextFile(`${folder}/assets/i18n/${name}`, text);
    }
    await work(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("texts in files are read, and what is wrong is named with its file and key", async () => {
  const declared = { parts: {}, texts: "i18n" };
  const files = { "en.json": '{ "hi": "Hi, {name}" }', "de.json": '{ "hi": "Hallo, {nam}" }' };
  await withAssets(files, async (folder) => {
    const { message } = await assertRejects(
      () => checkTexts(declared, folder, "plugin.ts"),
      BundleError,
    );
    assertEquals(
      message,
      "plugin.ts: translations: assets/i18n/de.json: hi: there is a place {nam}, but the text of " +
        '"en" has {name}',
    );
  });
  await withAssets({ "en.json": "{}" }, (folder) => checkTexts(declared, folder, "plugin.ts"));
  await withAssets({}, async (folder) => {
    const { message } = await assertRejects(
      () => checkTexts(declared, folder, "plugin.ts"),
      BundleError,
    );
    assertStringIncludes(message, "there is no file for any language in the folder assets/i18n");
  });
});

Deno.test("where nothing is known of texts, nothing is said about them", async () => {
  await checkTexts({ unknown: "it needs a permission" }, "/nowhere", "plugin.ts");
  await checkTexts({ parts: {} }, "/nowhere", "plugin.ts");
});
