/** What a plugin is asked between its handshake and its first hook. @module */

import { create } from "@bufbuild/protobuf";
import { hookMethods } from "../../gen/hook_methods.ts";
import type { HookName } from "../../gen/plugin_hooks.ts";
import { PluginHooks } from "../../gen/mattermost/pluginapi/v1/hooks_pb.ts";
import {
  ImplementedRequestSchema,
  OnActivateRequestSchema,
  OnConfigurationChangeRequestSchema,
} from "../../gen/mattermost/pluginapi/v1/hooks_lifecycle_pb.ts";
import type { AppError } from "../../gen/mattermost/pluginapi/v1/common_pb.ts";
import { fromAppError, isFailure } from "../api/app_error.ts";
import type { Transport } from "../transport/transport.ts";
import { TransportError } from "../transport/transport_error.ts";
import type { HostLog } from "./plugin_log.ts";

/** How a plugin is activated. */
export interface ActivationOptions {
  /** Milliseconds that each step may take. */
  readonly timeoutMs: number;
  /**
   * Whether `OnConfigurationChange` is called before `OnActivate`. Plugins of this package do that
   * themselves, as Go plugins do.
   */
  readonly configurationFirst: boolean;
  /** For names that no version of Mattermost knows. */
  readonly log: HostLog;
}

const hookNames: ReadonlyMap<string, HookName> = new Map(
  (Object.keys(hookMethods) as HookName[]).map((name) => [hookMethods[name].goName, name]),
);

/** Asks which hooks the plugin implements; names that nobody knows are reported and left out. */
export async function askImplemented(
  transport: Transport,
  { timeoutMs, log }: Pick<ActivationOptions, "timeoutMs" | "log">,
): Promise<ReadonlySet<HookName>> {
  const answer = await transport.call(
    PluginHooks.method.implemented,
    create(ImplementedRequestSchema),
    { timeoutMs },
  );
  throwIfFailed(answer.error, "implemented");
  const known = new Set<HookName>();
  for (const name of answer.hooks) {
    const hook = hookNames.get(name);
    if (hook) known.add(hook);
    else log("warn", `the plugin implements a hook that is not known, which is ignored`, { name });
  }
  return known;
}

/** Activates the plugin; its own error is thrown as it says it. */
export async function activate(
  transport: Transport,
  implemented: ReadonlySet<HookName>,
  { timeoutMs, configurationFirst }: ActivationOptions,
): Promise<void> {
  const { onConfigurationChange, onActivate } = PluginHooks.method;
  if (configurationFirst && implemented.has("onConfigurationChange")) {
    const request = create(OnConfigurationChangeRequestSchema);
    const answer = await inTime(
      transport.call(onConfigurationChange, request, { timeoutMs }),
      "onConfigurationChange",
      timeoutMs,
    );
    throwIfFailed(answer.error, "onConfigurationChange");
  }
  if (implemented.has("onActivate")) {
    const request = create(OnActivateRequestSchema);
    const answer = await inTime(
      transport.call(onActivate, request, { timeoutMs }),
      "onActivate",
      timeoutMs,
    );
    throwIfFailed(answer.error, "onActivate");
  }
}

/** Says of a hook that has no end which it is, where the transport says when and at which socket. */
async function inTime<T>(call: Promise<T>, hook: HookName, timeoutMs: number): Promise<T> {
  try {
    return await call;
  } catch (cause) {
    if (!(cause instanceof TransportError) || cause.code !== "DEADLINE_EXCEEDED") throw cause;
    const details = `${hook} did not end within ${timeoutMs / 1000} s; end it, and let what ` +
      "takes longer go on without being awaited";
    throw new TransportError(cause.code, details, { cause });
  }
}

function throwIfFailed(error: AppError | undefined, method: string): void {
  if (isFailure(error)) throw fromAppError(error, method);
}
