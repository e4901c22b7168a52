import type { Command } from "./command.ts";
import type { CommandIO } from "./command_io.ts";
import { stateNow } from "./server/interruption.ts";
import { type LogMark, markLog, pluginLogSince } from "./server/plugin_log.ts";
import { findPlugin, switchPlugin } from "./server/plugins.ts";
import { ServerError } from "./server/server_error.ts";
import { startFailureText } from "./server/start_failure.ts";
import { waitUntilRunning, waitUntilStopped } from "./server/wait_until.ts";
import {
  oneWord,
  SERVER_DESCRIPTION,
  SERVER_OPTIONS,
  type ServerWork,
  withServer,
} from "./server/with_server.ts";

/** A command that does something with one installed plugin. */
function switchCommand(
  name: string,
  summary: string,
  act: (work: ServerWork, id: string) => Promise<number>,
): Command {
  return {
    name,
    summary,
    usage: "[options] <plugin id>",
    description: SERVER_DESCRIPTION,
    options: SERVER_OPTIONS,
    words: "none",
    async run(args, io) {
      const id = oneWord(args, name, "the plugin's id");
      return await withServer(args, io, async (work) => {
        await installed(work, id);
        try {
          return await act(work, id);
        } catch (error) {
          // What was asked for may have been done, or half of it.
          if (io.signal.aborted) work.io.err(`${await stateNow(work.connection, id)}.`);
          throw error;
        }
      });
    },
  };
}

/** `enable`: starts a plugin, and says why if it does not start. */
export const enableCommand: Command = switchCommand(
  "enable",
  "Enable a plugin on a server, and wait until it runs",
  (work, id) => enablePlugin(work, id),
);

/** `disable`: stops a plugin. */
export const disableCommand: Command = switchCommand(
  "disable",
  "Disable a plugin on a server",
  async (work, id) => {
    await disablePlugin(work, id);
    work.io.out(`${id} is disabled on ${work.connection.server}`);
    return 0;
  },
);

/** `reset`: stops a plugin and starts it again. */
export const resetCommand: Command = switchCommand(
  "reset",
  "Disable and enable a plugin on a server",
  async (work, id) => {
    await disablePlugin(work, id);
    try {
      return await enablePlugin(work, id);
    } catch (error) {
      if (!work.io.signal.aborted) {
        work.io.err(`${id} is disabled now; \`enable ${id}\` starts it again`);
      }
      throw error;
    }
  },
);

async function installed({ connection }: ServerWork, id: string): Promise<void> {
  if (await findPlugin(connection, id) !== undefined) return;
  throw new ServerError(
    "refused",
    `${id} is not installed on ${connection.server}; \`list\` shows the plugins that are`,
  );
}

async function disablePlugin({ connection, io, timeoutMs }: ServerWork, id: string): Promise<void> {
  using _progress = io.progress(`Disabling ${id}`);
  await switchPlugin(connection, id, "disable");
  const { reached } = await waitUntilStopped(connection, id, { signal: io.signal, timeoutMs });
  if (!reached) {
    throw new ServerError(
      "timeout",
      `${id} still runs, ${
        timeoutMs / 1000
      } s after it was disabled on ${connection.server}; a hook ` +
        "that does not return keeps it: `logs` may show which",
    );
  }
}

/** Enables a plugin, waits until it runs, and says how that went; gives the exit code. */
export async function enablePlugin(
  { connection, io, timeoutMs }: ServerWork,
  id: string,
  deployed: { readonly version?: string; readonly mark?: LogMark } = {},
): Promise<number> {
  const { version } = deployed;
  const before = deployed.mark ?? await markLog(connection);
  const { reached, plugin } = await start({ connection, io, timeoutMs }, id, version, before);
  if (reached) {
    io.out(`${io.paint.green(id)} ${plugin?.version ?? ""} is running on ${connection.server}`);
    return 0;
  }
  const { lines, unread } = await pluginLogSince(connection, before, id);
  const [first = "", ...more] = startFailureText({ id, plugin, lines, unread }, io.paint);
  sayError(io, first);
  for (const line of more) io.err(line);
  return 1;
}

async function start(
  { connection, io, timeoutMs }: ServerWork,
  id: string,
  version: string | undefined,
  before: LogMark,
): ReturnType<typeof waitUntilRunning> {
  using _progress = io.progress(`Waiting until ${id} runs`);
  await switchPlugin(connection, id, "enable");
  return await waitUntilRunning(connection, id, {
    signal: io.signal,
    timeoutMs,
    ...version === undefined ? {} : { version },
    logSaysFailed: async () =>
      connection.kind === "socket" && (await pluginLogSince(connection, before, id)).failed,
  });
}

function sayError({ err, paint }: CommandIO, text: string): void {
  err(`${paint.bold(paint.red("error"))}: ${text}`);
}
