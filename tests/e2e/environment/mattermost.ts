/**
 * A real Mattermost server: built from its Go modules, started on a free port of the loopback
 * interface, in a temporary folder.
 *
 * @module
 */
import { freePort } from "./free_port.ts";
import { goBuild, type GoProgram } from "./go_build.ts";
import { type Program, startProgram } from "./program.ts";
import { serverConfig } from "./server_config.ts";

const MODULE = "github.com/mattermost/mattermost/server/v8";

/** What the server reads beside its program. */
const RESOURCES = ["i18n", "fonts", "templates"];

/** A server that runs. */
export interface Mattermost extends AsyncDisposable {
  /** Such as `http://127.0.0.1:8065`. */
  readonly url: string;
  readonly pid: number;
  /** Its own folder, removed at the end. */
  readonly folder: string;
  /** Where its log is, a line of JSON for each event. */
  readonly logFile: string;
  /** Where it and its plugins put temporary files and sockets. */
  readonly temporary: string;
  /** What it said last if it has ended; empty while it runs. */
  readonly lastWords: () => Promise<string>;
  /** Stops the server, and leaves the folder so that it can be looked at. */
  readonly stop: () => Promise<void>;
}

/** Builds the server, or finds it built. Its versions are in `mattermost/go.mod`. */
export function buildMattermost(signal: AbortSignal): Promise<GoProgram> {
  return goBuild({
    module: new URL("../mattermost/", import.meta.url),
    package: `${MODULE}/cmd/mattermost`,
    name: "mattermost",
    signal,
  });
}

/** Starts the server and waits until it answers. */
export async function startMattermost(
  program: GoProgram,
  databaseUrl: string,
): Promise<Mattermost> {
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "e2e-mm-" }));
  let server: Program | undefined;
  const stop = async () => await server?.end("SIGTERM", 20_000);
  const remove = async () => {
    await stop();
    await Deno.remove(folder, { recursive: true });
  };
  try {
    const sources = await program.sources(MODULE);
    for (const name of RESOURCES) await Deno.symlink(`${sources}/${name}`, `${folder}/${name}`);
    const made = ["config", "logs", "data", "plugins", "client/plugins", "tmp"];
    for (const name of made) await Deno.mkdir(`${folder}/${name}`, { recursive: true });
    const port = freePort();
    await Deno.writeTextFile(
      `${folder}/config/config.json`,
      JSON.stringify(serverConfig({ port, folder, databaseUrl }), null, 2),
    );
    const started = server = startProgram({
      name: "the Mattermost server",
      command: program.path,
      args: ["server", `--config=${folder}/config/config.json`],
      cwd: folder,
      env: {
        PATH: Deno.env.get("PATH") ?? "/usr/bin:/bin",
        HOME: folder,
        MATTERMOST_PLUGIN_DENO: Deno.execPath(),
        TMPDIR: `${folder}/tmp`,
      },
    });
    const url = `http://127.0.0.1:${port}`;
    await answers(url, server, 90_000);
    return {
      url,
      pid: server.pid,
      folder,
      logFile: `${folder}/logs/mattermost.log`,
      temporary: `${folder}/tmp`,
      async lastWords() {
        // Writing down a panic takes it a moment.
        await started.endsWithin(1000);
        if (started.isRunning()) return "";
        const output = started.output();
        const start = Math.max(output.search(/^panic:|^fatal error:/m), 0);
        return output.slice(start, start + 3000);
      },
      stop,
      [Symbol.asyncDispose]: remove,
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Asks for a sign of life until there is one. */
async function answers(url: string, server: Program, withinMs: number): Promise<void> {
  const end = Date.now() + withinMs;
  while (Date.now() < end) {
    if (!server.isRunning()) {
      throw new Error(`the Mattermost server ended while starting:\n${server.output()}`);
    }
    try {
      const response = await fetch(`${url}/api/v4/system/ping`);
      await response.body?.cancel();
      if (response.ok) return;
    } catch {
      // It does not listen yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(
    `the Mattermost server does not answer after ${withinMs} ms:\n${server.output()}`,
  );
}
