/**
 * Sending a head and what follows it.
 *
 * @module
 */
import type { DuplexStream } from "../duplex_stream.ts";

/** Bodies up to this size are copied behind their head, larger ones are sent as they are. */
const joinedBytes = 16 * 1024;

/** Sends both, one after the other; calls `broken` when they cannot be sent. */
export function sendMessage(
  stream: DuplexStream,
  head: Uint8Array,
  body: Uint8Array,
  broken: (error: unknown) => void,
): void {
  if (body.length > joinedBytes) {
    stream.write(head).catch(broken);
    stream.write(body).catch(broken);
    return;
  }
  const joined = new Uint8Array(head.length + body.length);
  joined.set(head);
  joined.set(body, head.length);
  stream.write(joined).catch(broken);
}
