import type { Command } from "./command.ts";
import type { CommandIO } from "./command_io.ts";
import { concerns, formatLine, type LogLine, newLines, pluginLines } from "./server/log_lines.ts";
import { ServerError } from "./server/server_error.ts";
import { pause } from "./server/wait_until.ts";
import {
  oneWord,
  SERVER_DESCRIPTION,
  SERVER_OPTIONS,
  type ServerWork,
  withServer,
} from "./server/with_server.ts";
import { UsageError } from "./usage_error.ts";

const FOLLOW_MS = 1000;

/** `logs`: what a server's log says of a plugin. */
export const logsCommand: Command = {
  name: "logs",
  summary: "Show what a server's log says of a plugin",
  usage: "[options] <plugin id>",
  description:
    `${SERVER_DESCRIPTION}\nThe account must be allowed to read the server's log, and the ` +
    "server must write one as JSON\n(LogSettings.EnableFile and LogSettings.FileJson).",
  options: [
    { name: "follow", short: "f", help: "Go on showing lines as they come, until Ctrl-C" },
    { name: "lines", short: "n", value: "number", help: "How many lines at most. Default: 100" },
    { name: "json", help: "Write each line as the server wrote it" },
    ...SERVER_OPTIONS,
  ],
  words: "none",
  examples: [{ words: "com.example.hello --follow", help: "Watch a plugin" }],
  async run(args, io) {
    const id = oneWord(args, "logs", "the plugin's id");
    const text = args.text("lines") ?? "100";
    const count = Number(text);
    if (!/^\d+$/.test(text) || count > 10_000) {
      throw new UsageError(`--lines: expected a number up to 10000, found "${text}"`);
    }
    const json = args.flag("json");
    return await withServer(args, io, async (work) => {
      const { connection, io } = work;
      const { found, read } = await pluginLines(connection, id, count);
      const show = (line: LogLine) => io.out(json ? line.raw : formatLine(line, io.paint));
      found.forEach(show);
      if (found.length === 0 && count > 0) {
        io.err(
          `the last ${read.length} lines of the log on ${connection.server} have none about ${id}`,
        );
      }
      if (args.flag("follow")) await followLog(work, id, read, show);
      return 0;
    });
  },
};

/**
 * Shows the lines about a plugin that come after those of `first`, until Ctrl-C.
 *
 * @throws {ServerError} for what does not pass by itself
 */
export async function followLog(
  { connection, io }: ServerWork,
  id: string,
  first: readonly LogLine[],
  show: (line: LogLine) => void,
): Promise<void> {
  let before = first;
  let down = false;
  while (await waits(io)) {
    try {
      const { lines, missed, read } = await newLines(connection, before);
      if (missed) io.err("some lines are missing here: the log was begun anew or grows too fast");
      if (down) io.err(`${connection.server} answers again`);
      down = false;
      lines.filter((line) => concerns(line, id)).forEach(show);
      before = read;
    } catch (error) {
      if (io.signal.aborted) return;
      // A server that is started again is what one watches.
      const passing = error instanceof ServerError &&
        (error.problem === "unreachable" || error.problem === "timeout");
      if (!passing) throw error;
      if (!down) io.err(`${error.message}; waiting for it`);
      down = true;
    }
  }
}

/** Waits a moment; false when interrupted, which is how one stops following. */
async function waits({ signal }: CommandIO): Promise<boolean> {
  try {
    await pause(FOLLOW_MS, signal);
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  }
}
