/** A started plugin, as the host's users hold it. @module */

import { PluginHooks } from "../../gen/mattermost/pluginapi/v1/hooks_pb.ts";
import type { HookName, PluginHooksClient } from "../../gen/plugin_hooks.ts";
import { createPluginAPIHandler } from "./api_handler.ts";
import { configHandlers } from "./config_handlers.ts";
import { systemClock } from "./clock.ts";
import { createHookClients, type StrictHooksClient } from "./hook_client.ts";
import type { HostError } from "./host_error.ts";
import { type PluginFetchOptions, proxyRequest } from "./http_proxy.ts";
import { guarded, hostLog } from "./plugin_log.ts";
import type { HostOptions } from "./plugin_options.ts";
import { type RunOptions, startRun } from "./plugin_run.ts";
import type { PluginStatus } from "./plugin_status.ts";
import { sweepSocketFolders } from "./socket_folder.ts";
import { supervise } from "./supervisor.ts";

/**
 * A plugin that a host has started and keeps running.
 *
 * @example
 * ```ts
 * import { startPlugin } from "@mattermost-deno/plugin/host";
 *
 * await using plugin = await startPlugin({
 *   bundle: "dist/com.example.hello",
 *   api: { registerCommand() {} },
 * });
 * const { rejectionReason } = await plugin.hooks.messageWillBePosted({
 *   post: { message: "my password is hunter2" },
 * });
 * console.log(plugin.pid, plugin.status, rejectionReason);
 * const response = await plugin.fetch(new Request("http://localhost/status"));
 * console.log(response.status, await response.text());
 * ```
 */
export interface RunningPlugin extends AsyncDisposable {
  /** The plugin's id, or the name that was given to the process. */
  readonly id: string;
  /** The process id of the run that serves now, or of the last one; it changes with a restart. */
  readonly pid: number;
  /** What the plugin is doing. */
  readonly status: PluginStatus;
  /** The hooks that the plugin says it implements. */
  readonly implemented: ReadonlySet<HookName>;
  /**
   * Calls hooks with the host's failure policy: a hook that the plugin lacks, that fails or runs out
   * of time leaves things as they are and is logged; hooks whose result in Go is an error throw it.
   */
  readonly hooks: PluginHooksClient;
  /** Calls hooks without that policy: every failure throws a `HostError`. */
  readonly strictHooks: StrictHooksClient;
  /**
   * Sends an HTTP request to the plugin's `serveHTTP`. Both bodies stream. Whatever the plugin does
   * there is an answer: 404 when it has no `serveHTTP`, 503 when it cannot be reached, 502 when it
   * gives no answer; a failure in the middle of the answer breaks its body.
   *
   * @throws the abort reason when a signal ends the wait for the answer's head
   */
  fetch(request: Request, options?: PluginFetchOptions): Promise<Response>;
  /** The same for the plugin's `serveMetrics`. */
  fetchMetrics(request: Request, options?: PluginFetchOptions): Promise<Response>;
  /** Checks the plugin's health now; resolves when what follows from it is done. */
  checkHealth(): Promise<void>;
  /**
   * Ends the plugin in order: `onDeactivate`, the controller's `Shutdown`, SIGTERM, SIGKILL, the API
   * server. Resolves when no process, socket or folder of it is left. May be called again.
   */
  stop(): Promise<void>;
  /** The end of the plugin: null after `stop()`, the last failure where the host gave it up. */
  readonly ended: Promise<HostError | null>;
}

/** What is particular to one way of starting a plugin. */
export type HowToRun = Pick<
  RunOptions,
  "plugin" | "command" | "apiListen" | "confined" | "configurationFirst"
>;

/** Starts a plugin and keeps it running. */
export async function runPlugin(how: HowToRun, options: HostOptions): Promise<RunningPlugin> {
  const id = how.plugin;
  const clock = options.clock ?? systemClock;
  const sink = guarded(options.log);
  const log = hostLog(sink, id, () => clock.now());
  const apiHandler = createPluginAPIHandler(options.api, {
    pluginId: id,
    log: sink,
    clock,
    ...(options.config === undefined ? {} : { fallback: configHandlers(options.config) }),
  });
  const swept = await sweepSocketFolders(options.socketParent);
  if (swept.length > 0) log("info", "removed what killed runs left behind", { swept });
  const supervisor = await supervise({
    plugin: id,
    clock,
    log,
    onStatus: options.onStatus ?? (() => {}),
    health: options.health ?? {},
    restart: options.restart ?? {},
    start: () =>
      startRun({
        ...how,
        apiHandler,
        handshakeTimeoutMs: options.handshakeTimeoutMs ?? 10_000,
        activationTimeoutMs: options.activationTimeoutMs ?? 30_000,
        stop: options.stop ?? {},
        socketParent: options.socketParent,
        wrapTransport: options.wrapTransport,
        clock,
        sink,
        log,
      }),
  });
  let last = supervisor.run();
  const run = () => last = supervisor.run() ?? last;
  const clients = createHookClients({
    plugin: id,
    timeoutMs: options.hookTimeoutMs ?? 30_000,
    log,
    connection: () => supervisor.run(),
  });
  const proxy = (hook: "serveHTTP" | "serveMetrics") => {
    const serving = supervisor.run();
    return {
      plugin: id,
      transport: serving?.transport ?? null,
      implemented: serving?.implemented.has(hook) ?? false,
      method: PluginHooks.method[hook],
      log,
    };
  };
  return {
    id,
    get pid() {
      return run()?.pid ?? 0;
    },
    get status() {
      return supervisor.status();
    },
    get implemented() {
      return run()?.implemented ?? new Set();
    },
    hooks: clients.hooks,
    strictHooks: clients.strictHooks,
    fetch: (request, fetchOptions) => proxyRequest(proxy("serveHTTP"), request, fetchOptions),
    fetchMetrics: (request, fetchOptions) =>
      proxyRequest(proxy("serveMetrics"), request, fetchOptions),
    checkHealth: supervisor.checkNow,
    stop: supervisor.stop,
    ended: supervisor.ended,
    [Symbol.asyncDispose]: supervisor.stop,
  };
}
