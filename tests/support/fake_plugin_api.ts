/**
 * A plugin API that answers what a test says.
 *
 * @module
 */
import { create, type DescMethod, type Message } from "@bufbuild/protobuf";
import { PluginAPI as Service } from "../../gen/mattermost/pluginapi/v1/api_pb.ts";
import { connectMemory } from "../../src/transport/memory.ts";
import type {
  Handler,
  IncomingCall,
  IncomingExchange,
  Transport,
} from "../../src/transport/transport.ts";
import { TransportError } from "../../src/transport/transport_error.ts";

type Names = keyof typeof Service.method;

/** Answers by method: the response's fields, or what makes them. */
export type Answers = {
  readonly [Name in Names]?:
    | object
    | ((request: never, call: IncomingCall) => object | Promise<object>);
};

/** What was asked, in order. */
export interface Asked {
  readonly method: string;
  readonly request: Message;
}

/** A fake server. */
export interface FakePluginAPI {
  /** A connection to it. */
  readonly transport: Transport;
  /** What it was asked. */
  readonly asked: Asked[];
}

/**
 * Starts a fake server.
 *
 * @param answers what it answers; other methods are not implemented
 * @param exchange answers streamed calls; without it, the server has none of them
 */
export function fakePluginAPI(
  answers: Answers,
  exchange?: (method: DescMethod, exchange: IncomingExchange) => Promise<void>,
): FakePluginAPI {
  const asked: Asked[] = [];
  const handler: Handler = {
    service: Service,
    async call(method, request, call) {
      asked.push({ method: method.localName, request });
      const answer = answers[method.localName as Names];
      if (answer === undefined) throw new TransportError("UNIMPLEMENTED", method.name);
      const init = typeof answer === "function" ? await answer(request as never, call) : answer;
      return create(method.output, init as never);
    },
    exchange(method, incoming) {
      asked.push({ method: method.localName, request: incoming.init });
      if (exchange === undefined) throw new TransportError("UNIMPLEMENTED", method.name);
      return exchange(method, incoming);
    },
  };
  const transport = connectMemory([handler]);
  return {
    asked,
    transport: exchange === undefined
      ? { ...transport, supports: () => Promise.resolve(false) }
      : transport,
  };
}

/** JSON as bytes. */
export function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}
