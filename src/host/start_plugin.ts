/** Starting a plugin's bundle in its sandbox. @module */

import {
  composeCommand,
  hostDenoDir,
  type LaunchPlan,
  readLaunchPlan,
  trustedLoader,
} from "../bundle/mod.ts";
import { compareVersions } from "../bundle/compare_versions.ts";
import { PASSED_VARIABLES } from "../bundle/passed_variables.ts";
import { SOCKET_NAME } from "../bundle/socket_names.ts";
import { undoFaults, type UndoingPermission } from "../bundle/undo_sandbox.ts";
import { HostError } from "./host_error.ts";
import { textOf } from "../transport/text_of.ts";
import { PLUGIN_COOKIE } from "./plugin_cookie.ts";
import type { LogLevel } from "./plugin_log.ts";
import type { HostOptions } from "./plugin_options.ts";
import { type RunningPlugin, runPlugin } from "./running_plugin.ts";

/** How to start a bundle. */
export interface StartPluginOptions extends HostOptions {
  /** The bundle's folder, as `bundlePlugin` writes it. */
  readonly bundle: string;
  /** The least level of the plugin's log lines. Default: the loader's own. */
  readonly logLevel?: LogLevel | undefined;
  /**
   * Where the variables that the manifest declares come from. Default: the host's own environment, of
   * which the plugin gets those and no others.
   */
  readonly environment?: Readonly<Record<string, string>> | undefined;
  /**
   * The permissions that undo the sandbox and that the plugin gets all the same. It must be named each
   * that the bundle asks for, and no other. Default: none.
   */
  readonly undoSandbox?: readonly UndoingPermission[] | undefined;
  /** The loader to run, a path. Default: this package's own, never the bundle's. */
  readonly loader?: string | undefined;
  /**
   * A file into which Deno writes each permission that it is asked for, whether it gives it or not, with
   * the functions that asked; an older file is replaced. The sandbox stays as it is, and the plugin
   * does not see it. Default: none is written.
   */
  readonly auditFile?: string | undefined;
}

/**
 * Starts a plugin from its bundle, in a process that may do what the bundle's `launch.json` says and
 * nothing else, and keeps it running. The bundle's launcher and loader are not executed: the command
 * is composed here and the loader is this package's own.
 *
 * @throws {HostError} when the bundle cannot be used, or the plugin does not start, does not shake
 * hands, or fails in its activation
 *
 * @example
 * ```ts
 * import { startPlugin } from "@mattermost-deno/plugin/host";
 *
 * const plugin = await startPlugin({
 *   bundle: "dist/com.example.hello",
 *   api: { registerCommand() {}, getServerVersion: () => "10.11.0" },
 *   config: { greeting: "Hello" },
 *   log: ({ level, message }) => console.log(level, message),
 * });
 * const response = await plugin.fetch(new Request("http://localhost/status"));
 * console.log(response.status, await response.text());
 * await plugin.stop();
 * ```
 */
export async function startPlugin(options: StartPluginOptions): Promise<RunningPlugin> {
  const { folder, plan, loader } = await prepare(options);
  const denoDir = await hostDenoDir(plan.id);
  const environment = options.environment ?? declaredVariables(plan);
  return await runPlugin({
    plugin: plan.id,
    apiListen: "unix",
    confined: true,
    // The loader reads the configuration before it activates the plugin, as Go's library does.
    configurationFirst: false,
    command: ({ socketFolder, apiTarget }) => {
      const composed = composeCommand(plan, {
        bundleDir: folder,
        socket: `${socketFolder}/${SOCKET_NAME}`,
        apiTarget,
        cookie: PLUGIN_COOKIE,
        logLevel: options.logLevel,
        denoDir,
        loader,
        environment,
      });
      return { ...composed, env: { ...composed.env, ...auditVariables(options.auditFile) } };
    },
  }, options);
}

/** What has Deno write its audit log; it reads them itself, and passes them on to nobody. */
function auditVariables(file: string | undefined): Record<string, string> {
  if (file === undefined) return {};
  return { DENO_AUDIT_PERMISSIONS: file, DENO_TRACE_PERMISSIONS: "1" };
}

async function prepare(
  { bundle, loader, undoSandbox }: StartPluginOptions,
): Promise<{ folder: string; plan: LaunchPlan; loader: string }> {
  let plan: LaunchPlan | undefined;
  try {
    const folder = await Deno.realPath(bundle);
    plan = await readLaunchPlan(folder);
    if (compareVersions(Deno.version.deno, plan.deno) < 0) {
      throw new TypeError(`it needs Deno ${plan.deno}, this is Deno ${Deno.version.deno}`);
    }
    refuseUndone(plan, undoSandbox);
    return { folder, plan, loader: loader ?? await trustedLoader() };
  } catch (cause) {
    if (cause instanceof HostError) throw cause;
    throw new HostError("CANNOT_EXECUTE", "cannot be started", {
      plugin: plan?.id ?? bundle,
      expected: "a bundle as bundlePlugin writes it, for this version of Deno",
      actual: textOf(cause),
      cause,
    });
  }
}

/** Refuses a plugin whose permissions undo the sandbox, unless whoever starts it names them. */
function refuseUndone(plan: LaunchPlan, named: readonly string[] | undefined): void {
  const [fault] = undoFaults(plan.permissions, named);
  if (fault === undefined) return;
  throw new HostError("CANNOT_EXECUTE", "cannot be started", {
    plugin: plan.id,
    expected: "permissions that leave the sandbox whole, or are named by undoSandbox",
    actual: fault.reason,
  });
}

function declaredVariables({ permissions }: LaunchPlan): Record<string, string> {
  if (permissions.env === true) return Deno.env.toObject();
  const found: Record<string, string> = {};
  for (const name of [...PASSED_VARIABLES, ...permissions.env]) {
    const value = Deno.env.get(name);
    if (value !== undefined) found[name] = value;
  }
  return found;
}
