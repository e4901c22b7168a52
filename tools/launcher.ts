/**
 * `deno task launcher`: builds the native launcher for every platform, or for those that are named
 * (`deno task launcher linux-x64`), into `.cache/launcher/`.
 *
 * @module
 */
import { buildLauncher, LauncherError } from "../src/bundle/native_launcher.ts";
import { LAUNCHER_PLATFORMS } from "../src/bundle/platforms.ts";

async function main(words: readonly string[]): Promise<number> {
  const unknown = words.filter((word) =>
    !LAUNCHER_PLATFORMS.some(({ platform }) => platform === word)
  );
  if (unknown.length > 0) {
    const known = LAUNCHER_PLATFORMS.map(({ platform }) => platform).join(", ");
    console.error(`There is no platform ${unknown.join(", ")}; there are ${known}.`);
    return 2;
  }
  for (const names of LAUNCHER_PLATFORMS) {
    if (words.length > 0 && !words.includes(names.platform)) continue;
    try {
      const path = await buildLauncher(names);
      const { size } = await Deno.stat(path);
      console.log(`${names.platform}: ${path} (${(size / 1024 / 1024).toFixed(1)} MiB)`);
    } catch (error) {
      if (!(error instanceof LauncherError)) throw error;
      console.error(`error: ${error.message}`);
      return 1;
    }
  }
  return 0;
}

if (import.meta.main) Deno.exit(await main(Deno.args));
