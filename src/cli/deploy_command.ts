import { compareVersions } from "../bundle/compare_versions.ts";
import { formatBytes } from "./format_bytes.ts";
import type { Command, CommandArgs } from "./command.ts";
import type { CommandIO } from "./command_io.ts";
import { untriedVersion } from "./server/check_server.ts";
import { confirmUndone } from "./server/confirm_undone.ts";
import { readRecord, recordFile, writeRecord } from "./server/deployed_record.ts";
import { describeChanges, describePlugin, settingKeys } from "./server/describe_plugin.ts";
import { type DeployStage, stateAfterInterruption } from "./server/interruption.ts";
import { openPluginArchive, type PluginArchive } from "./server/plugin_archive.ts";
import { type PluginUses, pluginUses } from "./server/plugin_uses.ts";
import { markLog } from "./server/plugin_log.ts";
import { findPlugin } from "./server/plugins.ts";
import { printable, printableLine } from "./printable.ts";
import { ServerError } from "./server/server_error.ts";
import { checkUpload, readSettings, type ServerSettings } from "./server/settings.ts";
import { uploadPlugin, type UploadProgress } from "./server/upload.ts";
import {
  oneWord,
  SERVER_DESCRIPTION,
  SERVER_OPTIONS,
  type ServerWork,
  withServer,
} from "./server/with_server.ts";
import { enablePlugin } from "./switch_commands.ts";
import { UNDO_OPTION } from "./undo_option.ts";
import { UsageError } from "./usage_error.ts";

/** `deploy`: brings a bundle onto a server, and does not rest until it runs or says why not. */
export const deployCommand: Command = {
  name: "deploy",
  summary: "Upload a bundle to a server, enable it, and wait until it runs",
  usage: "[options] <bundle folder or .tar.gz>",
  description:
    `Shows what the plugin may do and what changes on the server, and asks before anything is sent.\n` +
    SERVER_DESCRIPTION,
  options: [
    {
      name: "yes",
      short: "y",
      help: "Do not ask, except for permissions that undo the sandbox: --undo-sandbox names those",
    },
    {
      name: "any-launcher",
      help:
        "Deploy what is no bundle, or one whose launcher or files were changed after bundling; a " +
        "launcher runs on the server without any sandbox",
    },
    UNDO_OPTION,
    { name: "json", help: "Write what was deployed as JSON, for scripts" },
    ...SERVER_OPTIONS,
  ],
  examples: [{ words: "dist/com.example.hello", help: "Deploy a bundle's folder" }, {
    words: "--yes dist/com.example.hello-1.0.0.tar.gz",
    help: "In a script",
  }],
  async run(args, io) {
    const path = oneWord(args, "deploy", "a bundle's folder or .tar.gz");
    if (!args.flag("yes") && !io.isTerminal) {
      throw new UsageError("nobody is there to be asked; look at the bundle, and add --yes");
    }
    let connected = false;
    try {
      const archive = await openArchive(path, args, io);
      if (!await confirmUndone(archive, args, io)) return 1;
      return await withServer(args, io, (work) => {
        connected = true;
        return deploy(work, archive, !args.flag("yes"), args.flag("json"));
      });
    } catch (error) {
      if (io.signal.aborted && !connected) io.err("Nothing was changed on any server.");
      throw error;
    }
  },
};

/** Reads and checks what is to be deployed. */
async function openArchive(
  path: string,
  args: CommandArgs,
  io: CommandIO,
): Promise<PluginArchive> {
  using _progress = io.progress(`Checking ${path}`);
  const archive = await openPluginArchive(path, io.signal);
  if (archive.problems.length === 0 || args.flag("any-launcher")) return archive;
  throw new TypeError(
    `${path} is not as bundling makes it:\n${
      archive.problems.map((reason) => `  ${reason}\n`).join("")
    }Bundle the plugin again. If you know who changed it and why, --any-launcher deploys it ` +
      "all the same",
  );
}

/**
 * Shows what a plugin may do and what changes, asks if it is to, and brings it onto the server. Gives
 * the exit code.
 *
 * @throws {ServerError} if the server does not take it
 */
export async function deploy(
  work: ServerWork,
  archive: PluginArchive,
  ask: boolean,
  json: boolean,
): Promise<number> {
  const { connection, io } = work;
  let uses: PluginUses | undefined;
  try {
    checkServerVersion(archive, work);
    const settings = await settingsIfReadable(work);
    if (settings !== undefined) checkUpload(settings, archive.bytes.length, connection.server);
    uses = await usesOf(archive, io.signal);
    await show(work, archive, uses);
    if (ask && !await io.confirm("Deploy it?", false)) {
      io.err("Nothing was changed.");
      return 1;
    }
    io.signal.throwIfAborted();
  } catch (error) {
    if (io.signal.aborted) io.err(`Nothing was changed on ${connection.server}.`);
    throw error;
  }
  return await installArchive(work, archive, json, uses);
}

/** Shows what a plugin may do, and what changes on the server. */
async function show(
  { connection, io }: ServerWork,
  archive: PluginArchive,
  uses: PluginUses | undefined,
): Promise<void> {
  const { manifest: { id }, problems, warnings } = archive;
  const installed = await findPlugin(connection, id);
  const record = await readRecord(recordFile(io.env), connection.server, id);
  for (const line of describePlugin(archive, uses)) io.err(printableLine(line));
  io.err(`  on ${connection.server}, Mattermost ${connection.version || "of an unknown version"}:`);
  const changes = installed === undefined
    ? ["is not installed there yet"]
    : describeChanges(archive, uses, installed, record);
  for (const line of changes) io.err(`    ${printableLine(line)}`);
  const untried = untriedVersion(connection);
  const texts = [...problems, ...warnings, ...untried === undefined ? [] : [untried]];
  for (const text of texts) io.err(`${io.paint.yellow("warning")}: ${printable(text)}`);
}

async function usesOf(
  { plan, code, manifest }: PluginArchive,
  signal: AbortSignal,
): Promise<PluginUses | undefined> {
  return plan === undefined || code === undefined
    ? undefined
    : await pluginUses(code, manifest.id, signal);
}

/**
 * Brings a plugin onto the server without a question, and waits until it runs. Gives the exit code.
 * After Ctrl-C it says what the server has.
 *
 * @throws {ServerError} if the server does not take it
 */
export async function installArchive(
  work: ServerWork,
  archive: PluginArchive,
  json: boolean,
  uses?: PluginUses,
): Promise<number> {
  const { connection, io } = work;
  const { manifest, plan } = archive;
  let stage: DeployStage = {
    at: "uploading",
    progress: { sent: 0, total: archive.bytes.length },
  };
  try {
    const mark = await markLog(connection);
    await upload(work, archive, (progress) => stage = { at: "uploading", progress });
    stage = { at: "installed" };
    if (plan !== undefined) {
      await writeRecord(recordFile(io.env), connection.server, manifest.id, {
        version: manifest.version,
        permissions: plan.permissions,
        settings: settingKeys(manifest),
        ...uses === undefined ? {} : { uses },
      });
    }
    io.err(`${manifest.id} ${manifest.version} is installed on ${connection.server}`);
    const quiet = json ? { ...io, out: () => {} } : io;
    const code = await enablePlugin({ ...work, io: quiet }, manifest.id, {
      version: manifest.version,
      mark,
    });
    if (json) {
      const { id, version } = manifest;
      io.out(JSON.stringify({ id, version, server: connection.server, running: code === 0 }));
    }
    return code;
  } catch (error) {
    if (io.signal.aborted) io.err(await stateAfterInterruption(connection, manifest, stage));
    throw error;
  }
}

function checkServerVersion({ manifest }: PluginArchive, { connection }: ServerWork): void {
  const least = manifest.min_server_version;
  if (!least || connection.version === "") return;
  if (compareVersions(connection.version, least) >= 0) return;
  throw new ServerError(
    "settings",
    `${manifest.id} ${manifest.version} needs Mattermost ${least} or newer, and ${connection.server} is ` +
      `${connection.version}: update the server, or lower min_server_version and use only what ` +
      `${connection.version} has`,
  );
}

/** The settings that an upload depends on; an account that may upload may not be let to read them. */
async function settingsIfReadable({ connection }: ServerWork): Promise<ServerSettings | undefined> {
  try {
    return await readSettings(connection);
  } catch (error) {
    if (error instanceof ServerError && error.problem === "permission") return undefined;
    throw error;
  }
}

async function upload(
  { connection, io, timeoutMs }: ServerWork,
  archive: PluginArchive,
  onProgress: (progress: UploadProgress) => void,
): Promise<void> {
  using progress = io.progress(`Uploading ${formatBytes(archive.bytes.length)}`);
  await uploadPlugin(connection, archive.bytes, {
    signal: io.signal,
    stallMs: timeoutMs,
    onProgress(now) {
      onProgress(now);
      const percent = Math.floor(100 * now.sent / now.total);
      progress.update(
        now.sent < now.total
          ? `Uploading ${formatBytes(now.total)}: ${percent} %`
          : "Waiting until the server has installed it",
      );
    },
  });
}
