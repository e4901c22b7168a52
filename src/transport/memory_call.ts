/**
 * What every call over the in-memory transport needs: copies of messages, and its limits.
 *
 * @module
 */
import { textOf } from "./text_of.ts";
import {
  type DescMessage,
  type DescMethod,
  fromBinary,
  type MessageShape,
  toBinary,
} from "@bufbuild/protobuf";
import type { TransportCallOptions } from "./transport.ts";
import { TransportError } from "./transport_error.ts";

/** What a handler threw, as the caller gets it. */
export function asTransportError(error: unknown): TransportError {
  if (error instanceof TransportError) return error;
  return new TransportError("UNKNOWN", textOf(error), { cause: error });
}

/**
 * The message as the other side gets it.
 *
 * @throws {TransportError} `INVALID_ARGUMENT` when a field does not hold what its type says
 */
export function copyMessage<D extends DescMessage>(
  method: DescMethod,
  desc: D,
  message: MessageShape<D>,
): MessageShape<D> {
  try {
    return fromBinary(desc, toBinary(desc, message));
  } catch (error) {
    throw new TransportError(
      "INVALID_ARGUMENT",
      `${nameOf(method)}: the message cannot be encoded as ${desc.typeName}: ${textOf(error)}`,
      { cause: error },
    );
  }
}

/** What may end a call from the caller's side, as one signal. */
export interface CallLimits {
  /** Aborted with a `TransportError` when the caller gives up or the connection is closed. */
  readonly signal: AbortSignal;
  /** Throws when the call is over already. */
  check(): void;
  /** Settles like `work`, or rejects when the call is over. */
  race<T>(work: Promise<T>): Promise<T>;
  /** Ends the call for the answering side. */
  abort(reason: TransportError): void;
  /** Forgets the caller's signal and the time limit. */
  dispose(): void;
}

/** Joins what may end a call: its signal, its time limit, the end of the connection. */
export function limitCall(
  closing: AbortSignal,
  options: TransportCallOptions | undefined,
): CallLimits {
  const controller = new AbortController();
  const { signal } = controller;
  const sources = [closing, ...(options?.signal === undefined ? [] : [options.signal])];
  const onAbort = (event: Event) => abortAs((event.target as AbortSignal).reason);
  const abortAs = (reason: unknown) => {
    controller.abort(
      reason instanceof TransportError ? reason : new TransportError(
        "CANCELLED",
        `the call was cancelled: ${textOf(reason)}`,
        { cause: reason },
      ),
    );
  };
  for (const source of sources) {
    if (source.aborted) abortAs(source.reason);
    source.addEventListener("abort", onAbort, { once: true });
  }
  const timer = options?.timeoutMs === undefined ? undefined : setTimeout(
    () =>
      controller.abort(
        new TransportError("DEADLINE_EXCEEDED", `no answer within ${options.timeoutMs} ms`),
      ),
    options.timeoutMs,
  );
  return {
    signal,
    check: () => signal.throwIfAborted(),
    race(work) {
      work.catch(() => {}); // It may reject after nobody waits any more.
      return new Promise((resolve, reject) => {
        const over = () => reject(signal.reason);
        if (signal.aborted) return over();
        signal.addEventListener("abort", over, { once: true });
        work.then(resolve, reject).finally(() => signal.removeEventListener("abort", over));
      });
    },
    abort: (reason) => controller.abort(reason),
    dispose() {
      clearTimeout(timer);
      for (const source of sources) source.removeEventListener("abort", onAbort);
    },
  };
}

/** A method's name for error texts. */
export function nameOf(method: DescMethod): string {
  return `${method.parent.typeName}/${method.name}`;
}
