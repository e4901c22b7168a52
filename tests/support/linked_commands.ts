/**
 * The commands of the documentation, run with this checkout in the place of what jsr.io has.
 *
 * @module
 */
import { fromFileUrl } from "../../tools/paths.ts";

/** The folder of this checkout, without a slash at its end. */
export const CHECKOUT: string = fromFileUrl(new URL("../../", import.meta.url)).replace(/\/$/, "");

const CLI = `run -A ${CHECKOUT}/tools/run.ts run -A ${CHECKOUT}/src/cli/mod.ts`;

/** The same commands: the command line is this checkout's, and a new project is linked to it. */
export function linkedCommands(commands: string, deno: string = Deno.execPath()): string {
  return commands
    .replaceAll("deno run -A jsr:@mattermost-deno/plugin/cli", `${deno} ${CLI}`)
    .replace(/ init \S+/, `$& --link ${CHECKOUT}`);
}
