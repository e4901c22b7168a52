/** The command line, run against the server of the checks. @module */
import { main } from "../../../src/cli/main.ts";
import { createMemoryIO } from "../../../src/cli/memory_io.ts";
import type { Person } from "../client/rest.ts";
import type { Stage } from "../stage.ts";

/** What a command printed, and its exit code. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs one command, with these variables in its environment. */
export async function cli(
  { mattermost }: Pick<Stage, "mattermost">,
  env: Readonly<Record<string, string>>,
  ...words: string[]
): Promise<Ran> {
  const io = createMemoryIO({
    env: {
      MM_SERVICESETTINGS_SITEURL: mattermost.url,
      XDG_STATE_HOME: mattermost.temporary,
      ...env,
    },
  });
  const code = await main(words, io);
  return { code, out: io.stdout(), err: io.stderr() };
}

/** The environment of somebody who is known by a token. */
export const as = ({ token }: Person) => ({ MM_ADMIN_TOKEN: token });

/** Runs with what is to be deployed in a folder of its own. */
export async function withFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "e2e-cli-" }));
  try {
    await run(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
