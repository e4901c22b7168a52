/**
 * A plugin's beginning, its settings and its end.
 *
 * @module
 */
import { create } from "@bufbuild/protobuf";
import {
  OnActivateResponseSchema,
  OnConfigurationChangeResponseSchema,
  OnDeactivateResponseSchema,
} from "../../gen/mattermost/pluginapi/v1/hooks_lifecycle_pb.ts";
import type { PluginDefinition } from "./plugin_definition.ts";
import type { RunningFeatures } from "./start_features.ts";
import type { HookContext } from "./hook_context.ts";
import { logUncaught } from "./log_uncaught.ts";
import type { PluginSettings } from "./plugin_settings.ts";
import type { HookSteps } from "./run_hook.ts";

/** The hooks of a plugin's life; every plugin answers them, whether its author uses them or not. */
export function lifecycleSteps(
  definition: PluginDefinition,
  settings: PluginSettings,
  features: RunningFeatures,
  closeDatabase: () => Promise<void>,
): Readonly<Record<"onActivate" | "onDeactivate" | "onConfigurationChange", HookSteps>> {
  return {
    onActivate: {
      async work(_request, contextOf) {
        // A host may have called onConfigurationChange by itself; else the plugin's side does.
        if (!settings.loaded) {
          await settings.load({ signal: contextOf().signal });
          const context = contextOf("onConfigurationChange");
          try {
            await definition.onConfigurationChange?.(context);
          } catch (error) {
            // As with Go plugins: only onActivate itself can keep the plugin from starting.
            logFailure(context, error);
          }
        }
        const context = contextOf();
        try {
          await features.activate(context);
          await definition.onActivate?.(context);
          await features.activated(context);
        } catch (error) {
          // No onDeactivate follows.
          await features.deactivate(context);
          throw error;
        }
        return create(OnActivateResponseSchema);
      },
      fail: (error) => create(OnActivateResponseSchema, { error }),
    },
    onDeactivate: {
      async work(_request, contextOf) {
        const context = contextOf();
        try {
          await features.deactivate(context);
          await definition.onDeactivate?.(context);
        } finally {
          // A server that ends a plugin takes back its connections, but not its transactions.
          await closeDatabase();
        }
        return create(OnDeactivateResponseSchema);
      },
      fail: (error) => create(OnDeactivateResponseSchema, { error }),
    },
    onConfigurationChange: {
      async work(_request, contextOf) {
        await settings.load({ signal: contextOf().signal });
        const context = contextOf();
        await features.configured(context);
        await definition.onConfigurationChange?.(context);
        return create(OnConfigurationChangeResponseSchema);
      },
      fail: (error) => create(OnConfigurationChangeResponseSchema, { error }),
    },
  };
}

function logFailure({ log, hook }: HookContext, error: unknown): void {
  logUncaught(log, hook, error);
}
