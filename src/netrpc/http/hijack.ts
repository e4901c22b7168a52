/**
 * A client's connection that the plugin takes over from the server.
 *
 * @see Mattermost's `hijackedConn` in server/public/plugin/hijack.go
 * @module
 */
import type { HijackedConnection } from "../../transport/transport.ts";
import { gobBytes, gobInt } from "../gob/types.ts";
import type { RpcClient } from "../rpc/rpc_client.ts";
import { RpcServerError } from "../rpc/rpc_error.ts";
import { nothing } from "../rpc/rpc_headers.ts";

/** The server reads into a buffer of the size of what it is sent. */
const readBuffer = new Uint8Array(4096);

/** The most bytes of one write. */
const pieceBytes = 64 * 1024;

/** A connection, and when it is over. */
export interface RemoteConnection extends HijackedConnection {
  /** Resolves when the connection was closed from here, or the client has closed or left it. */
  readonly over: Promise<void>;
}

/**
 * Takes over the connection of the request that `client` answers.
 *
 * @throws {RpcServerError} when the server cannot give it away
 */
export async function hijackConnection(client: RpcClient): Promise<RemoteConnection> {
  await client.call("Plugin.HijackResponse", nothing, {}, nothing);
  const { promise: over, resolve } = Promise.withResolvers<void>();
  let closing: Promise<void> | undefined;
  const close = () =>
    closing ??= (async () => {
      try {
        await client.call("Plugin.HjConnClose", nothing, {}, nothing);
      } catch {
        // The client has closed it before.
      } finally {
        resolve();
      }
    })();

  const readable = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        // With the server's buffer, which may hold what the client sent right after its request.
        controller.enqueue(
          await client.call("Plugin.HjConnRWRead", gobBytes, readBuffer, gobBytes),
        );
      } catch (error) {
        resolve();
        if (closing !== undefined || isEnd(error)) controller.close();
        else controller.error(error);
      }
    },
    cancel: close,
  }, { highWaterMark: 0 });

  const writable = new WritableStream<Uint8Array>({
    async write(chunk) {
      for (let offset = 0; offset < chunk.length; offset += pieceBytes) {
        const piece = chunk.subarray(offset, offset + pieceBytes);
        try {
          await client.call("Plugin.HjConnWrite", gobBytes, piece, gobInt);
        } catch (error) {
          resolve();
          throw error;
        }
      }
    },
    close,
    abort: close,
  });
  return { readable, writable, close, over };
}

function isEnd(error: unknown): boolean {
  return error instanceof RpcServerError && /\bEOF$|connection reset/.test(error.message);
}
