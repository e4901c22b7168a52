/**
 * What a room above adds to a plugin: properties of every context, work when the plugin begins and
 * ends, answers to commands and to requests below a path of its own. The rooms implement it, the
 * dispatch knows nothing else about them.
 *
 * Features are plain objects and functions, since the plugin's bundle and the loader that runs it
 * share no code.
 *
 * @module
 */
import type { CommandArgs } from "../../gen/mattermost/pluginapi/v1/api_remaining_pb.ts";
import type { PluginAPI } from "../../gen/plugin_api.ts";
import type { Clock } from "../process/clock.ts";
import type { CommandAnswer } from "./command_hooks.ts";
import type { Awaitable } from "./hook_types.ts";
import type { HookContext, PluginConfig } from "./hook_context.ts";
import type { FetchHandler } from "./http_hooks.ts";
import type { Logger } from "./logger.ts";

/** What a feature knows of the plugin process in which it starts. */
export interface FeatureHost {
  /** The server; calls made with it belong to no hook. */
  readonly api: PluginAPI;
  /** The server's log. */
  readonly log: Logger;
  /** The plugin's id. */
  readonly pluginId: string;
  /** The time. */
  readonly clock: Clock;
  /** The folder that the plugin was installed from; null where it has none, as in some tests. */
  readonly bundleFolder: string | null;
  /**
   * A context for work that no call of the server leads to, such as a job.
   *
   * @param work what the log's lines name as the hook, such as `job digest`
   * @param signal what ends the work
   */
  contextOf(work: string, signal: AbortSignal): HookContext;
  /**
   * Has these texts, too, masked in all that the process logs from now on, and in the errors that it
   * answers with. Texts of fewer than four characters are not.
   */
  maskSecrets(secrets: readonly string[]): void;
}

/** The properties of contexts that features give. */
export type FeatureProperty =
  | "assets"
  | "bot"
  | "button"
  | "jobs"
  | "kv"
  | "menu"
  | "mutex"
  | "openDialogFor"
  | "publish"
  | "t"
  | "translateFor";

/** A feature at work in a plugin process. What is left out is not done. */
export interface RunningFeature {
  /**
   * Properties of every context, made when they are first asked for. None of them throws when it is
   * made, since contexts may be spread: what cannot be used throws when it is used.
   */
  readonly context?:
    | Readonly<Partial<Record<FeatureProperty, (context: HookContext) => unknown>>>
    | undefined;
  /** The settings that authors see, made from those that the server has. Must not throw. */
  readonly config?: ((stored: PluginConfig) => object) | undefined;
  /** Runs before the author's `onActivate`; a throw keeps the plugin from starting. */
  readonly activate?: ((context: HookContext) => Promise<void>) | undefined;
  /** Runs after the author's `onActivate`; a throw keeps the plugin from starting. */
  readonly activated?: ((context: HookContext) => Promise<void>) | undefined;
  /**
   * Runs after the settings were read again, before the author's `onConfigurationChange`; a throw is
   * logged. It may come before the activation, and after the end.
   */
  readonly configured?: ((context: HookContext) => Promise<void>) | undefined;
  /** Runs before the author's `onDeactivate`, also where the activation failed. A throw is logged. */
  readonly deactivate?: ((context: HookContext) => Promise<void>) | undefined;
  /** Answers a command, before the author's `executeCommand`; null passes it on. */
  readonly executeCommand?:
    | ((args: CommandArgs, context: HookContext) => Awaitable<CommandAnswer>)
    | undefined;
  /**
   * Answers requests to `/plugins/ID/_plugin/NAME` and below, by name: the author's `serveHTTP` does
   * not see them.
   */
  readonly routes?: Readonly<Record<string, FetchHandler>> | undefined;
}

/** What one room adds to a plugin, as its definition holds it. */
export interface Feature {
  /** The room, for error messages. */
  readonly name: string;
  /** Starts it in a plugin process. */
  readonly start: (host: FeatureHost) => RunningFeature;
}

/** Below `/plugins/ID`: the paths that belong to features, whatever the author's routes are. */
export const featurePath = "/_plugin/";
