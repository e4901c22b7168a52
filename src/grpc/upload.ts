/**
 * Sending a `ReadableStream` as the body of a request.
 *
 * @module
 */
import { addFlag, type EnvelopeLayout, openEnvelope, sealEnvelope } from "./envelope.ts";
import { maxChunkBytes } from "./limits.ts";
import { countUnsent } from "./unsent.ts";

/** Where an upload goes. */
export interface UploadSink {
  /** Sends one message; calls `sent` when it is taken. */
  send(bytes: Uint8Array, sent: () => void): void;
  /** Says that no message follows. */
  halfClose(): void;
  /** The body broke: the exchange must not look complete. */
  fail(error: unknown): void;
}

/** An upload under way. */
export interface Upload {
  /** Ends it early: nothing more is sent, and whoever fills the body learns the reason. */
  stop(reason: unknown): void;
}

/**
 * Sends the (encoded) head, then the body in pieces of at most 64 KiB, read only as fast as they are taken,
 * then its end. What is there at once shares a message: a small body goes in one.
 */
export function startUpload(
  layout: EnvelopeLayout,
  init: Uint8Array,
  body: ReadableStream<Uint8Array> | null,
  sink: UploadSink,
): Upload {
  const unsent = countUnsent();
  let stopped = false;
  const send = (envelope: ReturnType<typeof openEnvelope>) => {
    const bytes = sealEnvelope(envelope);
    sink.send(bytes, unsent.add(bytes.byteLength));
  };

  if (body === null) {
    const only = openEnvelope(layout, init, undefined);
    addFlag(only, layout.completeNumber);
    send(only);
    sink.halfClose();
    return { stop: ignore };
  }

  const reader = body.getReader();
  void pump().catch((error: unknown) => {
    if (stopped) return;
    stopped = true;
    reader.cancel(error).catch(ignore);
    sink.fail(error);
  });
  return {
    stop(reason) {
      if (stopped) return;
      stopped = true;
      unsent.fail(reason);
      reader.cancel(reason).catch(ignore);
    },
  };

  async function pump(): Promise<void> {
    let head: Uint8Array | undefined = init;
    let next: Promise<ReadableStreamReadResult<Uint8Array>> = reader.read();
    while (true) {
      let result = await soon(next);
      if (result === undefined) {
        if (head !== undefined) {
          send(openEnvelope(layout, head, undefined));
          head = undefined;
        }
        result = await next;
      }
      if (stopped) return;
      if (result.done) {
        const last = openEnvelope(layout, head, undefined);
        addFlag(last, layout.completeNumber);
        send(last);
        return sink.halfClose();
      }
      const chunk = result.value;
      if (!(chunk instanceof Uint8Array)) {
        throw new TypeError(
          "the request's body has a chunk that is not a Uint8Array: " + typeof chunk,
        );
      }
      next = reader.read();
      next.catch(ignore); // It is awaited above, perhaps only after waiting for room below.
      for (let at = 0; at < chunk.byteLength; at += maxChunkBytes) {
        const piece = chunk.subarray(at, at + maxChunkBytes);
        const envelope = openEnvelope(layout, head, piece);
        head = undefined;
        const isLast = at + maxChunkBytes >= chunk.byteLength && (await soon(next))?.done === true;
        if (isLast) addFlag(envelope, layout.completeNumber);
        if (stopped) return;
        send(envelope);
        if (isLast) return sink.halfClose();
        const room = unsent.room();
        if (room !== undefined) await room;
      }
    }
  }
}

/** What a promise holds if it is settled within a few microtasks, else undefined. */
async function soon<T>(promise: Promise<T>): Promise<T | undefined> {
  let settled = false;
  let value: T | undefined;
  promise.then(
    (v) => {
      settled = true;
      value = v;
    },
    ignore,
  );
  for (let turn = 0; turn < 4 && !settled; turn++) await undefined;
  return value;
}

function ignore(): void {}
