/**
 * Hooks about the server itself.
 *
 * @module
 */
import type { Config as ServerConfig } from "../../gen/go_json.ts";
import type { PluginClusterEvent } from "../../gen/mattermost/pluginapi/v1/api_remaining_pb.ts";
import type {
  OnInstallEvent,
  ProductLimits,
} from "../../gen/mattermost/pluginapi/v1/hooks_lifecycle_pb.ts";
import type { HookContext, PluginConfig } from "./hook_context.ts";
import type { Awaitable, Ignored } from "./hook_types.ts";
import type { Allow, Reject, Replace } from "./outcomes.ts";

/** What the data retention job asks for. */
export interface DataRetention {
  /** The time that ages are counted from, in Unix milliseconds. */
  readonly now: bigint;
  /** How many things to delete at most in this call. */
  readonly batchSize: bigint;
}

/** A file for the support packet. */
export interface SupportFile {
  /** Its name in the packet. */
  readonly filename: string;
  /** What is in it. */
  readonly body: Uint8Array | string;
}

/** Hooks about the server itself. */
export interface ServerHooks<Config extends object = PluginConfig> {
  /**
   * Asked before the server's configuration is saved.
   *
   * `allow()` saves it, `replace({ ...config, … })` saves another, `reject(reason)` refuses and shows
   * the reason to the administrator. A throw refuses as well, with the error's message.
   * Mattermost 8.0.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.ConfigurationWillBeSaved
   */
  readonly configurationWillBeSaved?: (
    config: ServerConfig,
    context: HookContext<Config>,
  ) => Awaitable<Allow | Replace<ServerConfig> | Reject>;

  /**
   * Called once after the plugin was installed from the marketplace; `event.userId` is who did it.
   * A throw is reported to them. Mattermost 6.5.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.OnInstall
   */
  readonly onInstall?: (event: OnInstallEvent, context: HookContext<Config>) => Ignored;

  /**
   * Told when the server sends its daily telemetry, for plugins that have some of their own. If it
   * throws, that is logged. Mattermost 6.5.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.OnSendDailyTelemetry
   */
  readonly onSendDailyTelemetry?: (context: HookContext<Config>) => Ignored;

  /**
   * Called by the data retention job, again and again until it answers 0: deletes what is too old,
   * `batchSize` things at most, and returns how many it deleted. A throw ends the job with that
   * error. Mattermost 6.4.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.RunDataRetention
   */
  readonly runDataRetention?: (
    retention: DataRetention,
    context: HookContext<Config>,
  ) => Awaitable<number | bigint>;

  /**
   * Told when the limits of a cloud installation changed. If it throws, that is logged.
   * Mattermost 7.0.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.OnCloudLimitsUpdated
   */
  readonly onCloudLimitsUpdated?: (limits: ProductLimits, context: HookContext<Config>) => Ignored;

  /**
   * Told about an event that the same plugin sent on another node of the cluster, with
   * `api.publishPluginClusterEvent`. If it throws, that is logged. Mattermost 5.36.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.OnPluginClusterEvent
   */
  readonly onPluginClusterEvent?: (
    event: PluginClusterEvent,
    context: HookContext<Config>,
  ) => Ignored;

  /**
   * Called when an administrator has a support packet made: returns files that go into it. Leave
   * secrets out. A throw is noted in the packet. Mattermost 9.8.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.GenerateSupportData
   */
  readonly generateSupportData?: (
    context: HookContext<Config>,
  ) => Awaitable<readonly SupportFile[]>;
}
