/** Whether a plugin could be started on a server, by what can be seen from elsewhere. @module */
import { DENO_PATH_VARIABLE } from "../../bundle/mod.ts";
import type { Finding } from "./check_server.ts";
import type { ServerConnection } from "./connect.ts";
import type { LogLine } from "./log_lines.ts";
import type { PluginArchive } from "./plugin_archive.ts";
import { type InstalledPlugin, runsUnderDeno } from "./plugins.ts";

const about = "shell";

const SELF_CONTAINED = "deploy a self-contained bundle there, which needs neither shell nor Deno";

/** What is known of a server, beside its settings. */
export interface KnownServer {
  readonly connection: ServerConnection;
  readonly plugins: readonly InstalledPlugin[];
  /** The end of its log. */
  readonly lines: readonly LogLine[];
}

/** Whether the launcher of a bundle, or of any, could run there, and would find Deno. */
export async function checkLaunch(
  { connection, plugins, lines }: KnownServer,
  archive: PluginArchive | undefined,
): Promise<Finding> {
  const runs = plugins.find(({ state, manifest }) =>
    state === "running" && runsUnderDeno(manifest) && manifest.server?.executable !== undefined
  );
  const selfContained = archive?.selfContained ?? [];
  const launchers = archive?.launchers ?? [];
  if (selfContained.length > 0) {
    const text =
      `the bundle brings what it needs for ${selfContained.join(", ")}: neither a shell ` +
      "nor Deno has to be there";
    return { about, verdict: "fine", text };
  }
  if (runs !== undefined) {
    return { about, verdict: "fine", text: `${runs.id} runs there, so Deno is found` };
  }
  const withoutDeno = lines.findLast(({ raw }) =>
    /needs Deno [\d.]+ or newer and there is none/.test(raw)
  );
  if (withoutDeno !== undefined) {
    const text = `a launcher found no Deno there (${timeOf(withoutDeno)}): install Deno, or set ` +
      `${DENO_PATH_VARIABLE} in the server's environment, or ${SELF_CONTAINED}`;
    return { about, verdict: "warning", text };
  }
  if (launchers.length > 0) {
    const text = `the bundle brings native launchers for ${launchers.join(", ")}, which need no ` +
      "shell; it cannot be told from here whether Deno is there, which official images lack: the " +
      `server's log says so if it is not. Then install it, or ${SELF_CONTAINED}`;
    return { about, verdict: "warning", text };
  }
  return await checkShell(connection, lines);
}

/** What is known of a shell, which a bundle without native launchers needs. */
async function checkShell(
  connection: ServerConnection,
  lines: readonly LogLine[],
): Promise<Finding> {
  const advice = `deploy a bundle with native launchers there, which needs no shell, or ` +
    "a self-contained one, which needs no Deno either";
  const failed = lines.findLast(({ raw }) =>
    /fork\/exec [^"\n]*\/server\/launch[^:\n]*: no such file or directory/.test(raw)
  );
  if (failed !== undefined) {
    const text = `the server could not execute a launcher (${timeOf(failed)}), so there was no ` +
      `/bin/sh: ${advice}`;
    return { about, verdict: "warning", text };
  }
  if (connection.kind === "socket") {
    // Whoever reaches the socket sees the server's machine, or is in its container.
    const shell = await Deno.stat("/bin/sh").then(() => true, () => false);
    return shell
      ? { about, verdict: "fine", text: "there is a /bin/sh on the server's machine" }
      : {
        about,
        verdict: "problem",
        text: `there is no /bin/sh on the server's machine: ${advice}`,
      };
  }
  return {
    about,
    verdict: "warning",
    text: "it cannot be told from here whether the server has Deno, which a bundle that is not " +
      "self-contained needs, and /bin/sh, which one without native launchers needs; official " +
      `images have neither. Install Deno there, or set ${DENO_PATH_VARIABLE} in the server's ` +
      `environment, or ${SELF_CONTAINED}`,
  };
}

function timeOf({ fields }: LogLine): string {
  return String(fields?.["timestamp"] ?? "its log says");
}
