/**
 * The calling side of a method with one message each way.
 *
 * @module
 */
import type { DescMessage, DescMethodUnary, MessageShape } from "@bufbuild/protobuf";
import type { TransportCallOptions } from "../transport/transport.ts";
import { TransportError } from "../transport/transport_error.ts";
import { type ClientCall, errorFromStart, type GrpcChannel } from "./channel.ts";
import { errorFromAbort, errorFromStatus } from "./status.ts";
import { textOf } from "../transport/text_of.ts";
import { decodeMessage, encodeMessage, methodName, methodPath } from "./wire_bytes.ts";

/** Calls a unary method over a channel that is ready. */
export function callUnary<I extends DescMessage, O extends DescMessage>(
  channel: GrpcChannel,
  method: DescMethodUnary<I, O>,
  bytes: Uint8Array,
  deadline: number,
  signal: AbortSignal | undefined,
): Promise<MessageShape<O>> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(errorFromAbort(signal));
    let answer: Uint8Array | undefined;
    let failure: TransportError | undefined;
    let call: ClientCall;
    const onAbort = () => {
      failure = errorFromAbort(signal!);
      call.cancel(failure);
    };
    try {
      call = channel.start(methodPath(method), deadline, {
        onMessage(message) {
          if (answer !== undefined) {
            failure = new TransportError(
              "INTERNAL",
              `${methodName(method)}: the peer sent more than one answer`,
            );
            call.cancel(failure);
            return;
          }
          answer = message;
          call.read();
        },
        onStatus(status) {
          signal?.removeEventListener("abort", onAbort);
          if (failure !== undefined) reject(failure);
          else if (status.code !== 0) reject(errorFromStatus(status));
          else if (answer === undefined) reject(noAnswer(method));
          else {
            try {
              resolve(decodeMessage(method.output, answer));
            } catch (error) {
              reject(malformedAnswer(method, answer, error));
            }
          }
        },
      });
    } catch (error) {
      reject(errorFromStart(error));
      return;
    }
    signal?.addEventListener("abort", onAbort, { once: true });
    call.send(bytes, ignore);
    call.halfClose();
    call.read();
  });
}

/**
 * The bytes of a request.
 *
 * @throws {TransportError} `INVALID_ARGUMENT` when a field does not hold what its type says
 */
export function encodeRequest<I extends DescMessage>(
  method: Parameters<typeof methodName>[0],
  input: I,
  request: MessageShape<I>,
): Uint8Array {
  try {
    return encodeMessage(input, request);
  } catch (error) {
    throw new TransportError(
      "INVALID_ARGUMENT",
      `${methodName(method)}: the request cannot be encoded as ${input.typeName}: ${textOf(error)}`,
      { cause: error },
    );
  }
}

/** The failure for bytes that are not the answer's message. */
export function malformedAnswer(
  method: Parameters<typeof methodName>[0] & { readonly output: DescMessage },
  bytes: Uint8Array,
  error: unknown,
): TransportError {
  return new TransportError(
    "INTERNAL",
    `${methodName(method)}: the peer's answer (${bytes.byteLength} bytes) is not a valid ` +
      `${method.output.typeName}: ${textOf(error)}`,
    { cause: error },
  );
}

/** The failure for a call that ended well but without a message. */
export function noAnswer(method: Parameters<typeof methodName>[0]): TransportError {
  return new TransportError(
    "INTERNAL",
    `${methodName(method)}: the peer ended the call without an answer`,
  );
}

/** When a call that starts now must be over, in Unix milliseconds. */
export function deadlineOf(options: TransportCallOptions | undefined): number {
  const timeoutMs = options?.timeoutMs;
  return timeoutMs === undefined ? Infinity : Date.now() + timeoutMs;
}

function ignore(): void {}
