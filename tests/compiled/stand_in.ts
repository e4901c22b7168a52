/** The program that stands in for denort in tests: see `stand_in/main.go`. @module */
import { type BundlePlatform, runningPlatform } from "../../src/bundle/platforms.ts";
import { goBuild } from "../e2e/environment/go_build.ts";

/** The platform that the tests run on. */
export const OWN_PLATFORM = runningPlatform()?.platform as BundlePlatform;

/** Builds it, and gives its path. */
export async function standInForDenort(): Promise<string> {
  const { path } = await goBuild({
    module: new URL("stand_in/", import.meta.url),
    package: ".",
    name: "denort-stand-in",
    signal: AbortSignal.timeout(120_000),
  });
  return path;
}
