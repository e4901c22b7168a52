import type { Command } from "./command.ts";
import { type InstalledPlugin, listPlugins, runsUnderDeno } from "./server/plugins.ts";
import { printable } from "./server/printable.ts";
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
      if (args.flag("json")) {
        io.out(JSON.stringify(plugins.map(describe), null, 2));
        return 0;
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
