import { formatBytes } from "../format_bytes.ts";
import { compareVersions } from "../../bundle/compare_versions.ts";
import { MINIMUM_DENO } from "../../bundle/mod.ts";
import { checkLaunch } from "./check_launch.ts";
import type { ServerConnection } from "./connect.ts";
import { lastLines } from "./log_lines.ts";
import type { PluginArchive } from "./plugin_archive.ts";
import { listPlugins } from "./plugins.ts";
import { isSocket, type ServerAccess } from "./server_access.ts";
import { ServerError } from "./server_error.ts";
import { readSettings, type ServerSettings, uploadProblems } from "./settings.ts";

/** One thing that was looked at. */
export interface Finding {
  /** What it is about, such as `server`. */
  readonly about: string;
  /** `problem`: a plugin would not run. `warning`: it may not, or it is not known. */
  readonly verdict: "fine" | "warning" | "problem";
  /** What is so, and for what is not fine, what to do. */
  readonly text: string;
}

/** The oldest server that plugins are tried on. */
export const OLDEST_TRIED_SERVER = "9.9.0";

/** Deno on this machine: what bundling and the plugins' tests need. */
export function checkDeno(version: string): Finding {
  if (compareVersions(version, MINIMUM_DENO) >= 0) {
    return { about: "deno", verdict: "fine", text: `Deno ${version} is here` };
  }
  return {
    about: "deno",
    verdict: "problem",
    text:
      `Deno ${version} is here and plugins need ${MINIMUM_DENO} or newer: run \`deno upgrade\`, ` +
      "here and on the server",
  };
}

/** Looks at a server that answers. @throws {ServerError} if it stops answering. */
export async function checkServer(
  connection: ServerConnection,
  archive: PluginArchive | undefined,
): Promise<Finding[]> {
  const findings = [checkVersion(connection, archive)];
  const admin = await orRefusal(() => listPlugins(connection));
  if (admin instanceof ServerError && admin.problem !== "settings") {
    return [...findings, { about: "account", verdict: "problem", text: admin.message }];
  }
  findings.push({
    about: "account",
    verdict: "fine",
    text: connection.kind === "socket"
      ? "the local socket has an administrator's rights"
      : "the account may manage plugins",
  });
  const settings = await orRefusal(() => readSettings(connection));
  findings.push(
    ...settings instanceof ServerError
      ? [{ about: "settings", verdict: "warning" as const, text: settings.message }]
      : checkSettings(settings, connection.server, archive),
  );
  const plugins = admin instanceof ServerError ? [] : admin;
  const lines = await orRefusal(() => lastLines(connection, 2000));
  findings.push(
    lines instanceof ServerError
      ? { about: "log", verdict: "warning", text: lines.message }
      : { about: "log", verdict: "fine", text: "the server's log can be read" },
    await checkLaunch(
      { connection, plugins, lines: lines instanceof ServerError ? [] : lines },
      archive,
    ),
  );
  return findings;
}

/** Whether there is a local socket here. */
export async function checkSocket(
  access: ServerAccess | undefined,
  path: string,
): Promise<Finding> {
  const about = "socket";
  if (access?.kind === "socket") return { about, verdict: "fine", text: `${access.path} is used` };
  return await isSocket(path)
    ? { about, verdict: "fine", text: `there is one at ${path}; --socket ${path} uses it` }
    : {
      about,
      verdict: "fine",
      text:
        `there is none at ${path}; a server makes one with ServiceSettings.EnableLocalMode, and ` +
        "then needs no token from its own machine",
    };
}

function checkVersion({ server, version }: ServerConnection, archive?: PluginArchive): Finding {
  const about = "server";
  if (version === "") {
    return { about, verdict: "warning", text: `${server} answers and does not tell its version` };
  }
  const is = `${server} answers: Mattermost ${version}`;
  const least = archive?.manifest.min_server_version;
  if (archive !== undefined && least && compareVersions(version, least) < 0) {
    const text = `${is}, and ${archive.manifest.id} needs ${least} or newer: update the server`;
    return { about, verdict: "problem", text };
  }
  const untried = untriedVersion({ server, version });
  return untried === undefined
    ? { about, verdict: "fine", text: is }
    : { about, verdict: "warning", text: untried };
}

/** What to know of a server that is older than those that plugins are tried on. */
export function untriedVersion(
  { server, version }: Pick<ServerConnection, "server" | "version">,
): string | undefined {
  if (version === "" || compareVersions(version, OLDEST_TRIED_SERVER) >= 0) return undefined;
  return `${server} answers: Mattermost ${version}, which is older than ${OLDEST_TRIED_SERVER}, the ` +
    "oldest that plugins in Deno are tried on: update the server, or try the plugin there well";
}

function checkSettings(
  settings: ServerSettings,
  server: string,
  archive: PluginArchive | undefined,
): Finding[] {
  const bytes = archive?.bytes.length ?? 0;
  const problems = uploadProblems(settings, bytes, server);
  if (problems.length > 0) {
    return problems.map((text) => ({ about: "uploads", verdict: "problem", text }));
  }
  const { maxFileSize: limit } = settings;
  const size = limit === undefined ? "" : `, up to ${formatBytes(limit)}`;
  const own = archive === undefined ? "" : `; the bundle has ${formatBytes(bytes)}`;
  return [{
    about: "uploads",
    verdict: "fine",
    text: `plugins are enabled and can be uploaded without a signature${size}${own}`,
  }];
}

/** The result, or why the server refused. Any other error is thrown. */
async function orRefusal<T>(ask: () => Promise<T>): Promise<T | ServerError> {
  try {
    return await ask();
  } catch (error) {
    const passing = ["unreachable", "timeout"];
    if (error instanceof ServerError && !passing.includes(error.problem)) return error;
    throw error;
  }
}
