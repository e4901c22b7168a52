/**
 * Shapes of methods that are served below the seam.
 *
 * @module
 */
import type { DescMethod, Message } from "@bufbuild/protobuf";
import { TransportError } from "../transport/transport_error.ts";
import type { ServerCall, ServerMethod } from "./server_call.ts";
import { okStatus, statusFromError } from "./status.ts";
import { textOf } from "../transport/text_of.ts";
import { decodeMessage, encodeMessage, methodName } from "./wire_bytes.ts";

/** A method with one message each way, answered at once; `sent` runs when the answer is out. */
export function answerAtOnce(
  method: DescMethod,
  answer: (request: Message) => Message,
  sent?: () => void,
): ServerMethod {
  return (call) => ({
    onMessage(bytes) {
      if (call.ended) return;
      try {
        call.send(encodeMessage(method.output, answer(decode(method, bytes))), ignore);
        call.end(okStatus);
        sent?.();
      } catch (error) {
        call.end(statusFromError(error));
      }
    },
    onHalfClose: () => call.end(noMessage(method)),
    onCancel: ignore,
  });
}

/** One stream that stays open until the caller leaves or `closeAll` is called. */
export interface OpenStream {
  /** Sends one message to this caller. */
  send(message: Message): void;
}

/** Streams that stay open. */
export interface OpenStreams {
  readonly method: ServerMethod;
  /** Ends all of them normally. */
  closeAll(): void;
}

/**
 * A method the stream of which stays open. `onMessage` is called for each message of a caller,
 * `onLeave` when it has gone.
 */
export function openStreams(
  method: DescMethod,
  onMessage: (stream: OpenStream, request: Message) => void,
  onLeave: (stream: OpenStream) => void = ignore,
): OpenStreams {
  const open = new Map<ServerCall, OpenStream>();
  const leave = (call: ServerCall) => {
    const stream = open.get(call);
    if (open.delete(call) && stream !== undefined) onLeave(stream);
  };
  return {
    method(call) {
      const stream: OpenStream = {
        send(message) {
          if (!call.ended) call.send(encodeMessage(method.output, message), ignore);
        },
      };
      open.set(call, stream);
      let asked = false;
      return {
        onMessage(bytes) {
          asked = true;
          try {
            onMessage(stream, decode(method, bytes));
            call.read();
          } catch (error) {
            leave(call);
            call.end(statusFromError(error));
          }
        },
        onHalfClose() {
          // A caller that streams has said all; one that asks once has just asked.
          if (method.methodKind === "bidi_streaming") {
            leave(call);
            call.end(okStatus);
          } else if (!asked) {
            leave(call);
            call.end(noMessage(method));
          }
        },
        onCancel: () => leave(call),
      };
    },
    closeAll() {
      for (const call of [...open.keys()]) {
        leave(call);
        call.end(okStatus);
      }
    },
  };
}

function decode(method: DescMethod, bytes: Uint8Array): Message {
  try {
    return decodeMessage(method.input, bytes);
  } catch (error) {
    throw new TransportError(
      "INTERNAL",
      `${methodName(method)}: the request (${bytes.byteLength} bytes) is not a valid ` +
        `${method.input.typeName}: ${textOf(error)}`,
    );
  }
}

function noMessage(method: DescMethod) {
  return statusFromError(
    new TransportError(
      "INVALID_ARGUMENT",
      `${methodName(method)} takes one message, the caller sent none`,
    ),
  );
}

function ignore(): void {}
