import { checkPermissions } from "../bundle/check_permissions.ts";
import { completePermissions } from "../bundle/permissions.ts";
import { type UndonePermission, undonePermissions, undoneWarning } from "../bundle/undo_sandbox.ts";
import type { Command } from "./command.ts";
import type { CommandIO } from "./command_io.ts";
import { readRecord, recordFile } from "./server/deployed_record.ts";
import { type InstalledPlugin, listPlugins, runsUnderDeno } from "./server/plugins.ts";
import { printable } from "./printable.ts";
import { SERVER_DESCRIPTION, SERVER_OPTIONS, withServer } from "./server/with_server.ts";
import { UsageError } from "./usage_error.ts";

/** `list`: the plugins of a server. */
export const listCommand: Command = {
  name: "list",
  summary: "List the plugins that are installed on a server",
  usage: "[options]",
  description: SERVER_DESCRIPTION,
  options: [{ name: "json", help: "Write JSON, for scripts" }, ...SERVER_OPTIONS],
  words: "none",
  examples: [{ words: "--json", help: "For a script" }],
  async run(args, io) {
    if (args.words.length > 0) throw new UsageError("list takes no words");
    return await withServer(args, io, async ({ connection, io }) => {
      const plugins = await listPlugins(connection);
      const undone = await Promise.all(plugins.map((it) => undoneOf(it, connection.server, io)));
      if (args.flag("json")) {
        const rows = plugins.map((plugin, index) => ({
          ...describe(plugin),
          undone: undone[index]?.map(({ permission }) => permission) ?? null,
        }));
        io.out(JSON.stringify(rows, null, 2));
        return 0;
      }
      for (const [index, { id, version }] of plugins.entries()) {
        for (const it of undone[index] ?? []) {
          const text = printable(`${id} ${version}: ${undoneWarning(it)}`);
          io.err(`${io.paint.yellow("warning")}: ${text}`);
        }
      }
      if (plugins.length === 0) io.err(`there are no plugins on ${connection.server}`);
      const rows = plugins.map((plugin) => {
        const { id, version, state, runtime, error } = describe(plugin);
        return [id, version, state, runtime === "deno" ? "deno" : "", printable(error)];
      });
      const table = rows.length === 0
        ? []
        : [["ID", "VERSION", "STATE", "RUNTIME", "ERROR"], ...rows];
      for (const [index, line] of columns(table).entries()) {
        io.out(index === 0 ? io.paint.bold(line) : line);
      }
      return 0;
    });
  },
};

/**
 * The permissions of a plugin that undo the sandbox; undefined if its permissions are not known: from
 * the server, or from the last deployment from here, since a stock server does not keep them.
 */
async function undoneOf(
  { id, version, manifest }: InstalledPlugin,
  server: string,
  io: CommandIO,
): Promise<readonly UndonePermission[] | undefined> {
  const record = await readRecord(recordFile(io.env), server, id);
  const known = manifest.server?.permissions ??
    (record?.version === version ? record.permissions : undefined);
  if (known === undefined) return undefined;
  try {
    return undonePermissions(completePermissions(checkPermissions(known, (_path, reason) => {
      throw new TypeError(reason);
    })));
  } catch (error) {
    // What cannot be meant is not known.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function describe(plugin: InstalledPlugin): {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly state: string;
  readonly error: string;
  readonly runtime: "deno" | null;
} {
  const { id, version, state, error, manifest } = plugin;
  const runtime = runsUnderDeno(manifest) ? "deno" : null;
  return { id, name: manifest.name ?? "", version, state, error, runtime };
}

function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0))
  );
  return rows.map((row) =>
    row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd()
  );
}
