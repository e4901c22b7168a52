/** Ending a plugin's process: asked first, made to last. @module */

import { create } from "@bufbuild/protobuf";
import type { HookName } from "../../gen/plugin_hooks.ts";
import { EmptySchema, GRPCController } from "../../gen/hashicorp/go_plugin/grpc_controller_pb.ts";
import { OnDeactivateRequestSchema } from "../../gen/mattermost/pluginapi/v1/hooks_lifecycle_pb.ts";
import { PluginHooks } from "../../gen/mattermost/pluginapi/v1/hooks_pb.ts";
import { fromAppError, isFailure } from "../api/app_error.ts";
import type { Transport } from "../transport/transport.ts";
import { type Clock, settlesWithin } from "./clock.ts";
import { textOf } from "../transport/text_of.ts";
import type { PluginChild } from "./plugin_child.ts";
import type { HostLog } from "./plugin_log.ts";

/** How long the steps to an end may take, in milliseconds. */
export interface StopOptions {
  /** For `onDeactivate`. Default: 10,000, as Mattermost. */
  readonly deactivateMs?: number;
  /** From the controller's `Shutdown` to SIGTERM. Default: 2,000, as go-plugin. */
  readonly shutdownMs?: number;
  /** From SIGTERM to SIGKILL. Default: 3,000. */
  readonly terminateMs?: number;
}

/** What ending needs to know. */
export interface EndOptions {
  readonly stop: StopOptions;
  readonly clock: Clock;
  readonly log: HostLog;
}

/** Calls `OnDeactivate`; a failure is logged and changes nothing. */
export async function deactivatePlugin(
  transport: Transport,
  implemented: ReadonlySet<HookName>,
  { stop, log }: EndOptions,
): Promise<void> {
  if (!implemented.has("onDeactivate")) return;
  try {
    const request = create(OnDeactivateRequestSchema);
    const timeoutMs = stop.deactivateMs ?? 10_000;
    const answer = await transport.call(PluginHooks.method.onDeactivate, request, { timeoutMs });
    if (isFailure(answer.error)) throw fromAppError(answer.error, "onDeactivate");
  } catch (error) {
    log("error", "onDeactivate failed", { error: textOf(error) });
  }
}

/** Controller shutdown, SIGTERM, SIGKILL: each only when the one before it did not do. */
export async function endProcess(
  child: PluginChild,
  transport: Transport,
  { stop, clock, log }: EndOptions,
): Promise<void> {
  if (child.hasEnded()) return;
  const timeoutMs = stop.shutdownMs ?? 2_000;
  const asked = transport
    .call(GRPCController.method.shutdown, create(EmptySchema), { timeoutMs })
    // Foreign plugins may lack the service; ours end before they can answer.
    .catch(() => undefined);
  if (!await settlesWithin(child.ended, timeoutMs, clock)) {
    log("debug", "the plugin does not end by itself and gets SIGTERM");
    child.kill("SIGTERM");
    if (!await settlesWithin(child.ended, stop.terminateMs ?? 3_000, clock)) {
      log("warn", "the plugin does not end on SIGTERM and gets SIGKILL");
    }
  }
  await kill(child);
  await asked;
}

/** The last means; resolves when the process is gone. */
export async function kill(child: PluginChild): Promise<void> {
  child.kill("SIGKILL");
  await child.ended;
}
