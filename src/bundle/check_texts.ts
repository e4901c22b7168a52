/**
 * @module
 */
import { thrownText } from "../api/app_error.ts";
import { ASSETS_FOLDER, openAssets } from "../assets/open_assets.ts";
import { checkMessages } from "../translations/check_messages.ts";
import { loadTexts } from "../translations/load_texts.ts";
import type { DeclaredManifest } from "./declared_manifest.ts";
import { BundleError } from "./deno_bundle.ts";

/**
 * Refuses texts that people would find to be wrong: a plugin that runs has no time to look at all of
 * them.
 *
 * @param folder the bundle, with its assets
 * @param name the plugin's file, for errors
 * @throws {BundleError} with each text and what is wrong in it
 */
export async function checkTexts(
  { texts }: DeclaredManifest,
  folder: string,
  name: string,
): Promise<void> {
  if (texts === undefined) return;
  try {
    if (typeof texts !== "string") return await checkMessages(texts);
    await checkMessages(
      await loadTexts(texts, openAssets(folder)),
      (locale, key) => `translations: ${ASSETS_FOLDER}/${texts}/${locale}.json: ${key}`,
    );
  } catch (error) {
    throw new BundleError(`${name}: ${thrownText(error)}`, { cause: error });
  }
}
