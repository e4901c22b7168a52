/**
 * The other side of a gRPC connection by grpc-js alone, for what a peer of our own would not do.
 *
 * @module
 */
import type { DescMethod } from "@bufbuild/protobuf";
import { Client, credentials, Server, ServerCredentials } from "@grpc/grpc-js";
import type { ServerDuplexStream } from "@grpc/grpc-js";
import { Buffer } from "node:buffer";

const asIs = (bytes: Buffer): Buffer => bytes;

/** The path of a method. */
export function pathOf(method: DescMethod): string {
  return `/${method.parent.typeName}/${method.name}`;
}

/** A call as a raw server has it: bytes in, bytes out. */
export type RawCall = ServerDuplexStream<Buffer, Buffer>;

/** Serves one method with a function over raw messages. `port` 0 takes a free one. */
export async function rawServer(
  method: DescMethod,
  serve: (call: RawCall) => void,
  port = 0,
): Promise<{ readonly target: string; readonly port: number; stop(): void }> {
  const server = new Server();
  server.register<Buffer, Buffer>(pathOf(method), serve, asIs, asIs, "bidi");
  const bound = await new Promise<number>((resolve, reject) => {
    server.bindAsync(
      `127.0.0.1:${port}`,
      ServerCredentials.createInsecure(),
      (error, bound) => error === null ? resolve(bound) : reject(error),
    );
  });
  return { target: `127.0.0.1:${bound}`, port: bound, stop: () => server.forceShutdown() };
}

/** What a raw call came to. */
export interface RawOutcome {
  readonly messages: readonly Uint8Array[];
  readonly code: number;
  readonly details: string;
}

/** Sends raw messages to a method, then the end of the stream, and gives what came back. */
export async function rawCall(
  target: string,
  method: DescMethod,
  messages: readonly Uint8Array[],
): Promise<RawOutcome> {
  const client = new Client(target, credentials.createInsecure());
  try {
    const call = client.makeBidiStreamRequest(pathOf(method), asIs, asIs);
    const received: Uint8Array[] = [];
    call.on("data", (bytes: Buffer) => received.push(new Uint8Array(bytes)));
    call.on("error", () => {});
    const status = new Promise<{ code: number; details: string }>((resolve) =>
      call.on("status", resolve)
    );
    for (const message of messages) call.write(Buffer.from(message));
    call.end();
    const { code, details } = await status;
    return { messages: received, code, details };
  } finally {
    client.close();
  }
}
