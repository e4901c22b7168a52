/**
 * A real Mattermost server: built from its Go modules, started on a free port of the loopback
 * interface, in a temporary folder, or in a root folder of its own.
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

/** A root folder that a server shall run in, so that it sees nothing else of the machine. */
export interface Enclosure {
  /** The folder. It is left to who made it. */
  readonly root: string;
  /** The command that runs this one, whose paths are as seen from inside. */
  readonly enter: (command: string, args: readonly string[]) => readonly [string, ...string[]];
}

/** Where the server is in a root folder of its own. */
const HOME_INSIDE = "/mattermost";

/** Builds the server, or finds it built. Its versions are in `mattermost/go.mod`. */
export function buildMattermost(signal: AbortSignal): Promise<GoProgram> {
  return goBuild({
    module: new URL("../mattermost/", import.meta.url),
    package: `${MODULE}/cmd/mattermost`,
    name: "mattermost",
    signal,
  });
}

/** Starts the server and waits until it answers. Only outside an enclosure it is told of Deno. */
export async function startMattermost(
  program: GoProgram,
  databaseUrl: string,
  enclosure?: Enclosure,
): Promise<Mattermost> {
  const folder = enclosure === undefined
    ? await Deno.realPath(await Deno.makeTempDir({ prefix: "e2e-mm-" }))
    : `${enclosure.root}${HOME_INSIDE}`;
  /** The same folder as the server sees it. */
  const seen = enclosure === undefined ? folder : HOME_INSIDE;
  let server: Program | undefined;
  const stop = async () => await server?.end("SIGTERM", 20_000);
  const remove = async () => {
    await stop();
    await Deno.remove(folder, { recursive: true });
  };
  try {
    const sources = await program.sources(MODULE);
    const made = ["config", "logs", "data", "plugins", "client/plugins", "tmp"];
    for (const name of made) await Deno.mkdir(`${folder}/${name}`, { recursive: true });
    for (const name of RESOURCES) {
      if (enclosure === undefined) await Deno.symlink(`${sources}/${name}`, `${folder}/${name}`);
      else await copyFolder(`${sources}/${name}`, `${folder}/${name}`);
    }
    if (enclosure !== undefined) await Deno.copyFile(program.path, `${folder}/mattermost`);
    const port = freePort();
    await Deno.writeTextFile(
      `${folder}/config/config.json`,
      JSON.stringify(serverConfig({ port, folder: seen, databaseUrl }), null, 2),
    );
    const words = ["server", `--config=${seen}/config/config.json`];
    const [command, ...args] = enclosure === undefined
      ? [program.path, ...words]
      : enclosure.enter(`${seen}/mattermost`, words);
    const started = server = startProgram({
      name: "the Mattermost server",
      command,
      args,
      cwd: folder,
      env: {
        PATH: Deno.env.get("PATH") ?? "/usr/bin:/bin",
        HOME: seen,
        TMPDIR: `${seen}/tmp`,
        ...enclosure === undefined ? { MATTERMOST_PLUGIN_DENO: Deno.execPath() } : {},
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

async function copyFolder(from: string, to: string): Promise<void> {
  await Deno.mkdir(to, { recursive: true });
  for await (const { name, isDirectory } of Deno.readDir(from)) {
    if (isDirectory) await copyFolder(`${from}/${name}`, `${to}/${name}`);
    else await Deno.writeFile(`${to}/${name}`, await Deno.readFile(`${from}/${name}`));
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
