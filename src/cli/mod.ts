/**
 * The command line: `deno run -A jsr:@mattermost-deno/plugin/cli bundle plugin.ts`.
 *
 * @example Bundle from a script
 * ```ts ignore
 * import { main } from "@mattermost-deno/plugin/cli";
 *
 * Deno.exitCode = await main(["bundle", "plugin.ts", "--out", "dist/hello"]);
 * ```
 *
 * @module
 */
import { main } from "./main.ts";

export { main } from "./main.ts";

if (import.meta.main) Deno.exitCode = await main(Deno.args);
