/**
 * The answering side of one net/rpc connection.
 *
 * @module
 */
import type { DuplexStream } from "../duplex_stream.ts";
import { createGobDecoder } from "../gob/decoder.ts";
import { createGobEncoder } from "../gob/encoder.ts";
import type { GobType } from "../gob/types.ts";
import { textOf } from "../../transport/text_of.ts";
import { nothing, rpcRequest, rpcResponse } from "./rpc_headers.ts";
import { sendMessage } from "./send_message.ts";

/** A method that peers may call, whatever its types. */
export interface RpcMethod {
  readonly args: GobType<unknown>;
  readonly result: GobType<unknown>;
  /** What it throws is sent as an error text. */
  answer(args: unknown): unknown;
}

/** A method that peers may call. */
export function rpcMethod<A, R>(method: {
  readonly args: GobType<A>;
  readonly result: GobType<R>;
  answer(args: A): R | Promise<R>;
}): RpcMethod {
  return method as unknown as RpcMethod;
}

/** How to serve. */
export interface RpcServeOptions {
  /** Finds a method by service and name, as in `Plugin.OnActivate`. */
  readonly find: (method: string) => RpcMethod | undefined;
  /** Told of what goes wrong where no caller learns of it. */
  readonly onError: (what: string) => void;
}

/**
 * Answers calls until the peer closes the stream. Many may be under way at once; each is answered
 * when it is done, in any order.
 */
export function serveRpc(stream: DuplexStream, options: RpcServeOptions): Promise<void> {
  const encoder = createGobEncoder();
  const decoder = createGobDecoder();
  let over = false;

  const send = (
    head: { readonly ServiceMethod: string; readonly Seq: number },
    error: string,
    type: GobType<unknown>,
    value: unknown,
  ) => {
    if (over) return;
    let body: Uint8Array;
    let text = error;
    try {
      // Before the head: what cannot be encoded must not leave one behind.
      body = encoder.encode(type, value);
    } catch (thrown) {
      text = `the result cannot be sent: ${textOf(thrown)}`;
      options.onError(`${head.ServiceMethod}: ${text}`);
      body = encoder.encode(nothing as GobType<unknown>, {});
    }
    const response = encoder.encode(rpcResponse, { ...head, Error: text });
    sendMessage(stream, response, body, ignore); // Reading tells why it broke.
  };

  const run = async (
    head: { readonly ServiceMethod: string; readonly Seq: number },
    method: RpcMethod,
    args: unknown,
  ) => {
    let result: unknown;
    try {
      result = await method.answer(args);
    } catch (thrown) {
      // An empty text would mean success.
      return send(head, textOf(thrown) || "unknown error", nothing as GobType<unknown>, {});
    }
    send(head, "", method.result, result);
  };

  let head: { ServiceMethod: string; Seq: number } | undefined;
  const next = (): boolean => {
    if (head === undefined) {
      head = decoder.decode(rpcRequest)?.value;
      return head !== undefined;
    }
    const called = head;
    const method = options.find(called.ServiceMethod);
    if (method === undefined) {
      if (!decoder.skip()) return false;
      send(called, missing(called.ServiceMethod), nothing as GobType<unknown>, {});
    } else {
      let args: { value: unknown } | undefined;
      try {
        args = decoder.decode(method.args);
        if (args === undefined) return false;
        run(called, method, args.value).catch((error: unknown) =>
          options.onError(`${called.ServiceMethod}: ${textOf(error)}`)
        );
      } catch (thrown) {
        send(called, textOf(thrown), nothing as GobType<unknown>, {});
      }
    }
    head = undefined;
    return true;
  };

  return new Promise((resolve, reject) => {
    const end = (error?: unknown) => {
      if (over) return;
      over = true;
      stream.close();
      if (error === undefined) resolve();
      else reject(error);
    };
    stream.onData((bytes, error) => {
      if (bytes === null) return end(error);
      if (over) return;
      try {
        decoder.push(bytes);
        while (next());
      } catch (broken) {
        end(broken);
      }
    });
  });
}

/** Go's own text, which Go clients compare with. */
function missing(method: string): string {
  return method.includes(".")
    ? `rpc: can't find method ${method}`
    : `rpc: service/method request ill-formed: ${method}`;
}

function ignore(): void {}
