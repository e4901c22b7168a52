/**
 * A plugin that a test has started, however it runs.
 *
 * @module
 */
import { create } from "@bufbuild/protobuf";
import { OnDeactivateRequestSchema } from "../../gen/mattermost/pluginapi/v1/hooks_lifecycle_pb.ts";
import { PluginHooks } from "../../gen/mattermost/pluginapi/v1/hooks_pb.ts";
import type { HookName, PluginHooksClient } from "../../gen/plugin_hooks.ts";
import { fromAppError, isFailure } from "../api/app_error.ts";
import type { Manifest } from "../contract/mod.ts";
import type { ActivePlugin } from "../embedded/plugin_registry.ts";
import { activate, askImplemented } from "../host/activation.ts";
import { createHookClients } from "../host/hook_client.ts";
import { proxyRequest } from "../host/http_proxy.ts";
import type { HostLog } from "../host/plugin_log.ts";
import type { Transport } from "../transport/transport.ts";

/** A plugin that has been activated. */
export interface StartedPlugin {
  /** As the embedded Mattermost calls it: what fails is logged and passed over. */
  readonly active: ActivePlugin;
  /** The hooks that it has. */
  readonly implemented: ReadonlySet<HookName>;
  /** Its hooks, whose failures are thrown. */
  readonly strictHooks: PluginHooksClient;
}

/** What is known of a plugin that answers over a transport. */
export interface ConnectedPlugin {
  /** Its manifest. */
  readonly manifest: Manifest;
  /** The way to it. */
  readonly transport: Transport;
  /** For what the host has to say about it. */
  readonly log: HostLog;
  /** Ends the connection, after `onDeactivate`. */
  close(): Promise<void>;
}

/** Milliseconds that a hook may take. */
const timeoutMs = 30_000;

/**
 * Activates a plugin that answers over a transport.
 *
 * @throws {PluginAPIError} with what `onActivate` threw
 */
export async function activatePlugin(plugin: ConnectedPlugin): Promise<StartedPlugin> {
  const { manifest, transport, log } = plugin;
  const implemented = await askImplemented(transport, { timeoutMs, log });
  // The plugin reads its settings before it activates, as over every transport.
  await activate(transport, implemented, { timeoutMs, configurationFirst: false, log });
  let running = true;
  const { hooks, strictHooks } = createHookClients({
    plugin: manifest.id,
    timeoutMs,
    log,
    connection: () =>
      running
        ? { transport, implemented, stderrTail: () => [], endBehind: () => Promise.resolve(null) }
        : null,
  });
  return {
    implemented,
    strictHooks,
    active: {
      id: manifest.id,
      manifest,
      bundlePath: "",
      hooks,
      implements: (hook) => implemented.has(hook),
      status: () => running ? "Running" : "NotRunning",
      fetch: (request, options) =>
        proxyRequest(
          {
            plugin: manifest.id,
            transport: running ? transport : null,
            implemented: implemented.has("serveHTTP"),
            method: PluginHooks.method.serveHTTP,
            log,
          },
          request,
          options,
        ),
      async stop() {
        if (!running) return;
        running = false;
        try {
          const { onDeactivate } = PluginHooks.method;
          const { error } = await transport.call(onDeactivate, create(OnDeactivateRequestSchema));
          if (isFailure(error)) throw fromAppError(error, "onDeactivate");
        } finally {
          await plugin.close();
        }
      },
    },
  };
}
