/**
 * A body beside a request of one message, for protocols that stream where the contract has bytes.
 *
 * @module
 */
import type { Message } from "@bufbuild/protobuf";

const bodies = new WeakMap<Message, ReadableStream<Uint8Array>>();

/** Puts a body beside a request, in place of the bytes that are in its field. */
export function attachBody(request: Message, body: ReadableStream<Uint8Array>): void {
  bodies.set(request, body);
}

/** The body beside a request, if there is one; it can be read once. */
export function attachedBody(request: Message): ReadableStream<Uint8Array> | undefined {
  return bodies.get(request);
}
