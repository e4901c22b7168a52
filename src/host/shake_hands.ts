/** From a started process to the address where its plugin listens. @module */

import { type Clock, settlesWithin } from "./clock.ts";
import { type Handshake, parseHandshake } from "./handshake.ts";
import { HostError } from "./host_error.ts";
import { describeEnd, type FirstLine, type PluginChild } from "./plugin_child.ts";

/** What {@link shakeHands} needs to know. */
export interface ShakeHandsOptions {
  /** The plugin's name, for error texts. */
  readonly plugin: string;
  /** How long the plugin may take for its first line, in milliseconds. */
  readonly timeoutMs: number;
  /** Only a unix socket in this folder is accepted. */
  readonly socketFolder?: string | undefined;
  /** For the waiting. */
  readonly clock: Clock;
}

// A process that has closed its stdout is usually about to end; its exit code says why.
const END_AFTER_CLOSE_MS = 1000;

/**
 * Waits for the handshake line and reads it. A process that fails here is killed before the error is
 * thrown, so that the error holds everything that it wrote to stderr.
 *
 * @throws {HostError} `EXITED`, `HANDSHAKE_TIMEOUT` or what {@link parseHandshake} throws
 */
export async function shakeHands(
  child: PluginChild,
  options: ShakeHandsOptions,
): Promise<Handshake> {
  const { plugin, timeoutMs, socketFolder, clock } = options;
  const first = await child.firstLine(timeoutMs);
  if (first.kind === "line") {
    try {
      return parseHandshake(first.line, { plugin, socketFolder });
    } catch {
      // Read again below, when all of stderr is here.
    }
  }
  const endedItself = first.kind === "closed" &&
    await settlesWithin(child.ended, END_AFTER_CLOSE_MS, clock);
  child.kill("SIGKILL");
  const end = await child.ended;
  const stderr = child.stderrTail();
  if (first.kind === "line") return parseHandshake(first.line, { plugin, socketFolder, stderr });
  const actual = endedItself ? describeEnd(end) : "the end of its stdout while it ran on";
  throw handshakeError(first, { plugin, timeoutMs, actual, stderr });
}

function handshakeError(
  first: Exclude<FirstLine, { kind: "line" }>,
  details: { plugin: string; timeoutMs: number; actual: string; stderr: readonly string[] },
): HostError {
  const { plugin, timeoutMs, actual, stderr } = details;
  if (first.kind === "closed") {
    return new HostError("EXITED", "ended before its handshake", {
      plugin,
      expected: "a handshake line on stdout",
      actual,
      stderr,
    });
  }
  return new HostError("HANDSHAKE_TIMEOUT", "did not shake hands in time", {
    plugin,
    expected: `a handshake line on stdout within ${timeoutMs} ms`,
    actual: "nothing",
    stderr,
  });
}
