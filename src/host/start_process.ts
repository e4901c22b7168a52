/** Starting any program that speaks the gRPC plugin protocol. @module */

import { PLUGIN_COOKIE } from "./plugin_cookie.ts";
import type { HostOptions } from "./plugin_options.ts";
import { type RunningPlugin, runPlugin } from "./running_plugin.ts";

/** How to start a program as a plugin. */
export interface StartProcessOptions extends HostOptions {
  /** What the plugin is called in the log, in errors and to the API: its id. */
  readonly id: string;
  /** The program's path, or its name in `PATH`. */
  readonly command: string;
  /** Its arguments. */
  readonly args?: readonly string[] | undefined;
  /**
   * Variables for its environment. It gets these, go-plugin's own and, from the host's, `PATH`,
   * `LANG`, `LC_ALL`, `TZ` and `TMPDIR`, but nothing else.
   */
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** Its working directory. Default: the host's. */
  readonly cwd?: string | undefined;
  /** How the API is served: `tcp` for programs that cannot use unix sockets. Default: `unix`. */
  readonly apiListen?: "unix" | "tcp" | undefined;
  /**
   * Whether the host calls `OnConfigurationChange` before `OnActivate`. Plugins made with this
   * package and Go plugins do that themselves; say `false` for them. Default: true.
   */
  readonly configurationFirst?: boolean | undefined;
}

const INHERITED = ["PATH", "LANG", "LC_ALL", "TZ", "TMPDIR"];

/**
 * Starts a program as a Mattermost plugin: in any language, as long as it speaks go-plugin's
 * handshake and the gRPC plugin protocol. It runs with all of the host's rights; for plugins in a
 * sandbox use `startPlugin`.
 *
 * @throws {HostError} when it does not start, does not shake hands or fails in its activation
 *
 * @example A plugin in Python
 * ```ts
 * import { startProcess } from "@mattermost-deno/plugin/host";
 *
 * await using plugin = await startProcess({
 *   id: "com.example.python",
 *   command: "python3",
 *   args: ["plugin.py"],
 *   api: { getServerVersion: () => "10.11.0" },
 * });
 * console.log(plugin.implemented);
 * ```
 */
export function startProcess(options: StartProcessOptions): Promise<RunningPlugin> {
  const inherited: Record<string, string> = {};
  for (const name of INHERITED) {
    const value = Deno.env.get(name);
    if (value !== undefined) inherited[name] = value;
  }
  return runPlugin({
    plugin: options.id,
    apiListen: options.apiListen ?? "unix",
    confined: false,
    configurationFirst: options.configurationFirst ?? true,
    command: ({ socketFolder, apiTarget }) => ({
      command: options.command,
      args: options.args ?? [],
      cwd: options.cwd,
      env: {
        ...inherited,
        MATTERMOST_PLUGIN: PLUGIN_COOKIE,
        MATTERMOST_PLUGIN_API_TARGET: apiTarget,
        MATTERMOST_PLUGIN_ID: options.id,
        PLUGIN_PROTOCOL_VERSIONS: "1",
        PLUGIN_MIN_PORT: "10000",
        PLUGIN_MAX_PORT: "25000",
        PLUGIN_UNIX_SOCKET_DIR: socketFolder,
        // Its output goes to a log; the plugin's own variables may say otherwise.
        NO_COLOR: "1",
        ...options.env,
      },
    }),
  }, options);
}
