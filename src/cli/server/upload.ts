import type { ServerConnection } from "./connect.ts";
import { ServerError } from "./server_error.ts";

/** How far an upload is. */
export interface UploadProgress {
  /** Bytes that have left, of `total`. */
  readonly sent: number;
  readonly total: number;
}

/** How to upload. */
export interface UploadOptions {
  /** Called as bytes leave. */
  readonly onProgress: (progress: UploadProgress) => void;
  readonly signal: AbortSignal;
  /** How long the network may take no byte, and the server no decision, in milliseconds. */
  readonly stallMs: number;
}

/** What the server made of it. */
export interface UploadedPlugin {
  readonly id: string;
  readonly version: string;
}

const CHUNK_BYTES = 64 * 1024;

/**
 * Uploads a plugin's archive; it takes the place of an installed version. The server installs an
 * archive that it has received whole, and nothing of another.
 *
 * @throws {ServerError}
 */
export async function uploadPlugin(
  connection: ServerConnection,
  archive: Uint8Array,
  options: UploadOptions,
): Promise<UploadedPlugin> {
  const boundary = `plugin-${crypto.randomUUID()}`;
  const text = new TextEncoder();
  const head = text.encode(
    `--${boundary}\r\nContent-Disposition: form-data; name="force"\r\n\r\ntrue\r\n` +
      `--${boundary}\r\nContent-Disposition: form-data; name="plugin"; filename="plugin.tar.gz"\r\n` +
      "Content-Type: application/gzip\r\n\r\n",
  );
  const tail = text.encode(`\r\n--${boundary}--\r\n`);
  const total = archive.length;
  let sent = 0;
  const stalled = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waitAgain = () => {
    clearTimeout(timer);
    timer = setTimeout(() => stalled.abort(), options.stallMs);
  };
  let part: "head" | "archive" | "tail" = "head";
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      // Nothing more leaves, so that what has left is what is told.
      if (options.signal.aborted) return controller.error(options.signal.reason);
      waitAgain();
      if (part === "head") {
        controller.enqueue(head);
        part = "archive";
        return;
      }
      if (sent < total) {
        const chunk = archive.subarray(sent, sent + CHUNK_BYTES);
        sent += chunk.length;
        controller.enqueue(chunk.slice());
        options.onProgress({ sent, total });
        return;
      }
      controller.enqueue(tail);
      part = "tail";
      controller.close();
    },
  }, { highWaterMark: 0 });
  waitAgain();
  try {
    return await connection.call<UploadedPlugin>({
      method: "POST",
      path: "/plugins",
      what: "upload plugins",
      body: { stream, type: `multipart/form-data; boundary=${boundary}` },
      timeoutMs: 0,
      signal: AbortSignal.any([options.signal, stalled.signal]),
    });
  } catch (error) {
    options.signal.throwIfAborted();
    if (!stalled.signal.aborted) throw error;
    const seconds = options.stallMs / 1000;
    throw new ServerError(
      "timeout",
      sent < total
        ? `${connection.server} took no more of the upload for ${seconds} s, after ${sent} of ${total} ` +
          "bytes: the network is down or a proxy holds it back; try again, or over another way to it"
        : `${connection.server} has the upload and did not say within ${seconds} s what became of ` +
          "it: it may still be installing; `list` shows the installed version, --timeout waits longer",
    );
  } finally {
    clearTimeout(timer);
  }
}
