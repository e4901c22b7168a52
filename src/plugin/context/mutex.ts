/**
 * A lock that all nodes of a cluster share, as a context has it.
 *
 * @module
 */

/**
 * A lock that is held; `await using` gives it back. It is kept alive until then, or until the plugin
 * is deactivated, however long that takes.
 */
export interface HeldMutex extends AsyncDisposable {
  /** The name under which it was asked for. */
  readonly name: string;
  /**
   * Aborted when the lock was lost, so that another node may hold it now: the server could not be
   * reached for as long as the lock lives by itself, somebody took it away, or the plugin is being
   * deactivated. Pass it to what takes long, and look at it before what must not happen twice.
   */
  readonly signal: AbortSignal;
  /**
   * Gives the lock back. May be called again, and never throws: a lock that cannot be given back is
   * free by itself 15 seconds later.
   */
  release(): Promise<void>;
}

/** How long to wait for a lock. */
export interface MutexOptions {
  /** Ends the waiting: the call rejects with its reason. Default: the signal of the context. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Locks by name, each of which has at most one holder in the whole cluster at a time; nodes that run
 * a Go plugin with `pluginapi/cluster` under the same id count, too.
 *
 * A lock lives for 15 seconds and is refreshed while it is held: when a node crashes, others get its
 * locks within that time. A lock does not know its holder: one that asks for it again while it has
 * it waits for itself.
 *
 * @example Only one node at a time, and no longer than it has the lock
 * ```ts
 * import { definePlugin } from "@mattermost-deno/plugin";
 *
 * export default definePlugin({
 *   hooks: {
 *     async channelHasBeenCreated(_channel, { mutex, kv }) {
 *       await using held = await mutex("report");
 *       const answer = await fetch("https://reports.example/", { signal: held.signal });
 *       await kv.set("report", await answer.json());
 *     },
 *   },
 * });
 * ```
 */
export interface AcquireMutex {
  /**
   * Waits for the lock. It is tried about once a second, those of one process in the order of their
   * calls; while the server fails, ever more seldom, up to every five minutes.
   *
   * @param name 1 to 144 characters
   * @throws {TypeError} for a name that cannot be
   * @throws the reason of the signal that ended the waiting
   * @throws {PluginAPIError} if the server refuses for a reason that waiting does not change
   */
  (name: string, options?: MutexOptions): Promise<HeldMutex>;
  /**
   * The lock, if it is free; else undefined, without waiting.
   *
   * @param name 1 to 144 characters
   * @throws {TypeError} for a name that cannot be
   * @throws {PluginAPIError} if the server cannot be reached
   */
  try(name: string): Promise<HeldMutex | undefined>;
}
