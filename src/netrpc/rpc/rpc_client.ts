/**
 * The calling side of one net/rpc connection.
 *
 * @module
 */
import type { DuplexStream } from "../duplex_stream.ts";
import { createGobDecoder } from "../gob/decoder.ts";
import { createGobEncoder } from "../gob/encoder.ts";
import type { GobType } from "../gob/types.ts";
import { RpcConnectionError, RpcServerError } from "./rpc_error.ts";
import { textOf } from "../../transport/text_of.ts";
import { rpcRequest, rpcResponse } from "./rpc_headers.ts";
import { sendMessage } from "./send_message.ts";

/** A connection on which many calls may be under way at once. */
export interface RpcClient {
  /**
   * Calls a method and waits for its result. There is no way to take a call back: net/rpc has none.
   *
   * @param method service and method, as in `Plugin.GetUser`
   * @throws {RpcServerError} when the peer answers with an error
   * @throws {RpcConnectionError} when the connection ends first
   * @throws {GobError} when the argument cannot be encoded, or the result is not of its type
   */
  call<A, R>(method: string, args: GobType<A>, value: A, result: GobType<R>): Promise<R>;
  /** Ends the connection; calls under way reject. */
  close(): void;
}

interface Pending {
  readonly result: GobType<unknown>;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** Calls over a stream whose other end serves net/rpc with gob. */
export function rpcClient(stream: DuplexStream): RpcClient {
  const encoder = createGobEncoder();
  const decoder = createGobDecoder();
  const pending = new Map<number, Pending>();
  let sequence = 0;
  let ended: RpcConnectionError | undefined;

  const end = (why: string, cause?: unknown) => {
    if (ended !== undefined) return;
    ended = new RpcConnectionError(why, { cause });
    for (const { reject } of pending.values()) reject(ended);
    pending.clear();
    stream.close();
  };

  let head: { ServiceMethod: string; Seq: number; Error: string } | undefined;
  /** Takes one value out of what has arrived; false when it is not whole yet. */
  const next = (): boolean => {
    if (head === undefined) {
      head = decoder.decode(rpcResponse)?.value;
      return head !== undefined;
    }
    const call = pending.get(head.Seq);
    if (call === undefined || head.Error !== "") {
      if (!decoder.skip()) return false;
      call?.reject(new RpcServerError(head.Error));
    } else {
      try {
        const answer = decoder.decode(call.result);
        if (answer === undefined) return false;
        call.resolve(answer.value);
      } catch (error) {
        // The value was whole: what follows can still be read.
        call.reject(error);
      }
    }
    pending.delete(head.Seq);
    head = undefined;
    return true;
  };

  stream.onData((bytes, error) => {
    if (bytes === null) {
      return end(
        error ? `the connection broke: ${error.message}` : "the peer has closed the connection",
        error,
      );
    }
    if (ended !== undefined) return;
    try {
      decoder.push(bytes);
      while (next());
    } catch (broken) {
      end(`the connection broke: ${textOf(broken)}`, broken);
    }
  });

  return {
    call<A, R>(method: string, args: GobType<A>, value: A, result: GobType<R>) {
      return new Promise<R>((resolve, reject) => {
        if (ended !== undefined) return reject(ended);
        const Seq = sequence++;
        // The argument first: what cannot be encoded must not leave a head behind.
        const body = encoder.encode(args, value);
        const request = encoder.encode(rpcRequest, { ServiceMethod: method, Seq });
        pending.set(Seq, { result, resolve: resolve as (value: unknown) => void, reject });
        sendMessage(
          stream,
          request,
          body,
          (error) => end(`the connection broke: ${textOf(error)}`, error),
        );
      });
    },
    close: () => end("the connection was closed"),
  };
}
