/**
 * A plugin's features at work in one process, as the dispatch sees them: all of them as one.
 *
 * @module
 */
import type { CommandArgs } from "../../gen/mattermost/pluginapi/v1/api_remaining_pb.ts";
import { thrownText } from "../api/app_error.ts";
import type { CommandAnswer } from "./command_hooks.ts";
import {
  type Feature,
  type FeatureHost,
  featurePath,
  type FeatureProperty,
  type RunningFeature,
} from "./feature.ts";
import { inspect } from "./inspect_thrown.ts";
import type { HookContext, PluginConfig } from "./hook_context.ts";
import type { FetchHandler } from "./http_hooks.ts";

/** All features of a plugin. */
export interface RunningFeatures {
  /** Makes a property of a context that a feature gives; it stays as it is from then on. */
  property(name: FeatureProperty, context: object): unknown;
  /** The settings that authors see. */
  config(stored: PluginConfig): object;
  /** Before the author's `onActivate`. What was begun is ended again if one fails. */
  activate(context: HookContext): Promise<void>;
  /** After the author's `onActivate`. */
  activated(context: HookContext): Promise<void>;
  /** Before the author's `onConfigurationChange`; failures are logged. */
  configured(context: HookContext): Promise<void>;
  /** Before the author's `onDeactivate`; failures are logged. */
  deactivate(context: HookContext): Promise<void>;
  /** Answers a command; undefined if there is nothing that could, null if none of them knows it. */
  readonly executeCommand:
    | ((args: CommandArgs, context: HookContext) => Promise<CommandAnswer>)
    | undefined;
  /** Whether any feature answers requests. */
  readonly hasRoutes: boolean;
  /** What answers requests below {@link featurePath}; undefined for any other path. */
  route(path: string): FetchHandler | undefined;
}

/** Starts the features of a plugin, in their order. */
export function startFeatures(
  features: readonly Feature[],
  host: FeatureHost,
): RunningFeatures {
  const running = features.map((feature) => feature.start(host));
  const makers: NonNullable<RunningFeature["context"]> = Object.assign(
    {},
    ...running.map(({ context }) => context),
  );
  const commands = running.flatMap(({ executeCommand }) => executeCommand ?? []);
  const routes = new Map(running.flatMap(({ routes = {} }) => Object.entries(routes)));
  const each = async (step: "activate" | "activated", context: HookContext) => {
    for (const feature of running) await feature[step]?.(context);
  };
  const logged = async (
    step: "configured" | "deactivate",
    index: number,
    context: HookContext,
    failure: string,
  ) => {
    try {
      await running[index]?.[step]?.(context);
    } catch (error) {
      const { name = "" } = features[index] ?? {};
      context.log.error(`${name} ${failure}: ${thrownText(error)}`, { error: inspect(error) });
    }
  };
  return {
    property(name, context) {
      const value = makers[name]?.(context as HookContext);
      Object.defineProperty(context, name, { value, enumerable: true, configurable: true });
      return value;
    },
    config: (stored) =>
      running.reduce<object>((config, feature) => feature.config?.(stored) ?? config, stored),
    activate: (context) => each("activate", context),
    activated: (context) => each("activated", context),
    async configured(context) {
      for (const [index] of running.entries()) {
        await logged("configured", index, context, "could not take the new settings");
      }
    },
    async deactivate(context) {
      for (const [index] of [...running.entries()].reverse()) {
        await logged("deactivate", index, context, "could not be ended");
      }
    },
    executeCommand: commands.length === 0 ? undefined : async (args, context) => {
      for (const command of commands) {
        const answer = await command(args, context);
        if (answer !== null) return answer;
      }
      return null;
    },
    hasRoutes: routes.size > 0,
    route(path) {
      if (!path.startsWith(featurePath)) return undefined;
      const [name = ""] = path.slice(featurePath.length).split(/[/?#]/, 1);
      return routes.get(name) ?? (() => Response.json(noSuchPath, { status: 404 }));
    },
  };
}

const noSuchPath = {
  id: "plugin.not_found",
  message:
    `Paths that begin with ${featurePath} belong to the plugin's declarations; none of them has this one.`,
  status_code: 404,
};
