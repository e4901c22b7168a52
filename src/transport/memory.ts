/**
 * The transport without a wire: a `Transport` joined to `Handler`s in one process, for tests and
 * for hosts that run in the plugin's process.
 *
 * @module
 */
import type { DescMethod, Message, MessageShape } from "@bufbuild/protobuf";
import { asTransportError, copyMessage, limitCall, nameOf } from "./memory_call.ts";
import { runMemoryExchange } from "./memory_exchange.ts";
import type { Handler, Transport } from "./transport.ts";
import { TransportError } from "./transport_error.ts";

/**
 * Joins the calling side to the answering side.
 *
 * It behaves as the transports with a wire do: every message is encoded and decoded, so that
 * neither side sees what the other does to its object afterwards, and a value that a field cannot
 * hold is refused; a method of no handler rejects with `UNIMPLEMENTED`; an error that is no
 * `TransportError` becomes `UNKNOWN`; bodies have back-pressure; ending either side ends the other.
 *
 * @param handlers the answering sides, one per service
 * @throws {TypeError} when two handlers answer the same service
 *
 * @example
 * ```ts ignore
 * const transport = connectMemory([hooks]);
 * const answer = await transport.call(PluginHooks.method.implemented, request);
 * ```
 */
export function connectMemory(handlers: readonly Handler[]): Transport {
  const byService = new Map<string, Handler>();
  for (const handler of handlers) {
    const name = handler.service.typeName;
    if (byService.has(name)) throw new TypeError(`two handlers answer the service ${name}`);
    byService.set(name, handler);
  }
  const closing = new AbortController();

  const handlerOf = (method: DescMethod): Handler => {
    const handler = byService.get(method.parent.typeName);
    if (handler?.service.methods.some((known) => known.name === method.name)) return handler;
    throw new TransportError("UNIMPLEMENTED", `no handler has the method ${nameOf(method)}`);
  };

  return {
    protocol: "memory",

    async call(method, request, options) {
      const limits = limitCall(closing.signal, options);
      try {
        limits.check();
        const handler = handlerOf(method);
        const sent = copyMessage(method, method.input, request);
        const answer = await limits.race(answerCall(handler, method, sent, limits.signal));
        return copyMessage(method, method.output, answer as MessageShape<typeof method.output>);
      } finally {
        limits.dispose();
      }
    },

    async exchange(method, init, body, options) {
      const limits = limitCall(closing.signal, options);
      try {
        limits.check();
        return await runMemoryExchange(handlerOf(method), method, init, body, limits);
      } catch (error) {
        limits.dispose();
        await body?.cancel(error).catch(() => {}); // Whoever fills the body must learn of it.
        throw error;
      }
    },

    supports(method) {
      if (closing.signal.aborted) return Promise.reject(closing.signal.reason);
      try {
        handlerOf(method);
        return Promise.resolve(true);
      } catch {
        return Promise.resolve(false);
      }
    },

    close() {
      closing.abort(new TransportError("CANCELLED", "the connection was closed"));
      return Promise.resolve();
    },
  };
}

async function answerCall(
  handler: Handler,
  method: DescMethod,
  request: Message,
  signal: AbortSignal,
): Promise<Message> {
  try {
    return await handler.call(method, request, { signal });
  } catch (error) {
    throw asTransportError(error);
  }
}
