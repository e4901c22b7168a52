/**
 * Every transport, joined to a handler: what the tests of the seam run against.
 *
 * @module
 */
import { connectGrpc } from "../../src/grpc/connect_grpc.ts";
import { type ListenAddress, serveGrpc } from "../../src/grpc/serve_grpc.ts";
import { connectMemory } from "../../src/transport/memory.ts";
import type { Handler, Transport } from "../../src/transport/transport.ts";

/** A transport and what ends it. */
export interface Joined extends AsyncDisposable {
  readonly transport: Transport;
}

/** A way to join the two sides. */
export interface Way {
  readonly name: string;
  join(handlers: readonly Handler[]): Promise<Joined>;
}

async function overGrpc(handlers: readonly Handler[], listen: ListenAddress): Promise<Joined> {
  const server = await serveGrpc({ handlers, listen });
  const transport = connectGrpc(server.target);
  return {
    transport,
    async [Symbol.asyncDispose]() {
      await transport.close();
      await server.stop({ graceMs: 0 });
    },
  };
}

/** All ways that exist. */
export const ways: readonly Way[] = [
  {
    name: "memory",
    join(handlers) {
      const transport = connectMemory(handlers);
      return Promise.resolve({ transport, [Symbol.asyncDispose]: () => transport.close() });
    },
  },
  { name: "gRPC over TCP", join: (handlers) => overGrpc(handlers, { port: 0 }) },
  {
    name: "gRPC over a unix socket",
    async join(handlers) {
      const folder = await Deno.makeTempDir({ prefix: "mmd-" });
      const joined = await overGrpc(handlers, { path: `${folder}/t.sock` });
      return {
        transport: joined.transport,
        async [Symbol.asyncDispose]() {
          await joined[Symbol.asyncDispose]();
          await Deno.remove(folder, { recursive: true });
        },
      };
    },
  },
];
