/**
 * The seam's calling side over net/rpc: a plugin's calls of the server's API.
 *
 * @module
 */
import type { DescMessage, DescMethodUnary, MessageShape } from "@bufbuild/protobuf";
import { lowerFirstRun } from "../../contract/names.ts";
import type { Transport } from "../../transport/transport.ts";
import { TransportError } from "../../transport/transport_error.ts";
import { GobError } from "../gob/gob_error.ts";
import type { GobType } from "../gob/types.ts";
import { isMissingMethod, RpcConnectionError } from "../rpc/rpc_error.ts";
import { textOf } from "../../transport/text_of.ts";
import { apiTypes } from "../schema/method_types.ts";
import type { ApiConnectionSlot } from "./api_connection.ts";
import { abortedError, withinLimits } from "./call_limits.ts";
import { streamedCalls } from "./streamed_calls.ts";

interface UnaryCodec {
  readonly method: string;
  readonly args: GobType<unknown>;
  readonly returns: GobType<unknown>;
}

/** Calls over whatever connection the slot holds. */
export function netrpcTransport(slot: ApiConnectionSlot): Transport {
  const codecs = new Map<string, UnaryCodec>();
  const codecOf = (name: string): UnaryCodec => {
    let codec = codecs.get(name);
    if (codec === undefined) {
      const { goName, args, returns } = apiTypes(lowerFirstRun(name) as never);
      codec = {
        method: `Plugin.${goName}`,
        args: args as GobType<unknown>,
        returns: returns as GobType<unknown>,
      };
      codecs.set(name, codec);
    }
    return codec;
  };

  return {
    protocol: "netrpc",

    async call<I extends DescMessage, O extends DescMessage>(
      method: DescMethodUnary<I, O>,
      request: MessageShape<I>,
      options?: Parameters<Transport["call"]>[2],
    ) {
      if (options?.signal?.aborted) throw abortedError(options.signal);
      const { method: name, args, returns } = codecOf(method.name);
      try {
        const answer = slot.get().client.call(name, args, request, returns);
        return await withinLimits(answer, options) as MessageShape<O>;
      } catch (error) {
        throw toTransportError(error, method.name);
      }
    },

    async exchange(method, init, body, options) {
      try {
        if (options?.signal?.aborted) throw abortedError(options.signal);
        const run = streamedCalls[method.localName];
        if (run === undefined) {
          throw new TransportError("UNIMPLEMENTED", `${method.name} does not stream over net/rpc`);
        }
        return await withinLimits(run(slot.get(), init, body), options);
      } catch (error) {
        if (body !== null && !body.locked) await body.cancel(error).catch(() => {});
        throw toTransportError(error, method.name);
      }
    },

    supports: (method) => Promise.resolve(Object.hasOwn(streamedCalls, method.localName)),

    close() {
      slot.set(undefined);
      return Promise.resolve();
    },
  };
}

/** The seam's error for whatever went wrong. */
export function toTransportError(error: unknown, method: string): TransportError {
  if (error instanceof TransportError) return error;
  const failed = (code: ConstructorParameters<typeof TransportError>[0], details: string) =>
    new TransportError(code, details, { cause: error });
  if (isMissingMethod(error)) return failed("UNIMPLEMENTED", textOf(error));
  if (error instanceof RpcConnectionError) return failed("UNAVAILABLE", error.message);
  if (error instanceof GobError) return failed("INTERNAL", `${method}: ${error.message}`);
  const text = textOf(error);
  return failed(/ called but not implemented$/.test(text) ? "UNIMPLEMENTED" : "UNKNOWN", text);
}
