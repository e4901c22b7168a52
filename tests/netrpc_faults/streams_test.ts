import { assert, assertEquals, assertMatch, assertRejects } from "@std/assert";
import type { DuplexStream } from "../../src/netrpc/duplex_stream.ts";
import { gobBytes, gobInt } from "../../src/netrpc/gob/types.ts";
import { goHeader } from "../../src/netrpc/http/go_header.ts";
import { nothing } from "../../src/netrpc/rpc/rpc_headers.ts";
import { rpcMethod, serveRpc } from "../../src/netrpc/rpc/rpc_server.ts";
import { serveHTTPArgs } from "../../src/netrpc/schema/streamed_types.ts";
import { type ServedPlugin, servePlugin } from "./served_plugin.ts";
import { type TypescriptHost, typescriptHost } from "./typescript_host.ts";

/** A request on its way: the streams of both bodies, and the end of the hook. */
async function request(host: TypescriptHost) {
  const hooks = await host.dispense("hooks");
  const ids = {
    ResponseWriterStream: host.broker.nextId(),
    RequestBodyStream: host.broker.nextId(),
  };
  const accepted = Promise.all([
    host.broker.accept(ids.ResponseWriterStream),
    host.broker.accept(ids.RequestBodyStream),
  ]);
  const done = hooks.call("Plugin.ServeHTTP", serveHTTPArgs(), {
    ...ids,
    Context: null,
    Request: {
      Method: "POST",
      URL: "/",
      Proto: "HTTP/1.1",
      ProtoMajor: 1,
      ProtoMinor: 1,
      Header: { "Content-Length": ["100000"] },
      Host: "plugin",
      RemoteAddr: "",
      RequestURI: "/",
    },
  }, nothing);
  done.catch(() => {}); // Whoever waits for it learns of it.
  const [writer, body] = await accepted;
  return { writer, body, done };
}

/** A server's response writer; `write` is called for each piece. */
function takeResponse(writer: DuplexStream, write: (bytes: Uint8Array) => void | Promise<void>) {
  const methods = new Map([
    ["Plugin.Header", rpcMethod({ args: nothing, result: goHeader, answer: () => ({}) })],
    ["Plugin.SyncHeader", rpcMethod({ args: goHeader, result: nothing, answer: () => ({}) })],
    ["Plugin.WriteHeader", rpcMethod({ args: gobInt, result: nothing, answer: () => ({}) })],
    [
      "Plugin.Write",
      rpcMethod({
        args: gobBytes,
        result: nothing,
        answer: async (bytes) => {
          await write(bytes);
          return {};
        },
      }),
    ],
  ]);
  return serveRpc(writer, { find: (name) => methods.get(name), onError: () => {} }).catch(() => {});
}

async function withPlugin(test: (plugin: ServedPlugin, host: TypescriptHost) => Promise<void>) {
  await using plugin = await servePlugin();
  await using host = typescriptHost(await plugin.connect());
  await test(plugin, host);
}

Deno.test("a request's stream that is reset in the middle breaks the body in the plugin", async () => {
  await withPlugin(async (plugin, host) => {
    const { writer, body, done } = await request(host);
    assert(await body.read() !== null); // It asks for bytes.
    await body.write(new Uint8Array(40_000));
    body.reset();
    assertMatch(
      await plugin.outcomes.until((text) => text.includes("broken")),
      /^broken at \d+: .*reset/,
    );
    takeResponse(writer, () => writer.reset());
    await done.catch(() => {});
  });
});

Deno.test("a request's stream that ends in the middle breaks the body in the plugin", async () => {
  await withPlugin(async (plugin, host) => {
    const { writer, body } = await request(host);
    assert(await body.read() !== null);
    await body.write(new Uint8Array(40_000));
    body.close();
    assertEquals(
      await plugin.outcomes.until((text) => text.includes("broken")),
      "broken at 40000: the client has sent 40000 of 100000 bytes of the body",
    );
    takeResponse(writer, () => writer.reset());
  });
});

Deno.test("a response's stream that is reset in the middle fails the write and aborts the signal", async () => {
  await withPlugin(async (plugin, host) => {
    const { writer, body, done } = await request(host);
    let pieces = 0;
    takeResponse(writer, () => {
      if (++pieces === 3) writer.reset();
    });
    await body.write(new Uint8Array(100_000));
    body.close();
    await plugin.outcomes.until((text) => text === "taken 100000");
    await plugin.outcomes.until((text) => text === "aborted");
    await plugin.outcomes.until((text) => text.startsWith("not sent: "));
    await done; // There is nobody left to whom the failure could be said.
    assertEquals(pieces, 3);
  });
});

Deno.test("a server that fails a write stops the plugin's sending", async () => {
  await withPlugin(async (plugin, host) => {
    const { writer, body, done } = await request(host);
    takeResponse(writer, () => {
      throw new Error("write: broken pipe");
    });
    await body.write(new Uint8Array(100_000));
    body.close();
    assertEquals(
      await plugin.outcomes.until((text) => text.startsWith("not sent: ")),
      "not sent: write: broken pipe",
    );
    await done;
  });
});

Deno.test("when the connection is lost in the middle of both bodies both end in the plugin", async () => {
  await withPlugin(async (plugin, host) => {
    const first = await request(host);
    await first.body.write(new Uint8Array(1000));
    const second = await request(host);
    const { promise: sending, resolve: sends } = Promise.withResolvers<void>();
    takeResponse(second.writer, () => sends());
    await second.body.write(new Uint8Array(100_000));
    second.body.close();
    await sending;
    await host[Symbol.asyncDispose]();
    await plugin.outcomes.until((text) => text.startsWith("broken at "));
    await plugin.outcomes.until((text) => text.startsWith("not sent: "));
    await assertRejects(() => first.done);
    await assertRejects(() => second.done);
  });
});

Deno.test("streams that the host never opens fail the request, and leave none of the others", async () => {
  await using plugin = await servePlugin();
  await using host = typescriptHost(await plugin.connect(), 50);
  const hooks = await host.dispense("hooks");
  const before = host.session.streamCount;
  const writer = host.broker.nextId();
  const accepted = host.broker.accept(writer);
  const done = hooks.call("Plugin.ServeHTTP", serveHTTPArgs(), {
    ResponseWriterStream: writer,
    RequestBodyStream: 4_000_000,
    Context: null,
    Request: {
      Method: "POST",
      URL: "/",
      Proto: "",
      ProtoMajor: 1,
      ProtoMinor: 1,
      Header: {},
      Host: "",
      RemoteAddr: "",
      RequestURI: "",
    },
  }, nothing);
  await assertRejects(() => done, Error, "stream 4000000 cannot be opened");
  await assertRejects(async () => {
    const stream = await accepted;
    if (await stream.read() === null) throw new Error("ended");
  });
  await host.session.ping();
  assertEquals(host.session.streamCount, before);
});
