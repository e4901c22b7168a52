/**
 * The server's `http.ResponseWriter`, which a plugin calls over net/rpc.
 *
 * @see Mattermost's `httpResponseWriterRPCClient` in server/public/plugin/http.go
 * @module
 */
import type { HTTPHeader } from "../../../gen/mattermost/pluginapi/v1/hooks_http_pb.ts";
import type { ResponseWriter } from "../../transport/transport.ts";
import { gobBytes, gobInt } from "../gob/types.ts";
import type { RpcClient } from "../rpc/rpc_client.ts";
import { isMissingMethod } from "../rpc/rpc_error.ts";
import { nothing } from "../rpc/rpc_headers.ts";
import { addHeaders, goHeader } from "./go_header.ts";

/** The most bytes of one call; larger pieces are cut. */
const pieceBytes = 256 * 1024;

/** The way to answer one request. */
export interface RemoteResponseWriter {
  /** Sends the head and gives what writes the body. */
  respond(status: number, headers: readonly HTTPHeader[]): Promise<ResponseWriter>;
  /** Resolves when a response that was broken off is broken off. */
  settled(): Promise<void>;
}

/**
 * Answers a request over the connection that the server has opened for it.
 *
 * The server's own header lines are kept, as for a Go plugin: they are asked for at once, while the
 * plugin still works on its answer.
 *
 * @param broken called when the client cannot be reached any more
 */
export function remoteResponseWriter(
  client: RpcClient,
  broken: (reason: unknown) => void,
): RemoteResponseWriter {
  const existing = client.call("Plugin.Header", nothing, {}, goHeader);
  existing.catch(() => {}); // Whoever responds learns of it.

  const call: RpcClient["call"] = async (...args) => {
    try {
      return await client.call(...args);
    } catch (error) {
      broken(error);
      throw error;
    }
  };

  let breaking = Promise.resolve();
  return {
    settled: () => breaking,
    async respond(status, headers) {
      await call("Plugin.SyncHeader", goHeader, addHeaders(await existing, headers), nothing);
      // 200 is what Go sends by itself with the first bytes, or at the end.
      if (status !== 200 && status !== 0) {
        await call("Plugin.WriteHeader", gobInt, status, nothing);
      }
      return {
        async write(chunk) {
          for (let offset = 0; offset < chunk.length; offset += pieceBytes) {
            const piece = chunk.subarray(offset, offset + pieceBytes);
            await call("Plugin.Write", gobBytes, piece, nothing);
          }
        },
        async flush() {
          try {
            await client.call("Plugin.Flush", nothing, {}, nothing);
          } catch (error) {
            // Older servers, 9.9 among them, cannot: they send when their own buffer of 4 KiB is full.
            if (isMissingMethod(error)) return;
            broken(error);
            throw error;
          }
        },
        close: () => Promise.resolve(),
        abort() {
          breaking = breakOff(client);
        },
      };
    },
  };
}

/**
 * Breaks the response off. Go has no call for that, and an error of the hook only adds text to the
 * response; so the plugin takes over the client's connection, where the server lets it, and closes
 * it.
 */
async function breakOff(client: RpcClient): Promise<void> {
  try {
    await client.call("Plugin.HijackResponse", nothing, {}, nothing);
    await client.call("Plugin.HjConnClose", nothing, {}, nothing);
  } catch {
    // HTTP/2 connections cannot be taken over: the response just ends.
  }
}
