/**
 * The calling side of a gRPC connection.
 *
 * @module
 */
import type { DescMethod } from "@bufbuild/protobuf";
import type { Transport } from "../transport/transport.ts";
import { TransportError } from "../transport/transport_error.ts";
import { type GrpcChannel, neverBeganDetails, openChannel, type TlsOptions } from "./channel.ts";
import { startExchange } from "./client_exchange.ts";
import { defaultConnectTimeoutMs } from "./limits.ts";
import { probeMethod } from "./probe.ts";
import { errorFromAbort } from "./status.ts";
import { callUnary, deadlineOf, encodeRequest } from "./unary_call.ts";
import { methodName, methodPath } from "./wire_bytes.ts";

/** How to connect. */
export interface GrpcConnectOptions {
  /** Encrypts the connection. Default: plain, for a server on the same machine. */
  readonly tls?: TlsOptions | undefined;
  /**
   * Milliseconds that a call waits for a connection, when there is none (before the first call, or
   * while the peer restarts its listener), before it rejects with `UNAVAILABLE`. A call's own
   * `timeoutMs` counts too. Default: 2000.
   */
  readonly connectTimeoutMs?: number | undefined;
}

/**
 * Connects to a gRPC server.
 *
 * The connection is made by the first call and made again when it was lost: first after 50 ms, then
 * more slowly, at least once a second. A call that was under way when the connection was lost
 * rejects with `UNAVAILABLE` and is never repeated, since the peer may have done its work; a call
 * that begins meanwhile waits (see `connectTimeoutMs`). Messages may have 100 MiB either way.
 *
 * @param target `HOST:PORT` or `unix:PATH`, see `parseTarget`
 * @throws {TypeError} when the target is not one address
 *
 * @example
 * ```ts ignore
 * const transport = connectGrpc("unix:/run/mattermost/api.sock");
 * const answer = await transport.call(PluginAPI.method.getUser, request, { timeoutMs: 5000 });
 * await transport.close();
 * ```
 */
export function connectGrpc(target: string, options: GrpcConnectOptions = {}): Transport {
  const channel = openChannel(target, options.tls);
  const connectTimeoutMs = options.connectTimeoutMs ?? defaultConnectTimeoutMs;
  const known = new Map<string, Promise<boolean>>();

  return {
    protocol: "grpc",

    async call(method, request, callOptions) {
      const signal = callOptions?.signal;
      if (signal?.aborted) throw errorFromAbort(signal);
      const deadline = deadlineOf(callOptions);
      const bytes = encodeRequest(method, method.input, request);
      const giveUp = Date.now() + connectTimeoutMs;
      while (true) {
        if (!channel.isReady()) await waitUntilReady(channel, connectTimeoutMs, deadline, signal);
        try {
          return await callUnary(channel, method, bytes, deadline, signal);
        } catch (error) {
          if (!wasNotSent(error) || Date.now() >= giveUp) throw error;
        }
      }
    },

    async exchange(method, init, body, callOptions) {
      const signal = callOptions?.signal;
      const deadline = deadlineOf(callOptions);
      try {
        if (signal?.aborted) throw errorFromAbort(signal);
        if (!channel.isReady()) await waitUntilReady(channel, connectTimeoutMs, deadline, signal);
      } catch (error) {
        await body?.cancel(error).catch(ignore); // Whoever fills the body must learn of it.
        throw error;
      }
      return await startExchange(channel, method, init, body, deadline, signal);
    },

    async supports(method) {
      if (method.methodKind === "unary") throw unaryProbe(method);
      const path = methodPath(method);
      const answer = known.get(path) ?? ask();
      return await answer;

      function ask(): Promise<boolean> {
        const asked = (async () => {
          const deadline = Date.now() + connectTimeoutMs;
          if (!channel.isReady()) {
            await waitUntilReady(channel, connectTimeoutMs, Infinity, undefined);
          }
          return await probeMethod(channel, method, deadline + connectTimeoutMs);
        })();
        known.set(path, asked);
        asked.then(
          // Another server may listen there after a restart.
          () => channel.onceLost(() => known.delete(path)),
          () => known.delete(path),
        );
        return asked;
      }
    },

    close() {
      channel.close();
      return Promise.resolve();
    },
  };
}

function wasNotSent(error: unknown): boolean {
  return error instanceof TransportError && error.details === neverBeganDetails;
}

async function waitUntilReady(
  channel: GrpcChannel,
  connectTimeoutMs: number,
  deadline: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const leftMs = deadline - Date.now();
  if (leftMs >= connectTimeoutMs) return await channel.ready(connectTimeoutMs, signal);
  try {
    await channel.ready(Math.max(0, leftMs), signal);
  } catch (error) {
    if (!(error instanceof TransportError) || error.code !== "UNAVAILABLE") throw error;
    throw new TransportError("DEADLINE_EXCEEDED", `${error.details}, the call's time limit`);
  }
}

function unaryProbe(method: DescMethod): TransportError {
  return new TransportError(
    "INVALID_ARGUMENT",
    `${methodName(method)} takes one message; only streaming methods can be asked for, because ` +
      "asking sends nothing and so has no effect",
  );
}

function ignore(): void {}
