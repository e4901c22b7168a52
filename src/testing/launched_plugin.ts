/**
 * A plugin's bundle as a stock Mattermost server runs it: its launcher is executed, and what it and
 * the server say to each other goes over net/rpc.
 *
 * @module
 */
import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import { BUNDLE_LAYOUT } from "../bundle/bundle_layout.ts";
import { DENO_PATH_VARIABLE } from "../bundle/launcher_posix.ts";
import type { Manifest } from "../contract/mod.ts";
import { createPluginAPIHandler } from "../host/api_handler.ts";
import { lines } from "../host/lines.ts";
import { PLUGIN_COOKIE } from "../host/plugin_cookie.ts";
import { type HostLog, type LogSink, parseLogLine } from "../host/plugin_log.ts";
import { connectNetrpcPlugin } from "../netrpc/host/connect_plugin.ts";
import { separateFields } from "./joined_fields.ts";
import { activatePlugin, type StartedPlugin } from "./started_plugin.ts";

/** What is launched, and who hears of it. */
export interface LaunchOptions {
  readonly manifest: Manifest;
  /** The bundle's folder. */
  readonly folder: string;
  readonly api: PluginAPIHandlers;
  readonly hostLog: HostLog;
  readonly sink: LogSink;
}

/** Milliseconds that a plugin has to end by itself. */
const patienceMs = 5000;

/**
 * Starts a bundle by its launcher.
 *
 * @throws {Error} when it does not shake hands
 * @throws {PluginAPIError} with what `onActivate` threw
 */
export async function launchPlugin(options: LaunchOptions): Promise<StartedPlugin> {
  const { manifest, folder, hostLog, sink } = options;
  const child = new Deno.Command(`${folder}/${BUNDLE_LAYOUT.launcher}`, {
    env: { MATTERMOST_PLUGIN: PLUGIN_COOKIE, [DENO_PATH_VARIABLE]: Deno.execPath() },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const logged = (async () => {
    for await (const line of lines(child.stderr)) {
      sink(separateFields(parseLogLine(manifest.id, line, Date.now())));
    }
  })();
  const end = async () => {
    const timer = setTimeout(() => child.kill("SIGKILL"), patienceMs);
    await child.status;
    clearTimeout(timer);
    await logged;
  };
  const stdout = lines(child.stdout);
  let path: string;
  try {
    path = socketIn((await stdout.next()).value);
  } catch (error) {
    child.kill("SIGTERM");
    await end();
    throw error;
  }
  // Nothing else comes, but the pipe must not fill up.
  const rest = (async () => {
    for await (const _line of stdout);
  })();
  const connection = await Deno.connect({ transport: "unix", path });
  const transport = await connectNetrpcPlugin(connection, {
    api: createPluginAPIHandler(options.api, { pluginId: manifest.id, log: sink }),
    onError: (what) => hostLog("error", what),
  });
  const close = async () => {
    await transport.close();
    await end();
    await rest;
  };
  try {
    return await activatePlugin({ manifest, transport, log: hostLog, close });
  } catch (error) {
    await close();
    throw error;
  }
}

function socketIn(handshake: string | void): string {
  const [, path] = /^1\|1\|unix\|(.+)\|netrpc$/.exec(handshake ?? "") ?? [];
  if (path !== undefined) return path;
  throw new Error(
    handshake === undefined
      ? "The plugin's process has ended without a handshake; the log says why."
      : `The plugin's process began with ${JSON.stringify(handshake)} instead of a handshake.`,
  );
}
