import { assertStringIncludes } from "@std/assert";
import { cacheFolder } from "./cache_folder.ts";
import { bundleLoader } from "./loader_bundle.ts";
import { toFileUrl } from "./paths.ts";

Deno.test("a loader is bundled anew whenever one of its files is another, also within one process", async () => {
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "loader-bundle-" }));
  const save = (word: string) =>
    Deno.writeTextFile(`${folder}/word.ts`, `export const word = "${word}";\n`);
  await Deno.writeTextFile(
    `${folder}/loader.ts`,
    'import { word } from "./word.ts";\nconsole.log(word);\n',
  );
  const bundled = () => bundleLoader(toFileUrl(`${folder}/loader.ts`));
  try {
    for (const word of ["one", "two", "three", "one"]) {
      await save(word);
      for (let time = 0; time < 3; time++) assertStringIncludes(await bundled(), `"${word}"`);
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
    await removeRecords(folder);
  }
});

/** Removes what is remembered of the loaders of a folder. */
async function removeRecords(folder: string): Promise<void> {
  for await (const { name } of Deno.readDir(`${cacheFolder()}/loader`)) {
    const file = `${cacheFolder()}/loader/${name}`;
    if (!name.endsWith(".json")) continue;
    const text = await Deno.readTextFile(file).catch(() => "");
    if (text.includes(`${folder}/`)) await Deno.remove(file);
  }
}
