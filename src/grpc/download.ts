/**
 * Sending the answer of a streamed call.
 *
 * @module
 */
import type { DescMethod, Message } from "@bufbuild/protobuf";
import { clearImmediate, setImmediate } from "node:timers";
import type { ResponseWriter } from "../transport/transport.ts";
import { TransportError } from "../transport/transport_error.ts";
import {
  addChunk,
  addFlag,
  type EnvelopeLayout,
  envelopeLayout,
  type OpenEnvelope,
  openEnvelope,
  sealEnvelope,
} from "./envelope.ts";
import { maxChunkBytes } from "./limits.ts";
import type { ServerCall } from "./server_call.ts";
import { okStatus, statusFromError } from "./status.ts";
import { textOf } from "../transport/text_of.ts";
import { countUnsent } from "./unsent.ts";
import { encodeMessage, methodName } from "./wire_bytes.ts";

/** The sending half of a streamed call. */
export interface Download {
  /** `IncomingExchange.respond`. */
  respond(response: Message): Promise<ResponseWriter>;
  /** The handler is done: ends the call, as a failure if the answer is not whole. */
  finish(): void;
  /** The handler failed: sends what it wrote, then the failure. */
  breakOff(error: unknown): void;
  /** The call is over: whoever writes gets the error. */
  fail(error: TransportError): void;
}

/** Starts the sending half of a call; nothing is sent before `respond`. */
export function openDownload(method: DescMethod, call: ServerCall): Download {
  const layout = method.methodKind === "client_streaming" ? null : envelopeLayout(method.output);
  let state: "silent" | "open" | "closed" = "silent";
  let failure: TransportError | undefined;
  let writer: ResponseWriter | undefined;

  const download: Download = {
    // deno-lint-ignore require-await -- what it throws must be a rejection
    async respond(response) {
      if (failure !== undefined) throw failure;
      if (state !== "silent") {
        throw new TypeError(`${methodName(method)}: respond() was called a second time`);
      }
      const desc = layout?.initDesc ?? method.output;
      let bytes: Uint8Array;
      try {
        bytes = encodeMessage(desc, response);
      } catch (error) {
        throw new TransportError(
          "INTERNAL",
          `${methodName(method)}: the answer cannot be encoded as ${desc.typeName}: ` +
            textOf(error),
          { cause: error },
        );
      }
      state = "open";
      writer = layout === null
        ? plainWriter(method, call, bytes, onClose)
        : bodyWriter(layout, call, bytes, () => failure, onClose, unsent);
      return writer;
    },
    finish() {
      if (call.ended) return;
      if (state === "closed") return call.end(okStatus);
      download.breakOff(
        new TransportError(
          "INTERNAL",
          `${methodName(method)}: the handler ended without ` +
            (state === "silent" ? "an answer" : "closing its answer"),
        ),
      );
    },
    breakOff(error) {
      if (writer === undefined) call.end(statusFromError(error));
      else writer.abort(error);
    },
    fail(error) {
      failure ??= error;
      unsent.fail(error);
    },
  };
  const unsent = countUnsent();
  const onClose = () => {
    state = "closed";
  };
  return download;
}

function plainWriter(
  method: DescMethod,
  call: ServerCall,
  bytes: Uint8Array,
  onClose: () => void,
): ResponseWriter {
  const noBody = () =>
    Promise.reject(
      new TypeError(`${methodName(method)} answers with one message; it has no body to write`),
    );
  let closed = false;
  return {
    write: noBody,
    flush: noBody,
    close() {
      if (!closed && !call.ended) call.send(bytes, ignore);
      closed = true;
      onClose();
      return Promise.resolve();
    },
    abort: (reason) => call.end(statusFromError(reason)),
  };
}

/**
 * Writes a body. The newest message stays open until the end of the event loop's turn, or until
 * another one is needed, so that a head, a small body and the end of it travel as one message.
 */
function bodyWriter(
  layout: EnvelopeLayout,
  call: ServerCall,
  head: Uint8Array,
  failure: () => TransportError | undefined,
  onClose: () => void,
  unsent: ReturnType<typeof countUnsent>,
): ResponseWriter {
  let open: OpenEnvelope | undefined = openEnvelope(layout, head, undefined);
  let closed = false;
  let timer: ReturnType<typeof setImmediate> | undefined;

  const sendOpen = () => {
    if (timer !== undefined) clearImmediate(timer);
    timer = undefined;
    if (open === undefined || call.ended) return;
    const bytes = sealEnvelope(open);
    open = undefined;
    call.send(bytes, unsent.add(bytes.byteLength));
  };
  const sendSoon = () => {
    timer ??= setImmediate(sendOpen);
  };
  const check = () => {
    const error = failure();
    if (error !== undefined) throw error;
    if (closed) throw new TypeError("the answer's body is closed, nothing can be written to it");
    if (call.ended) throw new TransportError("CANCELLED", "the call is over");
  };
  sendSoon();

  return {
    async write(chunk) {
      check();
      for (let at = 0; at < chunk.byteLength; at += maxChunkBytes) {
        const piece = chunk.subarray(at, at + maxChunkBytes);
        if (open?.hasChunk) sendOpen();
        const room = unsent.room();
        if (room !== undefined) {
          sendOpen();
          await room;
          check();
        }
        if (open === undefined) open = openEnvelope(layout, undefined, piece);
        else addChunk(layout, open, piece);
      }
      if (open !== undefined) sendSoon();
      const room = unsent.room();
      if (room !== undefined) await room;
    },
    // deno-lint-ignore require-await -- what it throws must be a rejection
    async flush() {
      check();
      open ??= openEnvelope(layout, undefined, undefined);
      if (layout.flushNumber !== 0) addFlag(open, layout.flushNumber);
      sendOpen();
    },
    // deno-lint-ignore require-await -- what it throws must be a rejection
    async close() {
      if (closed) return;
      check();
      closed = true;
      open ??= openEnvelope(layout, undefined, undefined);
      addFlag(open, layout.completeNumber);
      sendOpen();
      onClose();
    },
    abort(reason) {
      sendOpen();
      closed = true;
      call.end(statusFromError(reason));
    },
  };
}

function ignore(): void {}
