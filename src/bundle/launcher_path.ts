import { BUNDLE_LAYOUT } from "./bundle_layout.ts";
import type { PlatformNames } from "./platforms.ts";

/** Where a bundle has the native launcher for a platform. */
export function launcherPath({ go, suffix }: PlatformNames): string {
  return `${BUNDLE_LAYOUT.launcher}-${go}${suffix}`;
}
