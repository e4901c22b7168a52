/** One life of a plugin's process: from its sockets to their removal. @module */

import type { HookName } from "../../gen/plugin_hooks.ts";
import { connectGrpc } from "../grpc/connect_grpc.ts";
import type { Handler, Transport } from "../transport/transport.ts";
import { TransportError, type TransportErrorCode } from "../transport/transport_error.ts";
import { activate, askImplemented } from "./activation.ts";
import { type APIServer, serveAPI } from "./api_server.ts";
import type { Clock } from "./clock.ts";
import { deactivatePlugin, endProcess, kill, type StopOptions } from "./end_plugin.ts";
import { HostError } from "./host_error.ts";
import { textOf } from "../transport/text_of.ts";
import { ping } from "./health.ts";
import {
  type ChildCommand,
  type ChildEnd,
  describeEnd,
  type PluginChild,
  spawnChild,
} from "./plugin_child.ts";
import { type HostLog, type LogSink, parseLogLine } from "./plugin_log.ts";
import { shakeHands } from "./shake_hands.ts";
import { makeSocketFolder, type SocketFolder } from "./socket_folder.ts";

/** What a command is composed from: the addresses of one run. */
export interface RunAddresses {
  /** The folder for the plugin's own socket. */
  readonly socketFolder: string;
  /** Where the plugin API is served: `unix:PATH` or `127.0.0.1:PORT`. */
  readonly apiTarget: string;
}

/** What a run is made of. */
export interface RunOptions {
  readonly plugin: string;
  readonly command: (addresses: RunAddresses) => ChildCommand;
  readonly apiHandler: Handler;
  readonly apiListen: "unix" | "tcp";
  /** Whether only a socket in the run's own folder is accepted from the handshake. */
  readonly confined: boolean;
  readonly configurationFirst: boolean;
  readonly handshakeTimeoutMs: number;
  readonly activationTimeoutMs: number;
  readonly stop: StopOptions;
  readonly clock: Clock;
  readonly sink: LogSink;
  readonly log: HostLog;
  /** Puts something between the host and the plugin. */
  readonly wrapTransport?: ((transport: Transport) => Transport) | undefined;
  /** The folder to make the socket folder in. */
  readonly socketParent?: string | undefined;
}

/** A process that has been activated. */
export interface PluginRun {
  readonly pid: number;
  readonly transport: Transport;
  readonly implemented: ReadonlySet<HookName>;
  /** The end of the process, whoever brought it about. */
  readonly ended: Promise<ChildEnd>;
  readonly stderrTail: () => readonly string[];
  /** What ended the process, where a failed call says that the connection was lost; else null. */
  readonly endBehind: (error: unknown) => Promise<string | null>;
  /** Ends it in order and removes what it used; `deactivate` says whether the plugin is asked first. */
  readonly stop: (deactivate: boolean) => Promise<void>;
}

/**
 * Starts a process and activates the plugin. When any step fails, everything that the steps before it
 * made is gone before the error is thrown.
 *
 * @throws {HostError} with the code of the step that failed
 */
export async function startRun(options: RunOptions): Promise<PluginRun> {
  const { plugin, clock, sink, log } = options;
  const undo: (() => Promise<void>)[] = [];
  try {
    const folder: SocketFolder = await makeSocketFolder(plugin, options.socketParent);
    undo.push(folder.remove);
    const api: APIServer = await serveAPI(
      options.apiHandler,
      options.apiListen === "unix" ? { path: folder.apiSocket } : "tcp",
    );
    undo.push(api.close);
    const child = spawnChild({
      plugin,
      command: options.command({
        socketFolder: folder.path,
        apiTarget: api.target,
      }),
      clock,
      onStderr: (line) => sink(parseLogLine(plugin, line, clock.now())),
      onStdout: (line) => sink({ ...parseLogLine(plugin, line, clock.now()), level: "debug" }),
    });
    undo.push(() => kill(child));
    const handshake = await shakeHands(child, {
      plugin,
      timeoutMs: options.handshakeTimeoutMs,
      socketFolder: options.confined ? folder.path : undefined,
      clock,
    });
    const target = handshake.network === "unix" ? `unix:${handshake.address}` : handshake.address;
    const connected = connectGrpc(target);
    const transport = options.wrapTransport?.(connected) ?? connected;
    undo.push(() => transport.close());
    // Calls under way learn of the end at once, and nothing tries to connect to what is gone.
    child.ended.then(() => transport.close());
    await reach(child, transport, target, options);
    const implemented = await step(
      child,
      "ACTIVATION_FAILED",
      options,
      "Implemented",
      () => askImplemented(transport, { timeoutMs: options.activationTimeoutMs, log }),
    );
    await step(
      child,
      "ACTIVATION_FAILED",
      options,
      "activation",
      () =>
        activate(transport, implemented, {
          timeoutMs: options.activationTimeoutMs,
          configurationFirst: options.configurationFirst,
          log,
        }),
    );
    let stopped: Promise<void> | undefined;
    return {
      pid: child.pid,
      transport,
      implemented,
      ended: child.ended,
      stderrTail: child.stderrTail,
      endBehind: async (error) => {
        if (!isLoss(error)) return null;
        const end = await child.endBehindLoss();
        return end && describeEnd(end);
      },
      stop: (deactivate) =>
        stopped ??= (async () => {
          if (deactivate && !child.hasEnded()) {
            await deactivatePlugin(transport, implemented, options);
          }
          await endProcess(child, transport, options);
          await unwind(undo, log);
        })(),
    };
  } catch (error) {
    await unwind(undo, log);
    throw error;
  }
}

/** Asks whether somebody answers at the address that the plugin named. */
function reach(
  child: PluginChild,
  transport: Transport,
  target: string,
  options: RunOptions,
): Promise<void> {
  return step(
    child,
    "UNREACHABLE",
    options,
    `the first ping at ${target}`,
    () => ping(transport, options.handshakeTimeoutMs),
  );
}

async function step<T>(
  child: PluginChild,
  code: "UNREACHABLE" | "ACTIVATION_FAILED",
  { plugin }: RunOptions,
  name: string,
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const end = isLoss(error) ? await child.endBehindLoss() : null;
    await kill(child);
    const text = textOf(error);
    const stderr = child.stderrTail();
    const cause = error;
    if (end) {
      throw new HostError("EXITED", `ended during ${name}`, {
        plugin,
        expected: "a process that stays",
        actual: describeEnd(end),
        stderr,
        cause,
      });
    }
    if (code === "UNREACHABLE") {
      throw new HostError(code, "does not answer where it says that it listens", {
        plugin,
        expected: `an answer to ${name}`,
        actual: text,
        stderr,
        cause,
      });
    }
    throw new HostError(code, `failed in its ${name}: ${text}`, { plugin, stderr, cause });
  }
}

/** What a call under way gets when its process ends, in whichever order the two become known. */
const LOSSES: ReadonlySet<TransportErrorCode> = new Set(["UNAVAILABLE", "CANCELLED"]);

function isLoss(error: unknown): boolean {
  return error instanceof TransportError && LOSSES.has(error.code);
}

/** Undoes the steps, the last one first; one that fails is reported and keeps no other from it. */
async function unwind(undo: (() => Promise<void>)[], log: HostLog): Promise<void> {
  for (const last of undo.splice(0).reverse()) {
    try {
      await last();
    } catch (error) {
      log("error", "cleaning up after the plugin failed", { error: textOf(error) });
    }
  }
}
