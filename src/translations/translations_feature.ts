/**
 * Texts in people's languages, in every context.
 *
 * @module
 */
import { openAssets } from "../assets/open_assets.ts";
import type { AnyArguments } from "../plugin/context/declared.ts";
import type { Feature, FeatureHost } from "../plugin/feature.ts";
import { localizedMistakes, type NamingTexts } from "./check_localized.ts";
import { loadTexts } from "./load_texts.ts";
import { createTranslations, type TranslateAny } from "./translate.ts";
import type { LoadedTexts } from "./translations.ts";
import { createUserLocales } from "./user_locales.ts";

/**
 * `context.t` and `context.translateFor`.
 *
 * @param declared the texts, checked, or their folder
 * @param naming the declarations that name texts, which are compared with those of the folder
 */
export function translationsFeature(
  declared: string | LoadedTexts,
  naming: NamingTexts = {},
): Feature {
  return {
    name: "translations",
    start(host) {
      let translations: Promise<(userId: string | null) => Promise<TranslateAny>> | undefined;
      const locales = createUserLocales(host);
      const load = () =>
        translations ??= textsOf(declared, naming, host).then((texts) =>
          createTranslations({ texts, locales, log: host.log })
        );
      const translateFor = async (userId: string | null) => await (await load())(userId);
      return {
        context: {
          t: ({ userId }) => async (key: string, args?: AnyArguments) =>
            (await translateFor(userId))(key, args),
          translateFor: () => translateFor,
        },
        // A file that is wrong is known before people see it.
        activate: async () => void await load(),
        configured() {
          locales.forgetServer();
          return Promise.resolve();
        },
      };
    },
  };
}

async function textsOf(
  declared: string | LoadedTexts,
  naming: NamingTexts,
  { bundleFolder, log }: FeatureHost,
): Promise<LoadedTexts> {
  if (typeof declared !== "string") return declared;
  if (bundleFolder !== null) {
    const texts = await loadTexts(declared, openAssets(bundleFolder));
    // What is shown instead is the key: no reason to keep the plugin from starting.
    for (const mistake of localizedMistakes(naming, texts)) log.warn(mistake);
    return texts;
  }
  log.warn(
    `translations: the folder assets/${declared} cannot be read, since this plugin was not started ` +
      "from a folder; texts are shown as their keys. Tell the test kit which folder (bundleFolder)",
  );
  return { main: undefined, byLocale: new Map() };
}
