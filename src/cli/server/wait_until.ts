import type { ServerConnection } from "./connect.ts";
import { findPlugin, type InstalledPlugin } from "./plugins.ts";

/** How to wait. */
export interface WaitOptions {
  readonly signal: AbortSignal;
  /** How long to wait, in milliseconds. */
  readonly timeoutMs: number;
  /** The version that is waited for; any, if absent. */
  readonly version?: string;
  /** Whether the server's log says that the plugin cannot be started: the local socket has no status. */
  readonly logSaysFailed?: () => Promise<boolean>;
}

/** What became of a plugin. */
export interface WaitResult {
  /** Whether it is as was wanted. */
  readonly reached: boolean;
  /** Its state in the end; undefined if it is not installed. */
  readonly plugin: InstalledPlugin | undefined;
}

const INTERVAL_MS = 300;

/**
 * Waits until a plugin runs, or until the server says that it does not start.
 *
 * @throws {ServerError}
 */
export async function waitUntilRunning(
  connection: ServerConnection,
  id: string,
  options: WaitOptions,
): Promise<WaitResult> {
  return await poll(connection, id, options, async (plugin) => {
    if (plugin === undefined) return undefined;
    const right = options.version === undefined || plugin.version === options.version;
    if (plugin.state === "running" && right) return true;
    if (plugin.state === "failed to start" || plugin.state === "failed to stay running") {
      return false;
    }
    if (await options.logSaysFailed?.()) return false;
    return undefined;
  });
}

/** Waits until a plugin does not run. @throws {ServerError} */
export async function waitUntilStopped(
  connection: ServerConnection,
  id: string,
  options: WaitOptions,
): Promise<WaitResult> {
  const ended = ["not running", "failed to start", "failed to stay running"];
  return await poll(connection, id, options, (plugin) => {
    return Promise.resolve(plugin === undefined || ended.includes(plugin.state) ? true : undefined);
  });
}

async function poll(
  connection: ServerConnection,
  id: string,
  { signal, timeoutMs }: WaitOptions,
  judge: (plugin: InstalledPlugin | undefined) => Promise<boolean | undefined>,
): Promise<WaitResult> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const plugin = await findPlugin(connection, id);
    const verdict = await judge(plugin);
    if (verdict !== undefined) return { reached: verdict, plugin };
    if (performance.now() > end) return { reached: false, plugin };
    await pause(INTERVAL_MS, signal);
  }
}

/** Waits, or ends early by throwing what the signal was aborted with. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  const stop = () => reject(signal.reason);
  signal.addEventListener("abort", stop);
  try {
    await promise;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
  }
}
