/**
 * Texts from the files of a bundle.
 *
 * @module
 */
import type { Assets } from "../plugin/context/assets.ts";
import { type LoadedTexts, readTexts } from "./translations.ts";

/**
 * Reads all texts of a folder: the file `de.json` has those of the locale `de`.
 *
 * @param folder the folder, below the assets
 * @throws {TypeError} naming the file and what is wrong with it
 */
export async function loadTexts(folder: string, assets: Assets): Promise<LoadedTexts> {
  const texts: Record<string, unknown> = {};
  for (const path of await assets.list()) {
    const [, locale] = /^([^/]+)\.json$/.exec(path.slice(folder.length + 1)) ?? [];
    if (locale !== undefined && path.startsWith(`${folder}/`)) {
      texts[locale] = await assets.json(path);
    }
  }
  if (Object.keys(texts).length === 0) {
    throw new TypeError(
      `translations: there is no file for any language in the folder assets/${folder}; expected ` +
        "files such as en.json",
    );
  }
  return readTexts(
    texts,
    (name) => `translations: assets/${folder}${name === undefined ? "" : `/${name}.json`}`,
  );
}
