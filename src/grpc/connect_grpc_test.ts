import { create, toBinary } from "@bufbuild/protobuf";
import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { PluginAPI } from "../../gen/mattermost/pluginapi/v1/api_pb.ts";
import {
  KVGetRequestSchema,
  KVGetResponseSchema,
} from "../../gen/mattermost/pluginapi/v1/api_kv_config_pb.ts";
import { PluginHooks } from "../../gen/mattermost/pluginapi/v1/hooks_pb.ts";
import {
  ServeHTTPResponseInitSchema,
  ServeHTTPResponseSchema,
} from "../../gen/mattermost/pluginapi/v1/hooks_http_pb.ts";
import {
  aborted,
  answerHead,
  collect,
  endlessBody,
  httpHandler,
  kvHandler,
  requestHead,
} from "../../tests/transport/handlers.ts";
import { type RawCall, rawServer } from "../../tests/transport/raw_grpc.ts";
import { TransportError } from "../transport/transport_error.ts";
import type { Transport } from "../transport/transport.ts";
import { connectGrpc, type GrpcConnectOptions } from "./connect_grpc.ts";
import { serveGrpc } from "./serve_grpc.ts";
import { asBuffer } from "./wire_bytes.ts";

const { kVGet } = PluginAPI.method;
const { serveHTTP } = PluginHooks.method;
const request = create(KVGetRequestSchema, { key: "k" });
const answer = (text: string) =>
  toBinary(KVGetResponseSchema, create(KVGetResponseSchema, { value: encode(text) }));
const encode = (text: string) => new TextEncoder().encode(text);

async function rejection(work: Promise<unknown>): Promise<TransportError> {
  return await assertRejects(() => work, TransportError);
}

/** Runs `use` with a transport to a raw server that answers `method` with `serve`. */
async function withRawServer(
  method: typeof kVGet | typeof serveHTTP,
  serve: (call: RawCall) => void,
  use: (transport: Transport) => Promise<void>,
  options?: GrpcConnectOptions,
): Promise<void> {
  const server = await rawServer(method, serve);
  const transport = connectGrpc(server.target, options);
  try {
    await use(transport);
  } finally {
    await transport.close();
    server.stop();
  }
}

/** A port on which nobody listens. */
function deadPort(): number {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  listener.close();
  return listener.addr.port;
}

Deno.test("an answer that is no valid message is INTERNAL and names the method", async () => {
  await withRawServer(kVGet, (call) => {
    call.write(asBuffer(new Uint8Array([0x12, 200, 1])));
    call.end();
  }, async (transport) => {
    const error = await rejection(transport.call(kVGet, request));
    assertEquals(error.code, "INTERNAL");
    assertStringIncludes(error.message, "mattermost.pluginapi.v1.PluginAPI/KVGet");
    assertStringIncludes(error.message, "3 bytes");
    assertStringIncludes(error.message, "KVGetResponse");
  });
});

Deno.test("a streamed answer that is no valid message breaks the exchange and names the method", async () => {
  await withRawServer(serveHTTP, (call) => {
    const head = create(ServeHTTPResponseInitSchema, { statusCode: 200 });
    const first = create(ServeHTTPResponseSchema, { init: head, bodyChunk: encode("half") });
    call.write(asBuffer(toBinary(ServeHTTPResponseSchema, first)));
    call.write(asBuffer(new Uint8Array([0x12, 200, 1])));
  }, async (transport) => {
    const { body } = await transport.exchange(serveHTTP, requestHead(), null);
    const error = await rejection(collect(body));
    assertEquals(error.code, "INTERNAL");
    assertStringIncludes(error.message, "PluginHooks/ServeHTTP");
  });
});

Deno.test("a peer that answers not at all, twice, or with a status of its own, is told apart", async () => {
  const outcomes: string[] = [];
  for (
    const serve of [
      (call: RawCall) => call.end(),
      (call: RawCall) => {
        call.write(asBuffer(answer("a")));
        call.write(asBuffer(answer("b")));
        call.end();
      },
      (call: RawCall) => call.emit("error", { code: 5, details: "no such key" }),
      (call: RawCall) => call.emit("error", { code: 77, details: "strange" }),
    ]
  ) {
    await withRawServer(kVGet, serve, async (transport) => {
      const error = await rejection(transport.call(kVGet, request));
      outcomes.push(`${error.code}: ${error.details}`);
    });
  }
  const [none, twice, own, strange] = outcomes as [string, string, string, string];
  assertStringIncludes(none, "INTERNAL: mattermost.pluginapi.v1.PluginAPI/KVGet");
  assertStringIncludes(none, "without an answer");
  assertStringIncludes(twice, "more than one answer");
  assertEquals(own, "NOT_FOUND: no such key");
  assertStringIncludes(strange, "UNKNOWN: strange");
  assertStringIncludes(strange, "77");
});

Deno.test("a server that stalls costs a call its time limit and no more", async () => {
  await withRawServer(kVGet, () => {}, async (transport) => {
    const error = await rejection(transport.call(kVGet, request, { timeoutMs: 80 }));
    assertEquals(error.code, "DEADLINE_EXCEEDED");
    const exchange = transport.exchange(serveHTTP, requestHead(), null, { timeoutMs: 80 });
    // This server lacks the method, so it does answer.
    assertEquals((await rejection(exchange)).code, "UNIMPLEMENTED");
  });
});

Deno.test("a peer that leaves out the head, or puts all in one message, is understood", async () => {
  for (
    const message of [
      { bodyChunk: encode("all of it"), bodyComplete: true },
      { init: { statusCode: 0 }, bodyChunk: encode("all of it") },
    ]
  ) {
    await withRawServer(serveHTTP, (call) => {
      const envelope = create(ServeHTTPResponseSchema, message);
      call.write(asBuffer(toBinary(ServeHTTPResponseSchema, envelope)));
      call.end();
    }, async (transport) => {
      const { init, body } = await transport.exchange(serveHTTP, requestHead(), null);
      assertEquals(init, create(ServeHTTPResponseInitSchema, { statusCode: 0 }));
      assertEquals(await collect(body), encode("all of it"));
    });
  }
});

Deno.test("a peer nobody hears from is UNAVAILABLE, after connectTimeoutMs", async () => {
  const target = `127.0.0.1:${deadPort()}`;
  const transport = connectGrpc(target, { connectTimeoutMs: 150 });
  try {
    const call = await rejection(transport.call(kVGet, request));
    assertEquals(call.code, "UNAVAILABLE");
    const upload = endlessBody();
    const exchange = await rejection(transport.exchange(serveHTTP, requestHead(), upload.body));
    assertEquals(exchange.code, "UNAVAILABLE");
    await upload.cancelled;
    assertEquals((await rejection(transport.supports(serveHTTP))).code, "UNAVAILABLE");
  } finally {
    await transport.close();
  }
});

Deno.test("the call's own time limit counts while it waits for a connection", async () => {
  const transport = connectGrpc(`127.0.0.1:${deadPort()}`, { connectTimeoutMs: 60_000 });
  try {
    const { code } = await rejection(transport.call(kVGet, request, { timeoutMs: 60 }));
    assert(code === "DEADLINE_EXCEEDED" || code === "UNAVAILABLE", code);
    const controller = new AbortController();
    const call = rejection(transport.call(kVGet, request, { signal: controller.signal }));
    controller.abort(new Error("changed my mind"));
    assertEquals((await call).code, "CANCELLED");
  } finally {
    await transport.close();
  }
});

Deno.test("after the peer restarted its listener, calls go through again without a new transport", async () => {
  const serve = (text: string) => (call: RawCall) => {
    call.write(asBuffer(answer(text)));
    call.end();
  };
  let server = await rawServer(kVGet, serve("before"));
  const transport = connectGrpc(server.target, { connectTimeoutMs: 20_000 });
  try {
    const text = async () => new TextDecoder().decode((await transport.call(kVGet, request)).value);
    assertEquals(await text(), "before");
    server.stop();
    // A call that begins before the loss is noticed fails; the first after that waits.
    const waiting = (async () => {
      while (true) {
        try {
          return await text();
        } catch (error) {
          assert(error instanceof TransportError && error.code === "UNAVAILABLE", String(error));
        }
      }
    })();
    server = await rawServer(kVGet, serve("after"), server.port);
    assertEquals(await waiting, "after");
    assertEquals(await text(), "after");
  } finally {
    await transport.close();
    server.stop();
  }
});

Deno.test("supports() asks again after the peer restarted", async () => {
  let server = await rawServer(kVGet, (call) => call.end());
  const transport = connectGrpc(server.target, { connectTimeoutMs: 20_000 });
  try {
    assertEquals(await transport.supports(serveHTTP), false);
    const { port } = server;
    server.stop();
    server = await rawServer(serveHTTP, (call) => {
      call.emit("error", { code: 3, details: "no init" });
    }, port);
    // Until the loss of the connection is noticed the old answer may still be given.
    const asked = () => transport.supports(serveHTTP).catch(() => false);
    while (!await asked()) await new Promise((resolve) => setTimeout(resolve, 5));
  } finally {
    await transport.close();
    server.stop();
  }
});

Deno.test("a connection that breaks in the middle breaks calls and bodies with UNAVAILABLE", async () => {
  const begun = Promise.withResolvers<void>();
  const ended: Promise<unknown>[] = [];
  const server = await serveGrpc({
    listen: { port: 0 },
    handlers: [
      kvHandler((_key, call) => {
        begun.resolve();
        ended.push(aborted(call.signal));
        return new Promise<never>(() => {});
      }),
      httpHandler(async (exchange) => {
        const writer = await exchange.respond(answerHead());
        await writer.write(encode("half"));
        ended.push(aborted(exchange.signal));
        await new Promise<never>(() => {});
      }),
    ],
  });
  // A relay, so that the connection can be cut under both sides.
  const relay = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const connections: Deno.Conn[] = [];
  const relaying = (async () => {
    for await (const from of relay) {
      const [hostname, port] = server.address.split(":");
      const to = await Deno.connect({ hostname: hostname!, port: Number(port) });
      connections.push(from, to);
      from.readable.pipeTo(to.writable).catch(() => {});
      to.readable.pipeTo(from.writable).catch(() => {});
    }
  })();
  const transport = connectGrpc(`127.0.0.1:${relay.addr.port}`, { connectTimeoutMs: 100 });
  try {
    const call = rejection(transport.call(kVGet, request));
    const { body } = await transport.exchange(serveHTTP, requestHead(), null);
    const reader = body!.getReader();
    assertEquals((await reader.read()).value, encode("half"));
    await begun.promise;
    relay.close();
    for (const connection of connections) {
      try {
        connection.close();
      } catch {
        // The pipe has closed it.
      }
    }
    assertEquals((await call).code, "UNAVAILABLE");
    assertEquals((await rejection(reader.read())).code, "UNAVAILABLE");
    for (const reason of await Promise.all(ended)) assert(reason instanceof TransportError);
  } finally {
    await transport.close();
    await server.stop({ graceMs: 0 });
    await relaying;
  }
});

Deno.test("TLS options that do not fit together are refused", () => {
  try {
    connectGrpc("127.0.0.1:1", { tls: { privateKey: "x" } });
    throw new Error("was not refused");
  } catch (error) {
    assert(error instanceof TypeError);
    assertStringIncludes(error.message, "belong together");
  }
});
