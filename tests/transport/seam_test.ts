/**
 * What every transport promises (src/transport/transport.ts), tried on each of them.
 */
import { create } from "@bufbuild/protobuf";
import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { PluginAPI } from "../../gen/mattermost/pluginapi/v1/api_pb.ts";
import {
  KVGetRequestSchema,
  KVListRequestSchema,
} from "../../gen/mattermost/pluginapi/v1/api_kv_config_pb.ts";
import { UploadDataResponseSchema } from "../../gen/mattermost/pluginapi/v1/api_file_bot_pb.ts";
import { UploadDataStreamRequestInitSchema } from "../../gen/mattermost/pluginapi/v1/api_file_bot_pb.ts";
import { PluginHooks } from "../../gen/mattermost/pluginapi/v1/hooks_pb.ts";
import type {
  ServeHTTPRequestInit,
  ServeHTTPResponseInit,
} from "../../gen/mattermost/pluginapi/v1/hooks_http_pb.ts";
import type { Handler, Transport } from "../../src/transport/transport.ts";
import { TransportError } from "../../src/transport/transport_error.ts";
import {
  aborted,
  answerHead,
  collect,
  countedBody,
  endlessBody,
  httpHandler,
  kvHandler,
  requestHead,
} from "./handlers.ts";
import { ways } from "./joined.ts";

const { kVGet, kVList, uploadDataStream } = PluginAPI.method;
const { serveHTTP } = PluginHooks.method;
const key = (text: string) => create(KVGetRequestSchema, { key: text });
const bytes = (text: string) => new TextEncoder().encode(text);

async function rejection(work: Promise<unknown>): Promise<TransportError> {
  return await assertRejects(() => work, TransportError);
}

for (const way of ways) {
  const test = (
    name: string,
    handlers: (set: Record<string, unknown>) => Handler[],
    run: (transport: Transport, set: Record<string, never>) => Promise<void>,
  ) =>
    Deno.test(`${way.name}: ${name}`, async () => {
      const set: Record<string, unknown> = {};
      await using joined = await way.join(handlers(set));
      await run(joined.transport, set as Record<string, never>);
    });

  test(
    "a call carries a message there and back, bytes as Uint8Array",
    () => [kvHandler((k) => bytes(`value of ${k}`))],
    async (transport) => {
      const { value } = await transport.call(kVGet, key("é\u{1F600}"));
      assertEquals(value, bytes("value of é\u{1F600}"));
      assertEquals(Object.getPrototypeOf(value), Uint8Array.prototype);
    },
  );

  test(
    "a message of 5 MiB travels whole",
    () => [kvHandler(() => new Uint8Array(5 << 20).fill(7))],
    async (transport) => {
      const { value } = await transport.call(kVGet, key("x".repeat(5 << 20)));
      assertEquals(value.byteLength, 5 << 20);
      assert(value.every((byte) => byte === 7));
    },
  );

  test(
    "200 calls at once each get their own answer",
    () => [
      kvHandler(async (k) => {
        await Promise.resolve();
        return bytes(k);
      }),
    ],
    async (transport) => {
      const keys = Array.from({ length: 200 }, (_, i) => `key ${i}`);
      const answers = await Promise.all(keys.map((k) => transport.call(kVGet, key(k))));
      assertEquals(answers.map(({ value }) => new TextDecoder().decode(value)), keys);
    },
  );

  test(
    "an error that a handler throws is UNKNOWN with its message, a TransportError keeps its code",
    () => [
      kvHandler((k) => {
        throw k === "a" ? new Error("no luck") : new TransportError("ABORTED", "twice the same");
      }),
    ],
    async (transport) => {
      const unknown = await rejection(transport.call(kVGet, key("a")));
      assertEquals([unknown.code, unknown.details], ["UNKNOWN", "no luck"]);
      const coded = await rejection(transport.call(kVGet, key("b")));
      assertEquals([coded.code, coded.details], ["ABORTED", "twice the same"]);
    },
  );

  test("a method that nobody serves is UNIMPLEMENTED", () => [
    kvHandler(() => new Uint8Array()),
  ], async (transport) => {
    const error = await rejection(
      transport.call(
        PluginHooks.method.implemented,
        create(PluginHooks.method.implemented.input),
      ),
    );
    assertEquals(error.code, "UNIMPLEMENTED");
  });

  test("aborting the signal cancels the call on both sides", (set) => [
    kvHandler(async (_k, call) => {
      (set["begun"] as () => void)();
      const reason = await aborted(call.signal);
      (set["ended"] as (reason: unknown) => void)(reason);
      throw reason;
    }),
  ], async (transport, set: Record<string, unknown>) => {
    const begun = new Promise<void>((resolve) => set["begun"] = resolve);
    const ended = new Promise((resolve) => set["ended"] = resolve);
    const controller = new AbortController();
    const call = rejection(transport.call(kVGet, key("k"), { signal: controller.signal }));
    await begun;
    controller.abort(new Error("not needed any more"));
    const error = await call;
    assertEquals(error.code, "CANCELLED");
    assertStringIncludes(error.message, "not needed any more");
    const reason = await ended;
    assert(reason instanceof TransportError && reason.code === "CANCELLED");
  });

  test(
    "a signal that is aborted already sends nothing",
    () => [kvHandler(() => Promise.reject(new Error("was called")))],
    async (transport) => {
      const signal = AbortSignal.abort(new Error("too late"));
      assertEquals(
        (await rejection(transport.call(kVGet, key("k"), { signal }))).code,
        "CANCELLED",
      );
      const upload = endlessBody();
      const exchange = transport.exchange(serveHTTP, requestHead(), upload.body, { signal });
      assertEquals((await rejection(exchange)).code, "CANCELLED");
      await upload.cancelled;
    },
  );

  test("a handler that never answers meets the time limit", (set) => [
    kvHandler(async (_k, call) => {
      const reason = await aborted(call.signal);
      (set["ended"] as (reason: unknown) => void)(reason);
      throw reason;
    }),
  ], async (transport, set: Record<string, unknown>) => {
    const ended = new Promise((resolve) => set["ended"] = resolve);
    const error = await rejection(transport.call(kVGet, key("k"), { timeoutMs: 100 }));
    assertEquals(error.code, "DEADLINE_EXCEEDED");
    const reason = await ended;
    assert(reason instanceof TransportError);
  });

  test("closing rejects the calls under way", (set) => [
    kvHandler((_k, call) => {
      (set["begun"] as () => void)();
      return aborted(call.signal).then((reason) => Promise.reject(reason));
    }),
  ], async (transport, set: Record<string, unknown>) => {
    const begun = new Promise<void>((resolve) => set["begun"] = resolve);
    const call = rejection(transport.call(kVGet, key("k")));
    await begun;
    await transport.close();
    assertEquals((await call).code, "CANCELLED");
    assertEquals((await rejection(transport.call(kVGet, key("k")))).code, "CANCELLED");
  });

  test(
    "a field that does not hold what its type says is refused with the method's name",
    () => [kvHandler(() => new Uint8Array())],
    async (transport) => {
      const wrong = { ...create(KVListRequestSchema), page: "many" } as never;
      const error = await rejection(transport.call(kVList, wrong));
      assertEquals(error.code, "INVALID_ARGUMENT");
      assertStringIncludes(error.message, "PluginAPI/KVList");
    },
  );

  test("supports() knows a streaming method from one that nobody serves", () => [
    httpHandler(() => Promise.reject(new Error("asking must have no effect"))),
  ], async (transport) => {
    assertEquals(await transport.supports(serveHTTP), true);
    assertEquals(await transport.supports(uploadDataStream), false);
    assertEquals(await transport.supports(serveHTTP), true);
  });

  test("an exchange carries heads and bodies of many sizes both ways", () => [
    httpHandler(async (exchange) => {
      const body = await collect(exchange.body);
      const writer = await exchange.respond(answerHead(201));
      await writer.write(bytes((exchange.init as ServeHTTPRequestInit).url));
      await writer.write(new Uint8Array());
      await writer.write(body);
      await writer.close();
    }),
  ], async (transport) => {
    for (const size of [0, 1, 65_535, 65_536, 65_537, 3_000_000]) {
      const sent = new Uint8Array(size).map((_, i) => i * 31);
      const body = new Blob([sent]).stream();
      const answer = await transport.exchange(serveHTTP, requestHead("/a"), body);
      assertEquals((answer.init as ServeHTTPResponseInit).statusCode, 201);
      const got = await collect(answer.body);
      assertEquals(new TextDecoder().decode(got.subarray(0, 2)), "/a");
      assertEquals(got.subarray(2), sent);
    }
  });

  test("an exchange without a body has null on the other side, both ways", () => [
    httpHandler(async (exchange) => {
      const writer = await exchange.respond(answerHead(exchange.body === null ? 204 : 500));
      await writer.close();
    }),
  ], async (transport) => {
    const answer = await transport.exchange(serveHTTP, requestHead(), null);
    assertEquals((answer.init as ServeHTTPResponseInit).statusCode, 204);
    assertEquals(await collect(answer.body), new Uint8Array());
  });

  test("the answer may begin, and be read, before the request has ended", () => [
    httpHandler(async (exchange) => {
      const writer = await exchange.respond(answerHead());
      for await (const chunk of exchange.body!) await writer.write(chunk);
      await writer.close();
    }),
  ], async (transport) => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const request = writable.getWriter();
    const answer = await transport.exchange(serveHTTP, requestHead(), readable);
    const reader = answer.body!.getReader();
    for (const text of ["one", "two", "three"]) {
      await request.write(bytes(text));
      assertEquals((await reader.read()).value, bytes(text));
    }
    await request.close();
    assertEquals((await reader.read()).done, true);
  });

  test("a method that answers with one message gives it without a body", () => [{
    service: PluginAPI,
    call: () => Promise.reject(new Error("not asked for")),
    async exchange(_method, exchange) {
      const { byteLength } = await collect(exchange.body);
      const writer = await exchange.respond(
        create(UploadDataResponseSchema, { fileInfo: { size: BigInt(byteLength) } }),
      );
      await writer.close();
    },
  }], async (transport) => {
    const answer = await transport.exchange(
      uploadDataStream,
      create(UploadDataStreamRequestInitSchema, {}),
      countedBody(100, 10_000).body,
    );
    assertEquals(answer.body, null);
    assertEquals(
      answer.init,
      create(UploadDataResponseSchema, { fileInfo: { size: 1_000_000n } }),
    );
  });

  test("cancelling the answer's body ends the handler and the upload", (set) => [
    httpHandler(async (exchange) => {
      const writer = await exchange.respond(answerHead());
      try {
        while (true) await writer.write(new Uint8Array(1000));
      } catch (error) {
        (set["ended"] as (reason: unknown) => void)([error, exchange.signal.aborted]);
        throw error;
      }
    }),
  ], async (transport, set: Record<string, unknown>) => {
    const ended = new Promise((resolve) => set["ended"] = resolve);
    const upload = endlessBody(bytes("begin"));
    const answer = await transport.exchange(serveHTTP, requestHead(), upload.body);
    await answer.body!.cancel(new Error("seen enough"));
    await upload.cancelled;
    const [error, wasAborted] = await ended as [TransportError, boolean];
    assertEquals(error.code, "CANCELLED");
    assertEquals(wasAborted, true);
  });

  test("aborting the signal breaks the answer's body, not silently ends it", (set) => [
    httpHandler(async (exchange) => {
      const writer = await exchange.respond(answerHead());
      await writer.write(bytes("first"));
      (set["ended"] as (reason: unknown) => void)(await aborted(exchange.signal));
    }),
  ], async (transport, set: Record<string, unknown>) => {
    const ended = new Promise((resolve) => set["ended"] = resolve);
    const controller = new AbortController();
    const { signal } = controller;
    const answer = await transport.exchange(serveHTTP, requestHead(), null, { signal });
    const reader = answer.body!.getReader();
    assertEquals((await reader.read()).value, bytes("first"));
    controller.abort(new Error("enough"));
    assertEquals((await rejection(reader.read())).code, "CANCELLED");
    await ended;
  });

  test("a handler that fails before its answer rejects, after it breaks the body", (set) => [
    httpHandler(async (exchange) => {
      if ((exchange.init as ServeHTTPRequestInit).url === "/early") throw new Error("early");
      const writer = await exchange.respond(answerHead());
      await writer.write(bytes("half"));
      await set["half is read"];
      throw new Error("late");
    }),
  ], async (transport, set: Record<string, unknown>) => {
    const early = await rejection(transport.exchange(serveHTTP, requestHead("/early"), null));
    assertEquals([early.code, early.details], ["UNKNOWN", "early"]);
    const { promise, resolve } = Promise.withResolvers<void>();
    set["half is read"] = promise;
    const answer = await transport.exchange(serveHTTP, requestHead("/late"), null);
    const reader = answer.body!.getReader();
    assertEquals((await reader.read()).value, bytes("half"));
    resolve();
    const late = await rejection(reader.read());
    assertEquals([late.code, late.details], ["UNKNOWN", "late"]);
  });

  test("a handler that ends without an answer, or without closing it, is INTERNAL", (set) => [
    httpHandler(async (exchange) => {
      if ((exchange.init as ServeHTTPRequestInit).url !== "/open") return;
      await (await exchange.respond(answerHead())).write(bytes("half"));
      await set["half is read"];
    }),
  ], async (transport, set: Record<string, unknown>) => {
    const silent = await rejection(transport.exchange(serveHTTP, requestHead(), null));
    assertEquals(silent.code, "INTERNAL");
    assertStringIncludes(silent.message, "without an answer");
    const { promise, resolve } = Promise.withResolvers<void>();
    set["half is read"] = promise;
    const answer = await transport.exchange(serveHTTP, requestHead("/open"), null);
    const reader = answer.body!.getReader();
    assertEquals((await reader.read()).value, bytes("half"));
    resolve();
    const open = await rejection(reader.read());
    assertStringIncludes(open.message, "without closing its answer");
  });

  test("abort() of the writer breaks the body", (set) => [
    httpHandler(async (exchange) => {
      const writer = await exchange.respond(answerHead());
      await writer.write(bytes("half"));
      await set["half is read"];
      writer.abort(new TransportError("DATA_LOSS", "the disk is full"));
    }),
  ], async (transport, set: Record<string, unknown>) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    set["half is read"] = promise;
    const answer = await transport.exchange(serveHTTP, requestHead(), null);
    const reader = answer.body!.getReader();
    assertEquals((await reader.read()).value, bytes("half"));
    resolve();
    const error = await rejection(reader.read());
    assertEquals([error.code, error.details], ["DATA_LOSS", "the disk is full"]);
  });

  test("a request body that breaks is never taken for a whole one", (set) => [
    httpHandler(async (exchange) => {
      (set["begun"] as () => void)();
      const outcome = await collect(exchange.body).then(() => "whole", () => "broken");
      (set["outcome"] as (outcome: string) => void)(outcome);
      throw new Error("over");
    }),
  ], async (transport, set: Record<string, unknown>) => {
    const outcome = new Promise((resolve) => set["outcome"] = resolve);
    const begun = new Promise<void>((resolve) => set["begun"] = resolve);
    let pulls = 0;
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        if (pulls++ === 0) return controller.enqueue(bytes("half"));
        await begun;
        controller.error(new Error("the client is gone"));
      },
    }, { highWaterMark: 0 });
    const error = await rejection(transport.exchange(serveHTTP, requestHead(), body));
    assertEquals(error.code, "CANCELLED");
    assertStringIncludes(error.message, "the client is gone");
    assertEquals(await outcome, "broken");
  });

  test("an answer that is complete stops an upload that nobody reads", () => [
    httpHandler(async (exchange) => {
      const writer = await exchange.respond(answerHead(413));
      await writer.close();
    }),
  ], async (transport) => {
    const upload = endlessBody(bytes("the beginning of something long"));
    const answer = await transport.exchange(serveHTTP, requestHead(), upload.body);
    assertEquals((answer.init as ServeHTTPResponseInit).statusCode, 413);
    assertEquals(await collect(answer.body), new Uint8Array());
    await upload.cancelled;
  });

  test("a reader that stops reading makes the upload stop, too", (set) => [
    httpHandler(async (exchange) => {
      const reader = exchange.body!.getReader();
      await reader.read();
      (set["read"] as () => void)();
      await set["go on"];
      let size = 0;
      reader.releaseLock();
      for await (const chunk of exchange.body!) size += chunk.byteLength;
      const writer = await exchange.respond(answerHead(size > 0 ? 200 : 500));
      await writer.close();
    }),
  ], async (transport, set: Record<string, unknown>) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    set["go on"] = promise;
    const read = new Promise<void>((done) => set["read"] = done);
    const upload = countedBody(1024, 65_536);
    const exchange = transport.exchange(serveHTTP, requestHead(), upload.body);
    await read;
    const held = await standstill(upload.made);
    // 64 MiB are offered; what may be on the way is both windows and the buffers of both ends.
    assert(held <= 16 * 6, `${held} chunks of 64 KiB were taken while nobody read`);
    resolve();
    await collect((await exchange).body);
    assertEquals(upload.made(), 1024);
  });

  test("a slow reader of the answer makes the handler wait", (set) => [
    httpHandler(async (exchange) => {
      const writer = await exchange.respond(answerHead());
      for (let i = 0; i < 1024; i++) {
        await writer.write(new Uint8Array(65_536));
        set["written"] = i + 1;
      }
      await writer.close();
    }),
  ], async (transport, set: Record<string, unknown>) => {
    const answer = await transport.exchange(serveHTTP, requestHead(), null);
    const held = await standstill(() => Number(set["written"] ?? 0));
    assert(held <= 16 * 6, `${held} chunks of 64 KiB were written while nobody read`);
    assertEquals((await collect(answer.body)).byteLength, 1024 * 65_536);
  });
}

/** The count at which something stands still: unchanged over many turns of the event loop. */
async function standstill(count: () => number): Promise<number> {
  let last = -1;
  let same = 0;
  while (same < 50) {
    await new Promise((resolve) => setTimeout(resolve, 2));
    const now = count();
    same = now === last ? same + 1 : 0;
    last = now;
  }
  return last;
}
