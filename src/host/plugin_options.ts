/** What `startPlugin` and `startProcess` have in common. @module */

import type { JsonObject } from "@bufbuild/protobuf";
import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import type { Clock } from "./clock.ts";
import type { RestartOptions } from "./failure_window.ts";
import type { HealthOptions } from "./health.ts";
import type { Transport } from "../transport/transport.ts";
import type { LogSink } from "./plugin_log.ts";
import type { StopOptions } from "./end_plugin.ts";
import type { PluginStatusChange } from "./plugin_status.ts";

/** What a host says about any plugin that it starts. All but `api` has a default. */
export interface HostOptions {
  /** The plugin API that this plugin gets: any part of it; what is missing answers with 501. */
  readonly api: PluginAPIHandlers;
  /**
   * The plugin's configuration, for an `api` without `loadPluginConfiguration`. A function is asked
   * at each call, so that a change is seen when `onConfigurationChange` is called after it.
   */
  readonly config?: JsonObject | (() => JsonObject) | undefined;
  /** Takes the plugin's log lines and the host's own about it. Default: they are dropped. */
  readonly log?: LogSink | undefined;
  /** Told about every change of the plugin's status. */
  readonly onStatus?: ((change: PluginStatusChange) => void) | undefined;
  /** Health checks; `false` turns them off. Default: as Mattermost. */
  readonly health?: HealthOptions | false | undefined;
  /** Restarts after a crash or failed health checks; `false` for none. Default: as Mattermost. */
  readonly restart?: RestartOptions | false | undefined;
  /** How long the steps to an end may take. */
  readonly stop?: StopOptions | undefined;
  /**
   * Puts something between the host and the plugin, such as a trace of the calls: given the way to a
   * plugin that has just been started, gives the one that is used. Default: nothing.
   */
  readonly wrapTransport?: ((transport: Transport) => Transport) | undefined;
  /** Milliseconds for the handshake line. Default: 10,000. */
  readonly handshakeTimeoutMs?: number | undefined;
  /** Milliseconds for each step of the activation. Default: 30,000. */
  readonly activationTimeoutMs?: number | undefined;
  /** Milliseconds for a unary hook, unless a call says otherwise. Default: 30,000. */
  readonly hookTimeoutMs?: number | undefined;
  /** Where socket folders are made. Default: `TMPDIR`, else `/tmp`. */
  readonly socketParent?: string | undefined;
  /** The clock that all waiting goes by. Default: the machine's. */
  readonly clock?: Clock | undefined;
}
