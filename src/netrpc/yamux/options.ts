/**
 * How a session behaves.
 *
 * @module
 */
import { monotonicClock, type YamuxClock } from "./clock.ts";
import { INITIAL_WINDOW, MAX_UINT32 } from "./frame.ts";
import type { YamuxStream } from "./stream.ts";

/** How a session behaves. All but `side` has the value that hashicorp/yamux has, unless said. */
export interface YamuxOptions {
  /** The client is the side that made the connection; its streams have odd numbers. */
  readonly side: "client" | "server";
  /**
   * Gets each stream of the peer in the turn in which it arrives, instead of `accept()`. What it
   * throws is reported as an uncaught error and breaks the stream off.
   */
  readonly onStream?: ((stream: YamuxStream) => void) | undefined;
  /** Bytes that a peer may send on one stream ahead of its reader. Default and least: 256 KiB. */
  readonly windowBytes?: number | undefined;
  /** Streams of the peer that may wait for `accept()`; more are reset. Default: 256. */
  readonly acceptBacklog?: number | undefined;
  /**
   * Streams at one time, of both sides; above, those that the peer opens are reset. Default: 65,536
   * (hashicorp: no limit).
   */
  readonly maxStreams?: number | undefined;
  /**
   * Streams of this side that the peer has not accepted yet; more wait without being announced,
   * as the peer would reset them. Default: 256.
   */
  readonly maxUnacceptedStreams?: number | undefined;
  /** Milliseconds in which the peer has to accept a stream, or it is reset. Default: 75,000. */
  readonly openTimeoutMs?: number | undefined;
  /** Milliseconds in which the peer has to end a closed stream, or it is reset. Default: 300,000. */
  readonly closeTimeoutMs?: number | undefined;
  /** Milliseconds between pings that keep the connection alive. Default: 0, none. */
  readonly keepAliveMs?: number | undefined;
  /** Milliseconds in which the peer has to answer a ping. Default: 10,000. */
  readonly pingTimeoutMs?: number | undefined;
  /**
   * Milliseconds that `close()` waits for the connection to take what was written before. Default:
   * 1,000 (hashicorp: 0).
   */
  readonly flushTimeoutMs?: number | undefined;
  /** Time; tests pass their own. */
  readonly clock?: YamuxClock | undefined;
}

/** The same with every value filled in. */
export type YamuxSettings =
  & Pick<YamuxOptions, "onStream">
  & {
    readonly [K in Exclude<keyof YamuxOptions, "onStream">]-?: Exclude<YamuxOptions[K], undefined>;
  };

/**
 * Fills in what is not given.
 *
 * @throws {RangeError} naming the option that cannot be
 */
export function settingsOf(options: YamuxOptions): YamuxSettings {
  const number = (name: keyof YamuxOptions, least: number, most: number, usual: number): number => {
    const value = options[name] ?? usual;
    if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most) {
      return value;
    }
    throw new RangeError(
      `yamux: ${name} is ${String(value)}, expected a whole number from ${least} to ${most}`,
    );
  };
  const longest = 2 ** 31 - 1; // What timers take.
  return {
    side: options.side,
    onStream: options.onStream,
    windowBytes: number("windowBytes", INITIAL_WINDOW, MAX_UINT32, INITIAL_WINDOW),
    acceptBacklog: number("acceptBacklog", 1, 65_536, 256),
    maxStreams: number("maxStreams", 1, 2 ** 31, 65_536),
    maxUnacceptedStreams: number("maxUnacceptedStreams", 1, 65_536, 256),
    openTimeoutMs: number("openTimeoutMs", 0, longest, 75_000),
    closeTimeoutMs: number("closeTimeoutMs", 0, longest, 300_000),
    keepAliveMs: number("keepAliveMs", 0, longest, 0),
    pingTimeoutMs: number("pingTimeoutMs", 1, longest, 10_000),
    flushTimeoutMs: number("flushTimeoutMs", 0, longest, 1000),
    clock: options.clock ?? monotonicClock,
  };
}
