import { createHash } from "node:crypto";
import { DEFAULT_UPLOAD_LIMIT } from "../bundle/archive/limits.ts";
import { packBundle } from "../bundle/archive/pack_bundle.ts";
import { draftFile, explainFullDisk } from "../bundle/archive/write_whole_file.ts";
import { DENORT_VARIABLE } from "../bundle/compiled/base_program.ts";
import { compiledPlatform } from "../bundle/compiled/compiled_path.ts";
import {
  BUNDLE_PLATFORMS,
  type BundlePlatform,
  bundlePlugin,
  type CompiledPlugin,
} from "../bundle/mod.ts";
import { readManifest } from "../bundle/manifest.ts";
import { dirname, join, resolve } from "../bundle/paths.ts";
import type { PluginPermissions } from "../bundle/permissions.ts";
import { SIGNATURE_ENDING, signBundle } from "../bundle/signature.ts";
import type { Command, CommandArgs } from "./command.ts";
import type { CommandIO } from "./command_io.ts";
import { pluginFile } from "./plugin_file.ts";
import { printPermissions } from "./print_permissions.ts";
import { type BundleStart, proveBundle } from "./prove_bundle.ts";
import { formatBytes } from "./format_bytes.ts";
import { askedPermissions, UNDO_OPTION } from "./undo_option.ts";
import { UsageError } from "./usage_error.ts";

/** The environment variable with what unlocks a signing key. */
const PASSPHRASE_VARIABLE = "MM_SIGN_PASSPHRASE";

/** `bundle`: bundles the one plugin that is named, packs it, and shows that it starts. */
export const bundleCommand: Command = {
  name: "bundle",
  summary: "Turn a plugin and its manifest into a folder and a .tar.gz, and try that it starts",
  usage: "[options] <plugin.ts>",
  description: `The archive, <id>-<version>.tar.gz beside the folder, is what a server takes as an
upload. The same plugin gives the same bytes, wherever and whenever it is bundled.
Before it gets its name, it is unpacked into a temporary folder and started from
there over both protocols that servers speak, up to the point where a server would
activate the plugin. If that fails, there is no archive.`,
  options: [
    {
      name: "out",
      value: "folder",
      help: "The folder to write. Default: dist/<id of the plugin>",
    },
    {
      name: "manifest",
      value: "path",
      help: "plugin.json, plugin.yaml or plugin.yml, or the folder that holds it. Default: the " +
        "folder of the plugin's file",
    },
    {
      name: "self-contained",
      value: "platform",
      many: true,
      choices: Object.keys(BUNDLE_PLATFORMS),
      help:
        "Bring a native launcher and Deno for this platform, so that a server needs neither a " +
        "shell nor Deno; some 40 MiB each. May stand more than once",
    },
    {
      name: "native-launcher",
      value: "platform",
      many: true,
      choices: Object.keys(BUNDLE_PLATFORMS),
      help:
        "Bring the native launcher for this platform, too, which needs no shell and says what is " +
        "missing. Those for Linux are brought anyway; some 1.3 MiB each",
    },
    {
      name: "no-native-launcher",
      help: "Bring none, but the script alone: a server needs a shell and Deno",
    },
    {
      name: "launchers",
      value: "folder",
      help: "Where native launchers are, as linux-amd64/launch. Default: those that come with " +
        "this package; in a checkout of it they are built with Go",
    },
    {
      name: "deno-version",
      value: "version",
      help: "The Deno that a self-contained bundle brings. Default: the one that runs now",
    },
    {
      name: "compile",
      value: "platform",
      many: true,
      choices: Object.keys(BUNDLE_PLATFORMS),
      help:
        "Compile the plugin for this platform into one program, which needs no launcher, shell or " +
        "Deno; its sandbox is weaker, and what it lacks is printed. Needs Deno's denort, which Deno " +
        "fetches from dl.deno.land, and has been tried with a stand-in for that alone",
    },
    {
      name: "denort",
      value: "file",
      help: `The denort to compile with. Default: what ${DENORT_VARIABLE} names, or else Deno's`,
    },
    UNDO_OPTION,
    { name: "no-prove", help: "Leave out the start from the archive" },
    {
      name: "sign-key",
      value: "file",
      help: "Sign the archive with this armored OpenPGP private key, into <archive>.sig, as " +
        `Mattermost checks it. What unlocks it is asked for, or in ${PASSPHRASE_VARIABLE}`,
    },
    { name: "json", help: "Print what was written as JSON" },
  ],
  examples: [
    { words: "plugin.ts", help: "Write dist/<id> and dist/<id>-<version>.tar.gz" },
    { words: "plugin.ts --self-contained linux-x64", help: "Bring Deno for the official image" },
    { words: "plugin.ts --compile linux-x64", help: "Make one program; its sandbox is weaker" },
    { words: "plugin.ts --sign-key release.asc", help: "Sign the archive, too" },
  ],
  async run(args, io) {
    const [entry, ...more] = args.words;
    if (entry === undefined) throw new UsageError("bundle needs the plugin's file");
    if (more.length > 0) {
      throw new UsageError(`bundle takes one plugin's file, and got ${args.words.length}`);
    }
    const withoutLaunchers = args.flag("no-native-launcher");
    const withLaunchers = [...args.texts("native-launcher"), ...args.texts("self-contained")];
    if (withoutLaunchers && withLaunchers.length > 0) {
      throw new UsageError(
        "--no-native-launcher leaves out what --native-launcher and --self-contained bring",
      );
    }
    if (withoutLaunchers && args.text("launchers") !== undefined) {
      throw new UsageError("--no-native-launcher brings none of those in --launchers");
    }
    if (args.text("deno-version") !== undefined && args.texts("self-contained").length === 0) {
      throw new UsageError("--deno-version says which Deno to bring, and needs --self-contained");
    }
    checkCompile(args);
    const keyFile = args.text("sign-key");
    const privateKey = keyFile === undefined ? undefined : await readKey(keyFile);
    await pluginFile(entry, "bundle");
    const manifest = args.text("manifest") ?? dirname(resolve(entry));
    const { id, version, server } = await readManifest(manifest);
    const undoSandbox = askedPermissions(args, server?.permissions);
    const outDir = args.text("out") ?? `dist/${id}`;
    using progress = io.progress("bundling");
    const bundle = await bundlePlugin({
      entry,
      manifest,
      outDir,
      selfContained: args.texts("self-contained") as readonly BundlePlatform[],
      nativeLaunchers: args.texts("native-launcher") as readonly BundlePlatform[],
      usualLaunchers: !withoutLaunchers,
      launcherFolder: args.text("launchers"),
      denoVersion: args.text("deno-version"),
      compiled: args.texts("compile") as readonly BundlePlatform[],
      denort: args.text("denort"),
      undoSandbox,
    }).catch((error) => {
      throw explainFullDisk(outDir, error);
    });
    io.signal.throwIfAborted();
    for (const warning of bundle.warnings) io.err(`${io.paint.yellow("warning")}: ${warning}`);

    progress.update("packing");
    const file = join(dirname(bundle.folder), `${id}-${version}.tar.gz`);
    await using draft = await packBundle({ folder: bundle.folder, id, file, signal: io.signal });
    const bytes = await Deno.readFile(draft.path);
    progress.update("starting it over both protocols");
    const starts = args.flag("no-prove") ? [] : await prove(draft.path, io);
    progress.update("signing");
    await using signature = privateKey === undefined ? undefined : await draftFile(
      file + SIGNATURE_ENDING,
      textChunks(await signBundle({ bytes, privateKey, passphrase: () => passphrase(io) })),
      io.signal,
    );
    // An older signature is none of this archive.
    await Deno.remove(file + SIGNATURE_ENDING).catch(ignoreMissing);
    await draft.keep();
    await signature?.keep();

    const report = {
      id,
      version,
      folder: bundle.folder,
      archive: file,
      bytes: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      signature: signature === undefined ? undefined : file + SIGNATURE_ENDING,
      fitsUpload: bytes.length <= DEFAULT_UPLOAD_LIMIT,
      starts,
      compiled: bundle.compiled,
      warnings: bundle.warnings,
    };
    if (args.flag("json")) io.out(JSON.stringify(report, null, 2));
    else print(report, bundle.plan.permissions, io);
    if (!report.fitsUpload) io.err(`${io.paint.yellow("warning")}: ${tooLarge(bytes.length)}`);
    return 0;
  },
};

interface Report {
  readonly id: string;
  readonly version: string;
  readonly folder: string;
  readonly archive: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly signature: string | undefined;
  readonly starts: readonly BundleStart[];
  readonly compiled: readonly CompiledPlugin[];
}

function print(report: Report, permissions: PluginPermissions, io: CommandIO): void {
  io.out(`${report.id} ${report.version}: ${report.folder}`);
  printPermissions(permissions, io);
  io.out(`${report.archive}`);
  io.out(
    `  ${formatBytes(report.bytes)} of the ${
      formatBytes(DEFAULT_UPLOAD_LIMIT)
    } that a server takes by default`,
  );
  io.out(`  SHA-256 ${report.sha256}`);
  for (const { protocol, program, ms, hooks } of report.starts) {
    const by = compiledPlatform(program) === undefined ? "" : `, compiled,`;
    io.out(`  starts${by} over ${protocol} in ${Math.round(ms)} ms; hooks: ${hooks.join(", ")}`);
  }
  for (const one of report.compiled) printCompiled(one, report.starts, io);
  if (report.signature !== undefined) io.out(report.signature);
}

/** Prints what a compiled plugin's sandbox lacks, a line each. */
function printCompiled(
  { platform, path, bytes, weaker, other }: CompiledPlugin,
  starts: readonly BundleStart[],
  io: CommandIO,
): void {
  const untried = starts.some(({ program }) => program === path) ? "" : ", not started here";
  io.out(`  compiled for ${platform}: ${path}, ${formatBytes(bytes)}${untried}`);
  for (const text of weaker) io.out(`    ${io.paint.yellow("weaker")}: ${text}`);
  for (const text of other) io.out(`    differs: ${text}`);
}

/** Refuses options that mean nothing together. */
function checkCompile(args: CommandArgs): void {
  const platforms = args.texts("compile");
  if (args.text("denort") !== undefined && platforms.length === 0) {
    throw new UsageError("--denort says what to compile with, and needs --compile");
  }
  const launched = [...args.texts("native-launcher"), ...args.texts("self-contained")];
  for (const platform of platforms) {
    if (!launched.includes(platform)) continue;
    throw new UsageError(
      `a server on ${platform} executes one program: --compile ${platform} takes the place of ` +
        "--self-contained and --native-launcher for it",
    );
  }
}

function tooLarge(size: number): string {
  return `the archive has ${formatBytes(size)}, and a server takes ${
    formatBytes(DEFAULT_UPLOAD_LIMIT)
  } unless its FileSettings.MaxFileSize says more`;
}

async function prove(archive: string, io: CommandIO): Promise<readonly BundleStart[]> {
  if (Deno.build.os === "windows") {
    io.err(
      "not started: the launcher is for Linux and macOS; start it there before you publish it",
    );
    return [];
  }
  try {
    return await proveBundle(archive, io.signal);
  } catch (error) {
    if (io.signal.aborted) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `the bundle does not start, so no archive was written (--no-prove writes it): ${reason}`,
      { cause: error },
    );
  }
}

async function readKey(file: string): Promise<string> {
  return await Deno.readTextFile(file).catch((cause) => {
    throw new Error(`the signing key ${file} cannot be read: ${cause.message}`, { cause });
  });
}

async function passphrase(io: CommandIO): Promise<string | undefined> {
  return io.env(PASSPHRASE_VARIABLE) ?? await io.secret("What unlocks the signing key");
}

async function* textChunks(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Deno.errors.NotFound)) throw error;
}
