/**
 * One call as a server sees it, below the seam: messages as bytes, and a status.
 *
 * grpc-js lets an interceptor take a call before its own handlers do. That leaves out a Node stream
 * per call, and one message is read at a time, exactly when it is wanted.
 *
 * @module
 */
import {
  ServerInterceptingCall,
  type ServerInterceptingCallInterface,
  type ServerInterceptor,
} from "@grpc/grpc-js";
import type { Buffer } from "node:buffer";
import { asBuffer } from "./wire_bytes.ts";
import type { WireStatus } from "./status.ts";

/** One call under way. */
export interface ServerCall {
  /** When the caller gives up, in Unix milliseconds; `Infinity` where it does not say. */
  readonly deadline: number;
  /** Whether `end` was called. */
  readonly ended: boolean;
  /** Asks for one message; `onMessage` or `onHalfClose` follows. */
  read(): void;
  /** Sends one message; `sent` is called when HTTP/2 has taken it. */
  send(bytes: Uint8Array, sent: () => void): void;
  /** Ends the call after what was sent. A second call does nothing. */
  end(status: WireStatus): void;
  /** Ends the call against the will of who answers it, who is told by `onCancel`. */
  abandon(status: WireStatus): void;
}

/** What a method is told about one call. */
export interface ServerCallListener {
  onMessage(bytes: Uint8Array): void;
  /** The caller sends no more. */
  onHalfClose(): void;
  /** The caller is gone, or its deadline has passed; nothing can be sent any more. */
  onCancel(): void;
}

/** A method, served below the seam. Called once per call, before any message is read. */
export type ServerMethod = (call: ServerCall) => ServerCallListener;

/** What a server counts. */
export interface CallObserver {
  /** A call begins; returns what to call when it is over, or a status that refuses it. */
  began(path: string, call: ServerCall): (() => void) | WireStatus;
}

/** The interceptor that hands calls to `methods`. */
export function takeCalls(
  methods: ReadonlyMap<string, ServerMethod>,
  observer: CallObserver,
): ServerInterceptor {
  return (definition, inner) =>
    new ServerInterceptingCall(inner, {
      // `next` is never called: grpc-js's own handler does not learn of the call.
      start: () => run(definition.path, methods.get(definition.path)!, inner, observer),
    });
}

function run(
  path: string,
  method: ServerMethod,
  inner: ServerInterceptingCallInterface,
  observer: CallObserver,
): void {
  let ended = false;
  const call: ServerCall = {
    get deadline() {
      const deadline = inner.getDeadline();
      return typeof deadline === "number" ? deadline : deadline.getTime();
    },
    get ended() {
      return ended;
    },
    read: () => inner.startRead(),
    send: (bytes, sent) => inner.sendMessage(asBuffer(bytes), sent),
    end(status) {
      if (ended) return;
      ended = true;
      inner.sendStatus(status);
    },
    abandon(status) {
      if (ended) return;
      call.end(status);
      told.onCancel();
    },
  };
  const began = observer.began(path, call);
  if (typeof began !== "function") return call.end(began);
  const told: ServerCallListener = method(call);
  inner.start({
    onReceiveMetadata: () => inner.startRead(),
    onReceiveMessage: (bytes: Buffer) => told.onMessage(bytes),
    onReceiveHalfClose: () => told.onHalfClose(),
    onCancel() {
      // grpc-js says this at the end of every call.
      began();
      if (!ended) {
        ended = true;
        told.onCancel();
      }
    },
  });
}
