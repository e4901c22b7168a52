/** The server's log, read while it grows. @module */
import { eventually } from "./eventually.ts";

/** A line of the log. */
export interface LogLine {
  readonly level: string;
  readonly msg: string;
  readonly plugin_id?: string;
  readonly [field: string]: unknown;
}

/** The log. */
export interface ServerLog {
  /** All lines until now. */
  readonly lines: () => Promise<readonly LogLine[]>;
  /** Waits for a line, past or to come, that is accepted. */
  readonly line: (what: string, accept: (line: LogLine) => boolean) => Promise<LogLine>;
}

/** The log in a file. Lines that are not JSON are left out. */
export function serverLog(file: string): ServerLog {
  const lines = async () => {
    const text = await Deno.readTextFile(file).catch(() => "");
    return text.split("\n").flatMap((line): LogLine[] => {
      try {
        return [JSON.parse(line)];
      } catch {
        return []; // Such as a last line that is not complete yet.
      }
    });
  };
  return {
    lines,
    line: (what, accept) =>
      eventually(`a log line: ${what}`, async () => (await lines()).find(accept)),
  };
}
