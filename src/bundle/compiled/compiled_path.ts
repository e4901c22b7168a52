import { BUNDLE_LAYOUT } from "../bundle_layout.ts";
import { BUNDLE_PLATFORMS, type BundlePlatform } from "../platforms.ts";

/** Where a bundle has the compiled plugin for a platform. */
export function compiledPath(platform: BundlePlatform): string {
  return `${BUNDLE_LAYOUT.server}/plugin-${BUNDLE_PLATFORMS[platform].go}`;
}

/** The platform whose compiled plugin lies at a path of a bundle; undefined if none does. */
export function compiledPlatform(path: string | undefined): BundlePlatform | undefined {
  return (Object.keys(BUNDLE_PLATFORMS) as BundlePlatform[])
    .find((platform) => compiledPath(platform) === path);
}
