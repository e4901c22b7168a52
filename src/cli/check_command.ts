import { checkBundle } from "../bundle/check_bundle.ts";
import { checkPlugin } from "../bundle/check_plugin.ts";
import { BUNDLE_LAYOUT } from "../bundle/bundle_layout.ts";
import type { Finding } from "../bundle/manifest_findings.ts";
import { dirname, join } from "../bundle/paths.ts";
import type { Command, CommandArgs } from "./command.ts";
import type { CommandIO } from "./command_io.ts";
import { namedPermissions, UNDO_OPTION } from "./undo_option.ts";
import { printable } from "./printable.ts";
import { UsageError } from "./usage_error.ts";

/** What was checked, and what was found. */
interface Checked {
  /** Its id and version, or where it is. */
  readonly title: string;
  readonly findings: readonly Finding[];
}

/** `check`: finds what is wrong with a plugin or a bundle, all of it in one run. */
export const checkCommand: Command = {
  name: "check",
  summary: "Find what is wrong with a plugin or a bundle, all of it in one run",
  usage: "[options] [folder or file]",
  description: `
In a plugin's folder, or of its plugin.ts: the manifest, and whether it agrees with the plugin:
settings, files, permissions, and the API methods and hooks that its oldest server must have. What
the plugin uses is found in the code that would be bundled, libraries included, and named by file,
line and column. The plugin is loaded for that without any permission, and not started.

Of a bundle, a folder or a .tar.gz: the same of its manifest and its plugin.js, and the launcher
byte for byte, the checksums of all files, and whether manifest and launch.json ask for the same.

The exit code is 1 if there is an error. Warnings and hints are no errors.`,
  options: [
    {
      name: "manifest",
      value: "path",
      help: "plugin.json, plugin.yaml or plugin.yml, or the folder that holds it. Default: the " +
        "folder",
    },
    UNDO_OPTION,
    { name: "json", help: "Print what was found as JSON" },
  ],
  examples: [
    { words: "", help: "The plugin in this folder" },
    { words: "dist/com.example.hello", help: "A bundle" },
  ],
  async run(args, io) {
    if (args.words.length > 1) {
      throw new UsageError(`check takes one folder or file, and got ${args.words.length}`);
    }
    const { title, findings } = await check(args.words[0] ?? ".", args, io);
    const count = (severity: string) => findings.filter((it) => it.severity === severity).length;
    const counts = {
      errors: count("error"),
      warnings: count("warning"),
      hints: count("hint"),
    };
    if (args.flag("json")) {
      io.out(JSON.stringify({ checked: title, ...counts, findings }, null, 2));
    } else {
      for (const finding of findings) io.out(formatFinding(finding, io));
      io.out(`${title}: ${formatCounts(counts)}`);
    }
    return counts.errors > 0 ? 1 : 0;
  },
};

async function check(path: string, args: CommandArgs, io: CommandIO): Promise<Checked> {
  const undoSandbox = namedPermissions(args);
  const info = await Deno.stat(path).catch(() => undefined);
  if (info === undefined) throw new UsageError(`${path}: there is no such file or folder`);
  if (isArchive(path) || (info.isDirectory && await isBundle(path))) {
    if (args.text("manifest") !== undefined) {
      throw new UsageError("--manifest says nothing of a bundle, which has its own");
    }
    using _ = io.progress(`checking ${path}`);
    const { title, findings } = await checkBundle(path, undoSandbox, io.signal);
    return { title: title ?? path, findings };
  }
  const isManifest = /(?:^|\/)plugin\.(?:json|ya?ml)$/.test(path);
  const place = args.text("manifest") ?? (info.isDirectory || isManifest ? path : dirname(path));
  using _ = io.progress(`checking ${path}`);
  const entry = info.isDirectory || isManifest ? undefined : path;
  const report = await checkPlugin(place, entry, undoSandbox);
  return { title: report.title ?? report.manifestFile, findings: report.findings };
}

function isArchive(path: string): boolean {
  return /\.(?:tar\.gz|tgz)$/.test(path);
}

async function isBundle(folder: string): Promise<boolean> {
  for (const part of [BUNDLE_LAYOUT.plan, BUNDLE_LAYOUT.launcher, BUNDLE_LAYOUT.checksums]) {
    const info = await Deno.lstat(join(folder, part)).catch(() => undefined);
    if (info?.isFile) return true;
  }
  return false;
}

function formatFinding({ severity, file, line, column, path, reason }: Finding, io: CommandIO) {
  const { paint } = io;
  const colour = { error: paint.red, warning: paint.yellow, hint: paint.cyan }[severity];
  const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
  const value = path === undefined || path === "" ? "" : ` ${paint.bold(printable(path))}:`;
  return `${printable(place)}: ${colour(severity)}:${value} ${printable(reason)}`;
}

function formatCounts(counts: Readonly<Record<string, number>>): string {
  const said = Object.entries(counts).filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} ${count === 1 ? name.slice(0, -1) : name}`);
  return said.length === 0 ? "nothing is wrong" : said.join(", ");
}
