/**
 * Noticing that the host is gone, so that no plugin process stays behind.
 *
 * @module
 */
import { type Clock, systemClock } from "./clock.ts";

/** How to watch. */
export interface HostWatchOptions {
  /** Called once when the host is gone, with what showed it. */
  readonly onGone: (why: string) => void;
  /** The id of the parent process now. Default: `Deno.ppid`, which needs no permission. */
  readonly parentPid?: (() => number) | undefined;
  /** Milliseconds between looks. Default: 1000. */
  readonly intervalMs?: number | undefined;
  /** Milliseconds in which a host must have connected. Default: 60000, go-plugin's own limit. */
  readonly connectWithinMs?: number | undefined;
  readonly clock?: Clock | undefined;
}

/** A watch over the host. */
export interface HostWatch {
  /**
   * How many connections the host has open. The first one ends the wait for a host; when the last
   * one ends, the host is looked for at once.
   */
  connections(open: number): void;
  /** Ends the watch. */
  stop(): void;
}

/**
 * Watches the host: when the parent process changes, the one that started this plugin has ended
 * (its children go to init, or to a process that reaps for it).
 */
export function watchHost(options: HostWatchOptions): HostWatch {
  const {
    onGone,
    parentPid = () => Deno.ppid,
    intervalMs = 1000,
    connectWithinMs = 60_000,
    clock = systemClock,
  } = options;
  const host = parentPid();
  let over = false;
  const stop = () => {
    over = true;
    stopLooking();
    stopWaiting();
  };
  const gone = (why: string) => {
    if (over) return;
    stop();
    onGone(why);
  };
  const look = () => {
    const parent = parentPid();
    if (parent !== host) {
      gone(`the host, process ${host}, has ended (the parent process is now ${parent})`);
    }
  };
  const stopLooking = clock.every(intervalMs, look);
  const stopWaiting = clock.after(
    connectWithinMs,
    () => gone(`no host has connected within ${connectWithinMs} ms`),
  );
  return {
    connections(open) {
      if (over) return;
      if (open > 0) stopWaiting();
      else look();
    },
    stop,
  };
}
