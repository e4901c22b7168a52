/**
 * The answering side of a method with one message each way.
 *
 * @module
 */
import type { DescMethod } from "@bufbuild/protobuf";
import type { Handler, IncomingCall } from "../transport/transport.ts";
import { cancelReason, lazySignal } from "./call_signal.ts";
import type { ServerCall, ServerMethod } from "./server_call.ts";
import { okStatus, statusFromError, statusNumber } from "./status.ts";
import { textOf } from "../transport/text_of.ts";
import { decodeMessage, encodeMessage, methodName } from "./wire_bytes.ts";

/** Serves a unary method by a handler. */
export function serveUnary(handler: Handler, method: DescMethod): ServerMethod {
  return (call) => {
    const lazy = lazySignal();
    const incoming: IncomingCall = {
      get signal() {
        return lazy.signal;
      },
    };
    let asked = false;
    return {
      onMessage(bytes) {
        if (asked) {
          lazy.abort(cancelReason(call));
          return call.end({
            code: statusNumber("INVALID_ARGUMENT"),
            details: `${methodName(method)} takes one message, the caller sent a second`,
          });
        }
        asked = true;
        void answer(handler, method, call, bytes, incoming);
        // The end of the request, or a second message, is still to come.
        call.read();
      },
      onHalfClose() {
        if (asked) return;
        call.end({
          code: statusNumber("INVALID_ARGUMENT"),
          details: `${methodName(method)} takes one message, the caller sent none`,
        });
      },
      onCancel() {
        lazy.abort(cancelReason(call));
      },
    };
  };
}

async function answer(
  handler: Handler,
  method: DescMethod,
  call: ServerCall,
  bytes: Uint8Array,
  incoming: IncomingCall,
): Promise<void> {
  let request;
  try {
    request = decodeMessage(method.input, bytes);
  } catch (error) {
    return call.end({
      code: statusNumber("INTERNAL"),
      details: `${methodName(method)}: the request (${bytes.byteLength} bytes) is not a valid ` +
        `${method.input.typeName}: ${textOf(error)}`,
    });
  }
  let response;
  try {
    response = await handler.call(method, request, incoming);
  } catch (error) {
    return call.end(statusFromError(error));
  }
  if (call.ended) return;
  let encoded;
  try {
    encoded = encodeMessage(method.output, response);
  } catch (error) {
    return call.end({
      code: statusNumber("INTERNAL"),
      details: `${methodName(method)}: the answer cannot be encoded as ` +
        `${method.output.typeName}: ${textOf(error)}`,
    });
  }
  call.send(encoded, ignore);
  call.end(okStatus);
}

function ignore(): void {}
