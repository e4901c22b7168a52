/**
 * One connection to a gRPC server: options, waiting for it, closing it.
 *
 * @module
 */
import { Buffer } from "node:buffer";
import { Channel, connectivityState, credentials, Metadata } from "@grpc/grpc-js";
import { TransportError } from "../transport/transport_error.ts";
import { guardClientSessions, pendingGoaway } from "./goaway.ts";
import {
  firstReconnectMs,
  keepaliveTimeMs,
  keepaliveTimeoutMs,
  maxMessageBytes,
  maxReconnectMs,
  receiveWindowBytes,
} from "./limits.ts";
import { errorFromAbort, errorFromStatus, statusNumber, type WireStatus } from "./status.ts";
import { textOf } from "../transport/text_of.ts";
import { parseTarget } from "./target.ts";
import { asBuffer } from "./wire_bytes.ts";

/** What protects a connection. All texts are PEM. */
export interface TlsOptions {
  /** Certificates of the authorities to trust. Default: those of the system. */
  readonly caCertificates?: string | undefined;
  /** The client's own certificate chain, for servers that ask for one; needs `privateKey`. */
  readonly certificateChain?: string | undefined;
  /** The key of `certificateChain`. */
  readonly privateKey?: string | undefined;
  /** The name to find in the server's certificate. Default: the target's host. */
  readonly serverName?: string | undefined;
}

/** What is told about one call under way. `onStatus` comes last and once. */
export interface ClientCallListener {
  onMessage(bytes: Uint8Array): void;
  onStatus(status: WireStatus): void;
}

/** One call under way. */
export interface ClientCall {
  /** Asks for one message. */
  read(): void;
  /** Sends one message; `sent` is called when HTTP/2 has taken it, or the call is over. */
  send(bytes: Uint8Array, sent: () => void): void;
  /** Says that no message follows. */
  halfClose(): void;
  /** Ends the call on both sides; `onStatus` follows. */
  cancel(error: TransportError): void;
}

/** A connection that is made when it is first needed, and made again when it was lost. */
export interface GrpcChannel {
  /** The target as it was given; for error texts. */
  readonly target: string;
  /** Whether a call can start at once. */
  isReady(): boolean;
  /**
   * Resolves when a call can start. Rejects with `UNAVAILABLE` after `limitMs`, and as `signal`
   * says.
   */
  ready(limitMs: number, signal: AbortSignal | undefined): Promise<void>;
  /** Starts a call. `deadline` is in Unix milliseconds, or `Infinity`. */
  start(path: string, deadline: number, listener: ClientCallListener): ClientCall;
  /** Calls `lost` once, when the connection that is there now is no more. */
  onceLost(lost: () => void): void;
  /** Ends the connection; calls under way get `CANCELLED`. */
  close(): void;
}

const noMetadata = new Metadata();

/**
 * Opens a channel. Nothing is sent before the first call or `ready`.
 *
 * @throws {TypeError} when the target is not an address, or the TLS options do not fit together
 */
export function openChannel(target: string, tls?: TlsOptions): GrpcChannel {
  guardClientSessions();
  const address = parseTarget(target);
  const security = credentialsOf(tls);
  const channelFor = () => new Channel(address, security, channelOptions(target, tls));
  let channel = channelFor();
  const active = new Set<ClientCall>();
  let closed = false;
  const closedError = () => new TransportError("CANCELLED", "the connection was closed");

  const stateChange = (from: connectivityState, until: number): Promise<boolean> =>
    new Promise((resolve) => {
      channel.watchConnectivityState(from, until, (error) => resolve(error === undefined));
    });

  return {
    target,
    isReady: () =>
      !closed && pendingGoaway() === undefined &&
      channel.getConnectivityState(false) === connectivityState.READY,

    async ready(limitMs, signal) {
      const until = Date.now() + limitMs;
      const aborted = signal === undefined ? undefined : abortPromise(signal);
      try {
        while (true) {
          await pendingGoaway();
          if (closed) throw closedError();
          const state = channel.getConnectivityState(true);
          if (state === connectivityState.READY) return;
          const change = stateChange(state, until);
          if (await (aborted ? Promise.race([change, aborted.promise]) : change)) continue;
          // After a failed attempt a call fails at once, and its status says why.
          if (state === connectivityState.TRANSIENT_FAILURE) return;
          throw new TransportError(
            "UNAVAILABLE",
            `no connection to ${target} within ${Math.round(limitMs)} ms`,
          );
        }
      } finally {
        aborted?.dispose();
      }
    },

    start(path, deadline, listener) {
      if (closed) throw closedError();
      const used = channel;
      const inner = used.createCall(path, deadline, null, null, null);
      const call: ClientCall = {
        read: () => inner.startRead(),
        ...oneAtATime(inner),
        cancel: (error) => inner.cancelWithStatus(statusNumber(error.code), error.details),
      };
      active.add(call);
      inner.start(noMetadata, {
        onReceiveMetadata: ignore,
        onReceiveMessage: listener.onMessage,
        onReceiveStatus(status) {
          active.delete(call);
          if (!neverBegan(status)) return listener.onStatus(status);
          // grpc-js may go on to take a session that ended as it began for ready.
          if (used === channel && !closed) {
            channel = channelFor();
            used.close();
          }
          listener.onStatus({ code: statusNumber("UNAVAILABLE"), details: neverBeganDetails });
        },
      });
      return call;
    },

    onceLost(lost) {
      if (closed) return lost();
      channel.watchConnectivityState(connectivityState.READY, Infinity, () => lost());
    },

    close() {
      if (closed) return;
      closed = true;
      for (const call of active) call.cancel(closedError());
      channel.close();
    },
  };
}

/**
 * grpc-js loses or reorders a message that is sent, and a half-close that is asked for, before it has
 * taken the message before it.
 */
function oneAtATime(
  inner: ReturnType<Channel["createCall"]>,
): Pick<ClientCall, "send" | "halfClose"> {
  const waiting: (() => void)[] = [];
  let busy = false;
  const next = () => {
    busy = false;
    waiting.shift()?.();
  };
  return {
    send(bytes, sent) {
      const start = () => {
        busy = true;
        const callback = () => {
          sent();
          next();
        };
        inner.sendMessageWithContext({ callback }, asBuffer(bytes));
      };
      if (busy) waiting.push(start);
      else start();
    },
    halfClose() {
      if (busy) waiting.push(() => inner.halfClose());
      else inner.halfClose();
    },
  };
}

/**
 * Whether a call's connection ended as it began: grpc-js says INTERNAL, but what it means is that
 * the peer is not there now.
 */
function neverBegan(status: WireStatus): boolean {
  return status.code === statusNumber("INTERNAL")
    ? status.details.startsWith("Failed to start HTTP/2 stream")
    : status.details === "Channel closed before call started";
}

/** The details of the `UNAVAILABLE` of a call of which nothing was sent; it may be repeated. */
export const neverBeganDetails = "the connection ended as the call began";

/** The status that `start` throwing stands for. */
export function errorFromStart(error: unknown): TransportError {
  if (error instanceof TransportError) return error;
  return errorFromStatus({ code: statusNumber("INTERNAL"), details: textOf(error) }, error);
}

function ignore(): void {}

function abortPromise(signal: AbortSignal): { promise: Promise<never>; dispose(): void } {
  let onAbort = ignore;
  const promise = new Promise<never>((_, reject) => {
    onAbort = () => reject(errorFromAbort(signal));
    if (signal.aborted) onAbort();
    else signal.addEventListener("abort", onAbort, { once: true });
  });
  promise.catch(ignore); // It may reject after nobody waits any more.
  return { promise, dispose: () => signal.removeEventListener("abort", onAbort) };
}

function credentialsOf(tls: TlsOptions | undefined) {
  if (tls === undefined) return credentials.createInsecure();
  const { caCertificates, privateKey, certificateChain } = tls;
  if ((privateKey === undefined) !== (certificateChain === undefined)) {
    throw new TypeError(
      "TLS options: privateKey and certificateChain belong together, but only one is given.",
    );
  }
  const pem = (text: string | undefined) => text === undefined ? null : Buffer.from(text);
  return credentials.createSsl(pem(caCertificates), pem(privateKey), pem(certificateChain));
}

function channelOptions(target: string, tls: TlsOptions | undefined) {
  // `localhost` is dialled as 127.0.0.1, but certificates say localhost.
  const serverName = tls &&
    (tls.serverName ?? (/(^|\/|:)localhost:\d+$/i.test(target) ? "localhost" : undefined));
  return {
    "grpc.max_send_message_length": maxMessageBytes,
    "grpc.max_receive_message_length": maxMessageBytes,
    "grpc.keepalive_time_ms": keepaliveTimeMs,
    "grpc.keepalive_timeout_ms": keepaliveTimeoutMs,
    "grpc.keepalive_permit_without_calls": 0,
    "grpc.initial_reconnect_backoff_ms": firstReconnectMs,
    "grpc.max_reconnect_backoff_ms": maxReconnectMs,
    "grpc-node.flow_control_window": receiveWindowBytes,
    // A call that may have reached the peer is never sent twice, and the buffer that repeating
    // needs would take a megabyte of an upload past the back-pressure.
    "grpc.enable_retries": 0,
    "grpc.enable_channelz": 0,
    "grpc.enable_http_proxy": 0,
    "grpc.service_config_disable_resolution": 1,
    // Two connections to one address are two connections: each has its own windows and its own end.
    "grpc.use_local_subchannel_pool": 1,
    ...(serverName === undefined ? {} : {
      "grpc.ssl_target_name_override": serverName,
      "grpc.default_authority": serverName,
    }),
  };
}
