/**
 * Writes `gen/` from `proto/` and from the Go module:
 *
 * ```sh
 * deno task gen            # write
 * deno task gen --check    # only compare; names each stale file and exits 1
 * ```
 *
 * Where the machine has Go, the facts about the Go module are read anew; else the committed
 * `gen/go_schema.json` is taken as it is.
 *
 * @module
 */

import { generateAll } from "./gen/all.ts";
import { difference, replaceGenerated } from "./gen/folder.ts";
import { GEN } from "./gen/paths.ts";

if (import.meta.main) Deno.exit(await main(Deno.args));

async function main(args: readonly string[]): Promise<number> {
  const unknown = args.find((arg) => arg !== "--check");
  if (unknown !== undefined) {
    console.error(`gen does not know ${unknown}. Use: deno task gen [--check]`);
    return 2;
  }
  const fresh = await Deno.makeTempDir({ prefix: "gen-" });
  try {
    await generateAll(fresh, (line) => console.error(line));
    if (!args.includes("--check")) {
      const changed = await replaceGenerated(fresh, GEN);
      console.log(`gen/: ${changed.length} files changed`);
      return 0;
    }
    const stale = await difference(fresh, GEN);
    for (const { file, why } of stale) console.error(`gen/${file} ${why}; run: deno task gen`);
    console.log(stale.length === 0 ? "gen/ is fresh" : `gen/: ${stale.length} files are not fresh`);
    return stale.length === 0 ? 0 : 1;
  } finally {
    await Deno.remove(fresh, { recursive: true });
  }
}
