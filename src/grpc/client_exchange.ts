/**
 * The calling side of a streamed call.
 *
 * @module
 */
import type { DescMethod, Message } from "@bufbuild/protobuf";
import type { Exchange } from "../transport/transport.ts";
import { TransportError } from "../transport/transport_error.ts";
import { type ClientCall, errorFromStart, type GrpcChannel } from "./channel.ts";
import { emptyInit, type Envelope, envelopeLayout, readEnvelope } from "./envelope.ts";
import { errorFromAbort, errorFromStatus } from "./status.ts";
import { textOf } from "../transport/text_of.ts";
import { encodeRequest, malformedAnswer, noAnswer } from "./unary_call.ts";
import { startUpload, type Upload } from "./upload.ts";
import { decodeMessage, methodName, methodPath } from "./wire_bytes.ts";

/**
 * Starts an exchange over a channel that is ready; resolves when the answer's head is here.
 *
 * The upload runs beside. It stops when the call is over, whoever ended it. An upload that fails
 * cancels the call, since half a body must not pass for a whole one.
 */
export function startExchange(
  channel: GrpcChannel,
  method: DescMethod,
  init: Message,
  requestBody: ReadableStream<Uint8Array> | null,
  deadline: number,
  signal: AbortSignal | undefined,
): Promise<Exchange> {
  const refuse = (error: TransportError): Promise<never> => {
    requestBody?.cancel(error).catch(ignore); // Whoever fills the body must learn of it.
    return Promise.reject(error);
  };
  if (signal?.aborted) return refuse(errorFromAbort(signal));
  const requestLayout = envelopeLayout(method.input);
  if (requestLayout === null) {
    return refuse(
      new TransportError(
        "INVALID_ARGUMENT",
        `${methodName(method)} is not a streamed call: ${method.input.typeName} has no init and ` +
          "body_chunk. Use call() for it.",
      ),
    );
  }
  let head: Uint8Array;
  try {
    head = encodeRequest(method, requestLayout.initDesc, init);
  } catch (error) {
    return refuse(error as TransportError);
  }
  const responseLayout = method.methodKind === "client_streaming"
    ? null
    : envelopeLayout(method.output);

  return new Promise((resolve, reject) => {
    let call: ClientCall;
    // deno-lint-ignore prefer-const -- the listener below may run before it is assigned
    let upload: Upload | undefined;
    /** Why this side ended the call, if it did. */
    let failure: TransportError | undefined;
    let plainAnswer: Uint8Array | undefined;
    let headSeen = false;
    let bodyOver = false;
    let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
    let pulled: (() => void) | undefined;

    const cancel = (error: TransportError) => {
      failure ??= error;
      upload?.stop(error);
      call.cancel(error);
    };
    const onAbort = () => cancel(errorFromAbort(signal!));
    const endBody = () => {
      bodyOver = true;
      controller?.close();
      pulled?.();
    };

    const onEnvelope = (envelope: Envelope) => {
      if (!headSeen) {
        headSeen = true;
        bodyOver = envelope.complete;
        // A peer may leave the head out when all of it is at its defaults.
        const answer = envelope.init ?? emptyInit(responseLayout!);
        if (envelope.complete && envelope.chunk === undefined) {
          resolve({ init: answer, body: null });
          return call.read();
        }
        resolve({ init: answer, body: responseBody(envelope) });
        if (bodyOver) call.read();
        return;
      }
      if (bodyOver) return call.read(); // Only the status is still of interest.
      if (envelope.chunk !== undefined) controller?.enqueue(envelope.chunk);
      if (envelope.complete) {
        endBody();
        call.read();
      } else if (envelope.chunk !== undefined) {
        pulled?.();
      } else {
        call.read();
      }
    };

    const responseBody = (first: Envelope) =>
      new ReadableStream<Uint8Array>({
        start(c) {
          controller = c;
          if (first.chunk !== undefined) c.enqueue(first.chunk);
          if (first.complete) c.close();
        },
        pull() {
          return new Promise<void>((done) => {
            pulled = done;
            call.read();
          });
        },
        cancel(reason) {
          bodyOver = true;
          pulled?.();
          cancel(
            new TransportError("CANCELLED", `the answer's body was cancelled: ${textOf(reason)}`, {
              cause: reason,
            }),
          );
        },
      }, { highWaterMark: 1 });

    try {
      call = channel.start(methodPath(method), deadline, {
        onMessage(bytes) {
          if (failure !== undefined) return;
          if (responseLayout === null) {
            plainAnswer = bytes;
            return call.read();
          }
          try {
            onEnvelope(readEnvelope(responseLayout, bytes));
          } catch (error) {
            cancel(malformedAnswer(method, bytes, error));
          }
        },
        onStatus(status) {
          signal?.removeEventListener("abort", onAbort);
          const error = failure ?? (status.code === 0 ? undefined : errorFromStatus(status));
          upload?.stop(
            error ?? new TransportError("CANCELLED", "the peer has answered and reads no more"),
          );
          if (headSeen) {
            if (bodyOver) return;
            if (error === undefined) return endBody();
            bodyOver = true;
            controller?.error(error);
            return pulled?.();
          }
          if (error !== undefined) return reject(error);
          if (plainAnswer === undefined) return reject(noAnswer(method));
          try {
            resolve({ init: decodeMessage(method.output, plainAnswer), body: null });
          } catch (cause) {
            reject(malformedAnswer(method, plainAnswer, cause));
          }
        },
      });
    } catch (error) {
      const failed = errorFromStart(error);
      requestBody?.cancel(failed).catch(ignore);
      return reject(failed);
    }
    signal?.addEventListener("abort", onAbort, { once: true });
    call.read();
    upload = startUpload(requestLayout, head, requestBody, {
      send: (bytes, sent) => call.send(bytes, sent),
      halfClose: () => call.halfClose(),
      fail: (cause) =>
        cancel(
          new TransportError("CANCELLED", `the request's body failed: ${textOf(cause)}`, { cause }),
        ),
    });
  });
}

function ignore(): void {}
