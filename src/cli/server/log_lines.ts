import type { ServerConnection } from "./connect.ts";
import { ServerError } from "./server_error.ts";
import type { Paint } from "../paint.ts";
import { printable } from "../printable.ts";

/** A line of the server's log. */
export interface LogLine {
  /** As the server wrote it, without line breaks around it. */
  readonly raw: string;
  /** Its fields; undefined if it is no JSON. */
  readonly fields: Readonly<Record<string, unknown>> | undefined;
}

/** The most lines that a server gives at once. */
export const MOST_LINES = 10_000;

/** The last lines of the server's log, oldest first. @throws {ServerError} */
export async function lastLines(
  connection: ServerConnection,
  count: number,
): Promise<readonly LogLine[]> {
  const lines = await connection.call<readonly string[] | null>({
    method: "GET",
    path: `/logs?page=0&logs_per_page=${count}`,
    what: "read the server's log",
  }) ?? [];
  if (lines.length === 1 && lines[0]?.trim() === "") {
    throw new ServerError(
      "settings",
      `${connection.server} writes no log file: set LogSettings.EnableFile and LogSettings.FileJson to ` +
        "true (System Console > Environment > Logging)",
    );
  }
  return lines.map((line) => parseLine(line.trim()));
}

function parseLine(raw: string): LogLine {
  try {
    const fields: unknown = JSON.parse(raw);
    return { raw, fields: typeof fields === "object" ? fields as LogLine["fields"] : undefined };
  } catch {
    return { raw, fields: undefined };
  }
}

/** Whether a line is about a plugin. */
export function concerns({ fields, raw }: LogLine, id: string): boolean {
  if (fields === undefined) return raw.includes(id);
  if (fields["plugin_id"] !== undefined) return fields["plugin_id"] === id;
  // The server names some only in its sentences; requests that have it in their path are no news.
  return fields["level"] !== "debug" && String(fields["msg"] ?? "").includes(id);
}

/**
 * The last lines about a plugin, at most `count`, oldest first, and all lines that were read for it.
 * Asks for more of the log until there are enough, or no more.
 *
 * @throws {ServerError}
 */
export async function pluginLines(
  connection: ServerConnection,
  id: string,
  count: number,
): Promise<{ readonly found: readonly LogLine[]; readonly read: readonly LogLine[] }> {
  for (let size = 500;; size = Math.min(size * 5, MOST_LINES)) {
    const read = await lastLines(connection, size);
    const found = read.filter((line) => concerns(line, id));
    if (found.length >= count || read.length < size || size === MOST_LINES) {
      return { found: count === 0 ? [] : found.slice(-count), read };
    }
  }
}

/**
 * The lines that came after those of `before`. `missed` says that the log has moved on further than
 * the server gives at once, or was begun anew.
 *
 * @throws {ServerError}
 */
export async function newLines(
  connection: ServerConnection,
  before: readonly LogLine[],
): Promise<
  {
    readonly lines: readonly LogLine[];
    readonly missed: boolean;
    readonly read: readonly LogLine[];
  }
> {
  for (let size = 200;; size = Math.min(size * 5, MOST_LINES)) {
    const read = await lastLines(connection, size);
    if (before.length === 0) return { lines: read, missed: false, read };
    const start = continuation(before, read);
    if (start !== undefined) return { lines: read.slice(start), missed: false, read };
    if (read.length < size || size === MOST_LINES) return { lines: read, missed: true, read };
  }
}

/** Where in `after` what follows the lines of `before` begins; undefined if they are not there. */
export function continuation(
  before: readonly LogLine[],
  after: readonly LogLine[],
): number | undefined {
  // Both from the log's beginning: then nothing is open to doubt.
  if (before.every(({ raw }, at) => after[at]?.raw === raw)) return before.length;
  // The same line may stand there several times, a run of lines hardly.
  const run = Math.min(before.length, 20);
  for (let end = after.length; end >= run; end--) {
    let same = 0;
    while (same < run && after[end - 1 - same]?.raw === before[before.length - 1 - same]?.raw) {
      same++;
    }
    if (same === run) return end;
  }
  return undefined;
}

const FIRST = new Set(["timestamp", "level", "msg", "plugin_id", "caller"]);

/** A line as people read it: when, the level, what, and the other fields. */
export function formatLine(line: LogLine, paint: Paint): string {
  const { fields } = line;
  if (fields === undefined) return printable(line.raw);
  const text = (name: string) => printable(String(fields[name] ?? ""));
  const level = text("level");
  const others = Object.entries(fields).filter(([name]) => !FIRST.has(name)).flatMap(apart);
  const rest = others.map(([name, value]) => {
    const bare = typeof value === "string" && /^[^\s"=]+$/.test(value);
    return paint.dim(`${printable(name)}=`) + printable(bare ? value : JSON.stringify(value));
  });
  return [
    paint.dim(text("timestamp")),
    colourOf(level, paint)(level.padEnd(5)),
    text("msg"),
    ...rest,
  ].filter((part) => part !== "").join(" ");
}

/** A word, or one in quotes, with its name: what a plugin's process wrote. */
const JOINED = /([^\s"=]+)=([^\s"]+|"(?:[^"\\]|\\.)*") /gy;

/** What a server puts behind all of them. */
const JOINED_TIME = /timestamp\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d{4})$/;

/** The fields of a plugin's own line, which a server joins, in any order, to one. */
function apart(field: [string, unknown]): [string, unknown][] {
  const [name, value] = field;
  if (name !== "wrapped_extras" || typeof value !== "string" || !JOINED_TIME.test(value)) {
    return [field];
  }
  const text = value.replace(JOINED_TIME, "");
  const found = [...text.matchAll(JOINED)];
  // Go-plugin's own lines are in none of these forms.
  if (found.reduce((length, [whole]) => length + whole.length, 0) !== text.length) return [field];
  try {
    return found
      .map(([, name = "", word = ""]): [string, unknown] => [
        name,
        word.startsWith('"') ? JSON.parse(word) : word,
      ])
      .sort(([one], [other]) => one < other ? -1 : 1);
  } catch {
    // A plugin can write what only looks like our words.
    return [field];
  }
}

function colourOf(level: string, paint: Paint): (text: string) => string {
  if (level === "error" || level === "critical" || level === "fatal") return paint.red;
  if (level === "warn") return paint.yellow;
  return level === "debug" ? paint.dim : paint.green;
}
