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
export type { CommandIO, Progress } from "./command_io.ts";
export type { Paint } from "./paint.ts";

// A question that was given up still waits for its answer, which must not keep the process alive.
if (import.meta.main) Deno.exit(await main(Deno.args));
