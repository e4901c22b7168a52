/**
 * The command line: `deno run -A jsr:@mattermost-deno/plugin/cli bundle plugin.ts`, and the same for
 * scripts.
 *
 * @example Look at a bundle from a script
 * ```ts
 * import { main } from "@mattermost-deno/plugin/cli";
 *
 * Deno.exitCode = await main(["check", "dist/com.example.hello"]);
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
