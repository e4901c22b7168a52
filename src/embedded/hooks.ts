import { create } from "@bufbuild/protobuf";
import type { HookName, PluginHooksClient } from "../../gen/plugin_hooks.ts";
import { type PluginContext, PluginContextSchema } from "../contract/mod.ts";
import type { ActivePlugin } from "./plugin_registry.ts";
import { log, type Server } from "./server.ts";

/**
 * Calls a hook of every plugin that has it, one after the other in the order of installation.
 *
 * A plugin that fails is passed over, with an error line in the log: as on a real server, where a
 * plugin's defect does not stop everybody's work.
 *
 * @param call What to do with one plugin's hooks; answering `false` leaves out the plugins after it.
 */
export async function askPlugins(
  server: Server,
  hook: HookName,
  call: (
    hooks: PluginHooksClient,
    context: PluginContext,
    plugin: ActivePlugin,
  ) => Promise<boolean | void>,
): Promise<void> {
  const context = create(PluginContextSchema, { requestId: server.newId(), ...server.origin });
  for (const plugin of server.plugins.active()) {
    if (!plugin.implements(hook)) continue;
    try {
      if (await call(plugin.hooks, context, plugin) === false) return;
    } catch (error) {
      log(server, "error", `The hook ${hook} of the plugin ${plugin.id} failed: ${text(error)}`, {
        hook,
      }, plugin.id);
    }
  }
}

/** Tells every plugin of something that has happened, without waiting for what they do about it. */
export function tellPlugins(
  server: Server,
  hook: HookName,
  call: (hooks: PluginHooksClient, context: PluginContext) => Promise<void>,
): void {
  server.background.run(() => askPlugins(server, hook, call));
}

function text(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
