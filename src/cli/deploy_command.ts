import { formatBytes } from "./format_bytes.ts";
import type { Command } from "./command.ts";
import { readRecord, recordFile, writeRecord } from "./server/deployed_record.ts";
import { compareVersions, describeChanges, describePlugin } from "./server/describe_plugin.ts";
import { openPluginArchive, type PluginArchive } from "./server/plugin_archive.ts";
import { pluginUses } from "./server/plugin_uses.ts";
import { markLog } from "./server/plugin_log.ts";
import { findPlugin } from "./server/plugins.ts";
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
    { name: "yes", short: "y", help: "Do not ask" },
    {
      name: "any-launcher",
      help:
        "Deploy a bundle whose launcher or files were changed after bundling; a launcher runs on the " +
        "server without any sandbox",
    },
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
    const archive = await openPluginArchive(path, io.signal);
    if (archive.suspicious.length > 0 && !args.flag("any-launcher")) {
      throw new TypeError(
        `${path} is not as bundling makes it:\n${
          archive.suspicious.map((reason) => `  ${reason}\n`).join("")
        }Bundle the plugin again. If you know who changed it and why, --any-launcher deploys it ` +
          "all the same",
      );
    }
    const ask = !args.flag("yes");
    return await withServer(args, io, (work) => deploy(work, archive, ask, args.flag("json")));
  },
};

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
  const { manifest } = archive;
  checkServerVersion(archive, work);
  const settings = await settingsIfReadable(work);
  if (settings !== undefined) checkUpload(settings, archive.bytes.length, connection.server);
  const installed = await findPlugin(connection, manifest.id);
  const record = await readRecord(recordFile(io.env), connection.server, manifest.id);

  const uses = archive.plan === undefined || archive.code === undefined
    ? undefined
    : await pluginUses(archive.code, manifest.id);
  for (const line of describePlugin(archive, uses)) io.err(line);
  io.err(`  on ${connection.server}, Mattermost ${connection.version || "of an unknown version"}:`);
  const changes = installed === undefined
    ? ["is not installed there yet"]
    : describeChanges(archive, installed, record);
  for (const line of changes) io.err(`    ${line}`);
  for (const reason of archive.suspicious) io.err(`${io.paint.yellow("warning")}: ${reason}`);
  if (ask && !await io.confirm("Deploy it?", false)) {
    io.err("Nothing was changed.");
    return 1;
  }

  return await installArchive(work, archive, json);
}

/**
 * Brings a plugin onto the server without a question, and waits until it runs. Gives the exit code.
 *
 * @throws {ServerError} if the server does not take it
 */
export async function installArchive(
  work: ServerWork,
  archive: PluginArchive,
  json: boolean,
): Promise<number> {
  const { connection, io } = work;
  const { manifest, plan } = archive;
  const mark = await markLog(connection);
  await upload(work, archive);
  if (plan !== undefined) {
    const { version, permissions } = plan;
    await writeRecord(recordFile(io.env), connection.server, manifest.id, { version, permissions });
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

async function upload(work: ServerWork, archive: PluginArchive): Promise<void> {
  const { connection, io, timeoutMs } = work;
  let last: UploadProgress = { sent: 0, total: archive.bytes.length };
  using progress = io.progress(`Uploading ${formatBytes(last.total)}`);
  try {
    await uploadPlugin(connection, archive.bytes, {
      signal: io.signal,
      stallMs: timeoutMs,
      onProgress(now) {
        last = now;
        const percent = Math.floor(100 * now.sent / now.total);
        progress.update(
          now.sent < now.total
            ? `Uploading ${formatBytes(now.total)}: ${percent} %`
            : "Waiting until the server has installed it",
        );
      },
    });
  } catch (error) {
    if (io.signal.aborted) {
      for (const line of await afterInterruption(work, archive, last)) io.err(line);
    }
    throw error;
  }
}

/** What Ctrl-C during an upload leaves, asked of the server itself. */
async function afterInterruption(
  { connection }: ServerWork,
  { manifest: { id, version } }: PluginArchive,
  { sent, total }: UploadProgress,
): Promise<string[]> {
  const lines = [
    sent < total
      ? `The upload was cut off after ${formatBytes(sent)} of ${formatBytes(total)}; the server ` +
        "installs nothing of it."
      : `The server may have got the whole upload of ${id} ${version}, and may still install it.`,
  ];
  try {
    const signal = new AbortController().signal;
    const plugin = await findPlugin(connection, id, { signal, timeoutMs: 3000 });
    lines.push(
      plugin === undefined
        ? `Now ${id} is not installed on ${connection.server}.`
        : `Now ${connection.server} has ${id} ${plugin.version}, ${plugin.state}.`,
    );
  } catch {
    lines.push(`${connection.server} does not say what it has now: \`list\` shows it.`);
  }
  return lines;
}
