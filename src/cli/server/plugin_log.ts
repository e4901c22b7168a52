import type { ServerConnection } from "./connect.ts";
import { concerns, lastLines, type LogLine, newLines } from "./log_lines.ts";
import { ServerError } from "./server_error.ts";
import { saysFailed } from "./start_failure.ts";

/** A place in the server's log; or why there is none. */
export type LogMark = { readonly lines: readonly LogLine[] } | { readonly unread: string };

/** Remembers where the log is now. An account that may not read it gets on without. */
export async function markLog(connection: ServerConnection): Promise<LogMark> {
  try {
    return { lines: await lastLines(connection, 50) };
  } catch (error) {
    if (!(error instanceof ServerError)) throw error;
    return { unread: error.message };
  }
}

/** What the log says of a plugin since a mark. */
export interface PluginLog {
  /** The lines; undefined if they cannot be read. */
  readonly lines: readonly LogLine[] | undefined;
  /** Why they cannot be read. */
  readonly unread?: string;
  /** Whether they say that the plugin could not be started. */
  readonly failed: boolean;
}

/** Reads what the log says of a plugin since a mark. */
export async function pluginLogSince(
  connection: ServerConnection,
  mark: LogMark,
  id: string,
): Promise<PluginLog> {
  if ("unread" in mark) return { lines: undefined, unread: mark.unread, failed: false };
  try {
    const { lines } = await newLines(connection, mark.lines);
    const own = lines.filter((line) => concerns(line, id));
    return { lines: own, failed: own.some((line) => saysFailed(line, id)) };
  } catch (error) {
    if (!(error instanceof ServerError)) throw error;
    return { lines: undefined, unread: error.message, failed: false };
  }
}
