/** What a plugin is doing, in Mattermost's words. @module */

import type { HostError } from "./host_error.ts";

/**
 * What a plugin is doing, named as in Mattermost. `Starting` is also the time between a failure and
 * the end of the restart.
 */
export type PluginStatus =
  | "Starting"
  | "Running"
  | "FailedToStayRunning"
  | "Stopping"
  | "NotRunning";

/**
 * A change of what a plugin is doing.
 *
 * @example
 * ```ts
 * import type { PluginStatusChange } from "@mattermost-deno/plugin/host";
 *
 * export function report({ status, error }: PluginStatusChange): void {
 *   console.log(status, error?.message ?? "");
 * }
 * ```
 */
export interface PluginStatusChange {
  /** What it does now. */
  readonly status: PluginStatus;
  /** The failure that led to it, if one did. */
  readonly error: HostError | null;
}
