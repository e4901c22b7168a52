import { create, type Message, toBinary } from "@bufbuild/protobuf";
import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { PluginAPI } from "../../gen/mattermost/pluginapi/v1/api_pb.ts";
import { KVGetRequestSchema } from "../../gen/mattermost/pluginapi/v1/api_kv_config_pb.ts";
import { PluginHooks } from "../../gen/mattermost/pluginapi/v1/hooks_pb.ts";
import {
  type ServeHTTPRequest,
  ServeHTTPRequestSchema,
} from "../../gen/mattermost/pluginapi/v1/hooks_http_pb.ts";
import {
  aborted,
  answerHead,
  collect,
  httpHandler,
  kvHandler,
  requestHead,
} from "../../tests/transport/handlers.ts";
import { rawCall, type RawOutcome } from "../../tests/transport/raw_grpc.ts";
import { TransportError } from "../transport/transport_error.ts";
import { connectGrpc } from "./connect_grpc.ts";
import { serveGrpc } from "./serve_grpc.ts";

const { kVGet } = PluginAPI.method;
const { serveHTTP } = PluginHooks.method;
const encode = (text: string) => new TextEncoder().encode(text);
const invalidArgument = 3;

/** Sends messages to a `ServeHTTP` that reads its whole body; gives its outcome and what it read. */
async function sendRaw(
  ...messages: readonly (Partial<ServeHTTPRequest> | Uint8Array)[]
): Promise<RawOutcome & { readonly read: string }> {
  let read = "was not called";
  const server = await serveGrpc({
    listen: { port: 0 },
    handlers: [
      httpHandler(async (exchange) => {
        try {
          const body = exchange.body === null ? "none" : await collect(exchange.body);
          read = typeof body === "string" ? body : `body: ${new TextDecoder().decode(body)}`;
        } catch (error) {
          read = String(error);
          throw error;
        }
        await (await exchange.respond(answerHead())).close();
      }),
    ],
  });
  try {
    const outcome = await rawCall(
      server.target,
      serveHTTP,
      messages.map((message) =>
        message instanceof Uint8Array ? message : toBinary(
          ServeHTTPRequestSchema,
          create(ServeHTTPRequestSchema, message as Record<string, unknown>),
        )
      ),
    );
    return { ...outcome, read };
  } finally {
    await server.stop({ graceMs: 0 });
  }
}

Deno.test("a stream without a head is INVALID_ARGUMENT and calls nobody", async () => {
  for (const messages of [[], [{ bodyChunk: encode("x") }], [{ bodyComplete: true }]]) {
    const { code, details, read } = await sendRaw(...messages);
    assertEquals([code, read], [invalidArgument, "was not called"]);
    assertStringIncludes(details, "PluginHooks/ServeHTTP");
    assertStringIncludes(details, "init");
  }
});

Deno.test("a request in one message, in many, and with empty ones between is read the same", async () => {
  const init = requestHead();
  for (
    const messages of [
      [{ init, bodyChunk: encode("whole"), bodyComplete: true }],
      [{ init }, { bodyChunk: encode("wh") }, {}, { bodyChunk: encode("ole") }, {
        bodyComplete: true,
      }],
      [{ init, bodyChunk: encode("who") }, { bodyChunk: encode("le"), bodyComplete: true }],
    ]
  ) {
    const { code, read } = await sendRaw(...messages);
    assertEquals([code, read], [0, "body: whole"]);
  }
});

Deno.test("a request that ends without body_complete is broken, not whole", async () => {
  for (
    const messages of [
      [{ init: requestHead(), bodyChunk: encode("half") }],
      [{ init: requestHead("/", 0n), bodyChunk: encode("half") }],
      [{ init: requestHead("/", 10n) }],
      [{ init: requestHead("/", -1n) }],
    ]
  ) {
    const { code, read } = await sendRaw(...messages);
    assertStringIncludes(read, "DATA_LOSS");
    assertStringIncludes(read, "without body_complete");
    assertEquals(code, 15);
  }
});

Deno.test("a request that says itself that it has no body needs no body_complete", async () => {
  const { code, read } = await sendRaw({ init: requestHead("/", 0n) });
  assertEquals([code, read], [0, "body: "]);
  const complete = await sendRaw({ init: requestHead("/", 0n), bodyComplete: true });
  assertEquals([complete.code, complete.read], [0, "none"]);
});

Deno.test("a request message that cannot be read is INTERNAL and names the method", async () => {
  for (const messages of [[new Uint8Array([0x0a, 0xff])], [{ init: requestHead() }, encode("?")]]) {
    const { code, details } = await sendRaw(...messages);
    assertEquals(code, 13);
    assertStringIncludes(details, "PluginHooks/ServeHTTP");
    assertStringIncludes(details, "ServeHTTPRequest");
  }
});

Deno.test("a unary method wants exactly one message", async () => {
  const server = await serveGrpc({
    listen: { port: 0 },
    handlers: [kvHandler(() => new Promise<never>(() => {}))],
  });
  const message = toBinary(KVGetRequestSchema, create(KVGetRequestSchema, { key: "k" }));
  try {
    for (const messages of [[], [message, message]]) {
      const { code, details } = await rawCall(server.target, kVGet, messages);
      assertEquals(code, invalidArgument);
      assertStringIncludes(details, "takes one message");
    }
    const garbled = await rawCall(server.target, kVGet, [new Uint8Array([0x0a, 9])]);
    assertEquals(garbled.code, 13);
    assertStringIncludes(garbled.details, "PluginAPI/KVGet");
  } finally {
    await server.stop({ graceMs: 0 });
  }
});

Deno.test("stop() lets a call under way finish, refuses new ones, and closes the socket", async () => {
  const folder = await Deno.makeTempDir({ prefix: "mmd-" });
  const path = `${folder}/s.sock`;
  const begun = Promise.withResolvers<void>();
  const finish = Promise.withResolvers<void>();
  const server = await serveGrpc({
    listen: { path },
    handlers: [kvHandler(async () => {
      begun.resolve();
      await finish.promise;
      return encode("done");
    })],
  });
  const transport = connectGrpc(server.target, { connectTimeoutMs: 50 });
  try {
    const request = create(KVGetRequestSchema, { key: "k" });
    const call = transport.call(kVGet, request);
    await begun.promise;
    const stopped = server.stop({ graceMs: 10_000 });
    const refused = await assertRejects(() => transport.call(kVGet, request), TransportError);
    assertEquals(refused.code, "UNAVAILABLE");
    finish.resolve();
    assertEquals((await call).value, encode("done"));
    await stopped;
    assertEquals(server.connections(), 0);
    await assertRejects(() => Deno.connect({ transport: "unix", path }));
  } finally {
    await transport.close();
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("stop() ends a call that does not finish in time, and tells its handler", async () => {
  const begun = Promise.withResolvers<{ ended: Promise<unknown> }>();
  const server = await serveGrpc({
    listen: { port: 0 },
    handlers: [kvHandler((_key, call) => {
      begun.resolve({ ended: aborted(call.signal) });
      return new Promise<never>(() => {});
    })],
  });
  const transport = connectGrpc(server.target);
  try {
    const request = create(KVGetRequestSchema, { key: "k" });
    const call = assertRejects(() => transport.call(kVGet, request), TransportError);
    begun.promise.then(() => server.stop({ graceMs: 30 }));
    assertEquals((await call).code, "UNAVAILABLE");
    const reason = await (await begun.promise).ended;
    assertEquals(reason instanceof TransportError && reason.code, "CANCELLED");
  } finally {
    await transport.close();
    await server.stop({ graceMs: 0 });
  }
});

Deno.test("connections are counted as they come and go", async () => {
  const counts: number[] = [];
  const gone = Promise.withResolvers<void>();
  const server = await serveGrpc({
    listen: { port: 0 },
    handlers: [kvHandler(() => encode("v"))],
    onConnections(open) {
      counts.push(open);
      if (open === 0) gone.resolve();
    },
  });
  const transport = connectGrpc(server.target);
  await transport.call(kVGet, create(KVGetRequestSchema, { key: "k" }));
  assertEquals(server.connections(), 1);
  await transport.close();
  await gone.promise;
  assertEquals(counts, [1, 0]);
  await server.stop({ graceMs: 0 });
});

Deno.test("an address that cannot be listened on is an error that names it", async () => {
  const error = await assertRejects(
    () => serveGrpc({ handlers: [], listen: { path: "/nonexistent-folder/a.sock" } }),
    Error,
  );
  assertStringIncludes(error.message, "cannot listen on unix:/nonexistent-folder/a.sock");
});

Deno.test("an answer that cannot be encoded is INTERNAL and names the method", async () => {
  const server = await serveGrpc({
    listen: { port: 0 },
    handlers: [{
      service: PluginAPI,
      call: () => Promise.resolve({ value: "not bytes" } as unknown as Message),
      exchange: () => Promise.resolve(),
    }],
  });
  const transport = connectGrpc(server.target);
  try {
    const error = await assertRejects(
      () => transport.call(kVGet, create(KVGetRequestSchema, { key: "k" })),
      TransportError,
    );
    assertEquals(error.code, "INTERNAL");
    assertStringIncludes(error.message, "PluginAPI/KVGet");
  } finally {
    await transport.close();
    await server.stop({ graceMs: 0 });
  }
});
