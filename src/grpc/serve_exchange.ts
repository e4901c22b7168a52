/**
 * The answering side of a streamed call.
 *
 * @module
 */
import type { DescMethod, Message } from "@bufbuild/protobuf";
import type { Handler, IncomingExchange } from "../transport/transport.ts";
import { TransportError } from "../transport/transport_error.ts";
import { cancelReason, lazySignal } from "./call_signal.ts";
import { openDownload } from "./download.ts";
import { announcesNoBody, type Envelope, type EnvelopeLayout, readEnvelope } from "./envelope.ts";
import type { ServerCall, ServerCallListener, ServerMethod } from "./server_call.ts";
import { statusNumber } from "./status.ts";
import { textOf } from "../transport/text_of.ts";
import { methodName } from "./wire_bytes.ts";

/** Serves a streaming method by a handler. `layout` is that of the request's messages. */
export function serveExchange(
  handler: Handler,
  method: DescMethod,
  layout: EnvelopeLayout,
): ServerMethod {
  return (call) => {
    const lazy = lazySignal();
    const download = openDownload(method, call);
    let request: RequestBody | undefined;

    const refuse = (what: string) =>
      call.end({
        code: statusNumber("INVALID_ARGUMENT"),
        details: `${methodName(method)}: ${what}`,
      });

    const begin = (init: Message, envelope: Envelope) => {
      request = requestBody(call, layout, init, envelope);
      const exchange: IncomingExchange = {
        get signal() {
          return lazy.signal;
        },
        init,
        body: request.body,
        respond: download.respond,
      };
      handler.exchange(method, exchange).then(
        () => download.finish(),
        (error: unknown) => download.breakOff(error),
      ).finally(() => {
        request?.drop();
      });
      // Only now, since it may bring the end of the request at once.
      if (request.body === null) call.read();
    };

    const listener: ServerCallListener = {
      onMessage(bytes) {
        let envelope: Envelope;
        try {
          envelope = readEnvelope(layout, bytes);
        } catch (error) {
          const details = `${methodName(method)}: a message of the request (${bytes.byteLength} ` +
            `bytes) is not a valid ${layout.desc.typeName}: ${textOf(error)}`;
          const broken = new TransportError("INTERNAL", details);
          call.end({ code: statusNumber("INTERNAL"), details });
          return over(broken);
        }
        if (request !== undefined) request.onEnvelope(envelope);
        else if (envelope.init === undefined) refuse("the first message of the stream has no init");
        else begin(envelope.init, envelope);
      },
      onHalfClose() {
        if (request === undefined) refuse("the stream was closed without a message with init");
        else request.onHalfClose();
      },
      onCancel: () => over(cancelReason(call)),
    };
    const over = (reason: TransportError) => {
      lazy.abort(reason);
      request?.fail(reason);
      download.fail(reason);
    };
    return listener;
  };
}

/** The receiving half of a streamed call, after its first message. */
interface RequestBody {
  readonly body: ReadableStream<Uint8Array> | null;
  onEnvelope(envelope: Envelope): void;
  onHalfClose(): void;
  /** The rest will not come: whoever reads gets the error. */
  fail(error: TransportError): void;
  /** Nobody reads any more. */
  drop(): void;
}

function requestBody(
  call: ServerCall,
  layout: EnvelopeLayout,
  init: Message,
  first: Envelope,
): RequestBody {
  let over = first.complete;
  let anyBytes = first.chunk !== undefined;
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let pulled: (() => void) | undefined;
  const close = () => {
    over = true;
    controller?.close();
    pulled?.();
  };
  const fail = (error: TransportError) => {
    if (over) return;
    over = true;
    controller?.error(error);
    pulled?.();
  };
  const body = first.complete && first.chunk === undefined ? null : new ReadableStream<Uint8Array>({
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
    cancel() {
      over = true;
      pulled?.();
      call.read(); // The rest is read and dropped, so that the caller is not stuck with it.
    },
  }, { highWaterMark: 1 });
  return {
    body,
    onEnvelope(envelope) {
      if (over) return call.read();
      if (envelope.chunk !== undefined) {
        anyBytes = true;
        controller?.enqueue(envelope.chunk);
      }
      if (envelope.complete) {
        close();
        call.read();
      } else if (envelope.chunk !== undefined) pulled?.();
      else call.read();
    },
    onHalfClose() {
      if (over) return;
      if (!anyBytes && announcesNoBody(layout, init)) return close();
      fail(
        new TransportError(
          "DATA_LOSS",
          "the request's body is broken: the caller ended the stream without body_complete",
        ),
      );
    },
    fail,
    drop() {
      fail(new TransportError("CANCELLED", "the exchange is over"));
    },
  };
}
