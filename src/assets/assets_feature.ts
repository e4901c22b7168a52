/**
 * Gives contexts the plugin's assets.
 *
 * @module
 */
import type { Feature } from "../plugin/feature.ts";
import { openAssets } from "./open_assets.ts";

/** `context.assets`, which every plugin has. */
export function assetsFeature(): Feature {
  return {
    name: "assets",
    start({ bundleFolder }) {
      const assets = openAssets(bundleFolder);
      return { context: { assets: () => assets } };
    },
  };
}
