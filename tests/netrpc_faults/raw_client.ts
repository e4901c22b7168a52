/**
 * An HTTP client that can stop in the middle.
 *
 * @module
 */
import { pattern, patternCheck } from "./plugin/pattern.ts";

const utf8 = new TextEncoder();

/** A connection with a request on it. */
export interface RawClient extends Disposable {
  /** Reads until the bytes are there, or the end; gives what came, with the head at its start. */
  read(least: number): Promise<Uint8Array>;
  /** Sends so many bytes of the pattern, a piece at a time; `sent` tells how far it is. */
  sendPattern(length: number): Promise<void>;
  readonly sent: number;
  /** Ends the connection without a word. */
  [Symbol.dispose](): void;
}

/** Connects and sends a request's head. */
export async function rawClient(port: number, ...head: string[]): Promise<RawClient> {
  const connection = await Deno.connect({ hostname: "127.0.0.1", port });
  let sent = 0;
  let closed = false;
  const write = async (bytes: Uint8Array) => {
    for (let at = 0; at < bytes.length;) at += await connection.write(bytes.subarray(at));
  };
  await write(utf8.encode([...head, "Host: plugin", "", ""].join("\r\n")));
  return {
    async read(least) {
      const chunks: Uint8Array[] = [];
      let length = 0;
      while (length < least) {
        const into = new Uint8Array(64 * 1024);
        const count = await connection.read(into);
        if (count === null) break;
        chunks.push(into.subarray(0, count));
        length += count;
      }
      return new Uint8Array(await new Blob(chunks as Uint8Array<ArrayBuffer>[]).arrayBuffer());
    },
    async sendPattern(length) {
      for (const end = sent + length; sent < end;) {
        const piece = pattern(sent, Math.min(64 * 1024, end - sent));
        await write(piece);
        sent += piece.length;
      }
    },
    get sent() {
      return sent;
    },
    [Symbol.dispose]() {
      if (!closed) connection.close();
      closed = true;
    },
  };
}

/** Says what the pattern's bytes in a response's body are. */
export async function checkBody(response: Response): Promise<string> {
  const check = patternCheck();
  for await (const bytes of response.body ?? []) check.take(bytes);
  return check.result;
}

/** A body of so many bytes of the pattern, which streams. */
export function patternBody(length: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at === length) return controller.close();
      const piece = pattern(at, Math.min(64 * 1024, length - at));
      at += piece.length;
      controller.enqueue(piece);
    },
  });
}
