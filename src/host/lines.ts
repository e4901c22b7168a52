/** Bytes of a process to lines. @module */

/** How {@link lines} cuts. */
export interface LinesOptions {
  /** Bytes after which a line is cut; what follows up to its end is dropped. Default: 1 MiB. */
  readonly maxBytes?: number;
}

/**
 * The lines of a byte stream, without their ends, decoded as UTF-8; the last one also when nothing
 * ends it. A line that grows beyond the limit comes cut and marked: a plugin must not fill the
 * host's memory by never ending a line.
 */
export async function* lines(
  stream: ReadableStream<Uint8Array>,
  { maxBytes = 1024 * 1024 }: LinesOptions = {},
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let parts: Uint8Array[] = [];
  let kept = 0;
  let dropped = 0;
  const keep = (bytes: Uint8Array) => {
    const room = Math.max(0, maxBytes - kept);
    if (room > 0 && bytes.length > 0) parts.push(bytes.subarray(0, room));
    kept += Math.min(room, bytes.length);
    dropped += Math.max(0, bytes.length - room);
  };
  const take = () => {
    const whole = new Uint8Array(kept);
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    let line = decoder.decode(whole);
    if (line.endsWith("\r")) line = line.slice(0, -1);
    if (dropped > 0) line += ` [${dropped} bytes cut]`;
    parts = [];
    kept = dropped = 0;
    return line;
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      keep(chunk.subarray(from, end));
      from = end + 1;
      yield take();
    }
    keep(chunk.subarray(from));
    // The first line of a plugin decides its fate, so an endless one is given out when it is full.
    if (dropped > maxBytes) yield take();
  }
  if (kept > 0) yield take();
}
