import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { plugin } from "../../tests/support/plugin_under_test.ts";
import { create } from "@bufbuild/protobuf";
import { ServeHTTPRequestInitSchema } from "../../gen/mattermost/pluginapi/v1/hooks_http_pb.ts";
import { PluginHooks } from "../../gen/mattermost/pluginapi/v1/hooks_pb.ts";
import { TransportError } from "../transport/transport_error.ts";
import { type HTTPExchange, httpExchange } from "./http_exchange.ts";
import type { FetchHandler, HTTPContext } from "./http_hooks.ts";

const encoder = new TextEncoder();

function text(body: ReadableStream<Uint8Array> | null): Promise<string> {
  return new Response(body as ReadableStream<Uint8Array<ArrayBuffer>> | null).text();
}

function bytes(...parts: string[]): ReadableStream<Uint8Array> {
  return ReadableStream.from(parts.map((part) => encoder.encode(part)));
}

/** Answers one request with a fetch handler. */
async function fetched(handler: FetchHandler, head: object, body?: ReadableStream<Uint8Array>) {
  const host = plugin({ hooks: { serveHTTP: handler } });
  const answer = await host.http(head, body);
  return {
    status: answer.init.statusCode,
    headers: answer.init.headers.flatMap(({ key, values }) => values.map((value) => [key, value])),
    text: await text(answer.body),
    lines: host.lines,
  };
}

Deno.test("a request has its method, URL, headers and body", async () => {
  const answer = await fetched(
    async (request) =>
      Response.json([
        request.method,
        request.url,
        request.headers.get("x-two"),
        request.headers.get("host"),
        await request.text(),
      ]),
    {
      method: "POST",
      url: "/api/things?x=1&y=%20",
      requestUri: "/plugins/com.example.test/api/things?x=1&y=%20&access_token=secret",
      headers: [{ key: "X-Two", values: ["a", "b"] }],
    },
    bytes("hel", "lo"),
  );
  assertEquals(JSON.parse(answer.text), [
    "POST",
    "http://mattermost.example/api/things?x=1&y=%20",
    "a, b",
    "mattermost.example",
    "hello",
  ]);
  assertEquals([answer.status, answer.headers], [200, [["content-type", "application/json"]]]);
});

Deno.test("a header line that Headers does not take is left out, the others are there", async () => {
  const answer = await fetched(
    (request) => Response.json([...request.headers]),
    { headers: [{ key: "X Bad", values: ["1"] }, { key: "X-Good", values: ["Zoë"] }] },
  );
  assertEquals(JSON.parse(answer.text), [["host", "mattermost.example"], ["x-good", "Zo\xc3\xab"]]);
  assertEquals(answer.lines.map(({ level }) => level), ["debug"]);
});

const urls: [head: object, url: string][] = [
  [{ url: "" }, "http://mattermost.example/"],
  [{ url: "", requestUri: "/plugins/p/x" }, "http://mattermost.example/plugins/p/x"],
  [{ url: "//evil.example/x" }, "http://mattermost.example//evil.example/x"],
  [{ url: "http://evil.example/x?y" }, "http://mattermost.example/x?y"],
  [{ url: "/x", host: "" }, "http://localhost/x"],
  [{ url: "/x", host: "a b" }, "http://localhost/x"],
  [{ url: "/x", host: "[::1]:8065" }, "http://[::1]:8065/x"],
];

for (const [head, url] of urls) {
  Deno.test(`the URL of ${JSON.stringify(head)} is ${url}`, async () => {
    assertEquals((await fetched((request) => new Response(request.url), head)).text, url);
  });
}

Deno.test("headers with several values and without any are passed on, those of a connection are not", async () => {
  const answer = await fetched(() => {
    const headers = new Headers([["Set-Cookie", "a=1"], ["Set-Cookie", "b=2"], [
      "X-Name",
      "Zo\xc3\xab",
    ]]);
    for (const name of ["Connection", "Transfer-Encoding", "Keep-Alive"]) headers.set(name, "x");
    return new Response(null, { status: 204, headers });
  }, {});
  assertEquals(answer.status, 204);
  assertEquals(answer.headers.toSorted(), [["set-cookie", "a=1"], ["set-cookie", "b=2"], [
    "x-name",
    "Zoë",
  ]]);
});

Deno.test("the user is who Mattermost says, unless another plugin says so", async () => {
  const who: FetchHandler = (_request, { userId, sourcePluginId, hook }) =>
    Response.json({ userId, sourcePluginId, hook });
  const user = { key: "Mattermost-User-Id", values: ["u"] };
  const source = { key: "Mattermost-Plugin-Id", values: ["other"] };
  const ask = async (headers: object[]) => JSON.parse((await fetched(who, { headers })).text);
  const hook = "serveHTTP";
  assertEquals(await ask([]), { userId: null, sourcePluginId: null, hook });
  assertEquals(await ask([user]), { userId: "u", sourcePluginId: null, hook });
  assertEquals(await ask([user, source]), { userId: null, sourcePluginId: "other", hook });
});

Deno.test("the plugin context of the request is at hand", async () => {
  const answer = await fetched(
    (_request, { sessionId, requestId, ipAddress }) =>
      Response.json([sessionId, requestId, ipAddress]),
    { pluginContext: { sessionId: "s", requestId: "r", ipAddress: "10.0.0.1" } },
  );
  assertEquals(answer.text, '["s","r","10.0.0.1"]');
});

Deno.test("a throw is 500 without its text, which is in the log", async () => {
  const answer = await fetched(() => {
    throw new Error("password is hunter2");
  }, { url: "/x?token=secret" });
  assertEquals([answer.status, answer.text], [500, "The plugin could not answer this request.\n"]);
  assertEquals(answer.lines.map(({ level, message }) => [level, message]), [
    ["error", "serveHTTP (GET /x) failed: password is hunter2"],
  ]);
});

Deno.test("what is no Response is 500, and the log says what is expected", async () => {
  const cases: [unknown, string][] = [
    [
      undefined,
      'serveHTTP must return a Response, but it returned nothing. Is a "return" missing?',
    ],
    [{ status: 200 }, "serveHTTP must return a Response, but it returned an object"],
  ];
  for (const [result, message] of cases) {
    const answer = await fetched(() => result as Response, {});
    assertEquals([answer.status, answer.lines[0]?.message], [
      500,
      `serveHTTP (GET /) failed: ${message}`,
    ]);
  }
  const used = new Response("x");
  await used.text();
  const answer = await fetched(() => used, {});
  assertEquals(answer.status, 500);
  assertStringIncludes(answer.lines[0]?.message ?? "", "was read already");
  assertEquals((await fetched(() => Response.error(), {})).status, 500);
});

Deno.test("methods that Request refuses are 501, and the log names what takes them", async () => {
  const answer = await fetched(() => new Response("x"), { method: "TRACE" });
  assertEquals(answer.status, 501);
  assertStringIncludes(answer.lines[0]?.message ?? "", "httpExchange(…)");
});

Deno.test("a GET with a body reaches a fetch handler without it", async () => {
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({ cancel: () => void (cancelled = true) });
  const answer = await fetched(
    async (request) => new Response(`<${await request.text()}>`),
    {},
    body,
  );
  assertEquals([answer.text, cancelled], ["<>", true]);
});

Deno.test("a HEAD request gets no body, and the handler's is cancelled", async () => {
  let cancelled = false;
  const answer = await fetched(
    () => new Response(new ReadableStream({ cancel: () => void (cancelled = true) })),
    { method: "HEAD" },
  );
  assertEquals([answer.status, answer.text, cancelled], [200, "", true]);
});

Deno.test("the answer may begin, and go on, before the request has ended", async () => {
  const upload = new TransformStream<Uint8Array, Uint8Array>();
  const host = plugin({ hooks: { serveHTTP: (request) => new Response(request.body) } });
  const writer = upload.writable.getWriter();
  const answer = await host.http({ method: "POST" }, upload.readable);
  const reader = answer.body?.getReader();
  for (const part of ["one", "two"]) {
    const read = reader?.read();
    await writer.write(encoder.encode(part));
    assertEquals(new TextDecoder().decode((await read)?.value), part);
  }
  await writer.close();
  assertEquals((await reader?.read())?.done, true);
});

Deno.test("a slow client slows the handler down instead of filling the memory", async () => {
  let made = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      made++;
      controller.enqueue(new Uint8Array(1024));
    },
  }, { highWaterMark: 0 });
  const host = plugin({ hooks: { serveHTTP: () => new Response(body) } });
  const answer = await host.http({});
  const reader = answer.body?.getReader();
  for (let read = 1; read <= 20; read++) {
    await reader?.read();
    // All that can run without the client has run after a few turns of the loop.
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setTimeout(resolve));
    assertEquals(made <= read + 4, true, `${made} chunks were made when ${read} were read`);
  }
  await reader?.cancel();
});

Deno.test("when the client goes away, the request's signal and the body's stream hear of it", async () => {
  const aborted = Promise.withResolvers<void>();
  const cancelled = Promise.withResolvers<void>();
  const contextAborted = Promise.withResolvers<void>();
  const host = plugin({
    hooks: {
      serveHTTP: (request, { signal }) => {
        request.signal.addEventListener("abort", () => aborted.resolve());
        signal.addEventListener("abort", () => contextAborted.resolve());
        return new Response(
          new ReadableStream({
            start: (controller) => controller.enqueue(encoder.encode("first")),
            cancel: () => cancelled.resolve(),
          }),
        );
      },
    },
  });
  const answer = await host.http({});
  const reader = answer.body?.getReader();
  await reader?.read();
  await reader?.cancel();
  await Promise.all([aborted.promise, cancelled.promise, contextAborted.promise]);
  assertEquals(host.lines.filter(({ level }) => level === "error"), []);
});

Deno.test("a request that is given up before the answer is cancelled", async () => {
  const started = Promise.withResolvers<Request>();
  const host = plugin({
    hooks: {
      serveHTTP: (request) => {
        started.resolve(request);
        return new Promise<Response>(() => {});
      },
    },
  });
  const controller = new AbortController();
  const call = host.http({}, null, { signal: controller.signal });
  const request = await started.promise;
  controller.abort();
  assertEquals((await assertRejects(() => call, TransportError)).code, "CANCELLED");
  assertEquals(request.signal.aborted, true);
});

Deno.test("a body that fails in the middle is a broken one, and logged", async () => {
  const host = plugin({
    hooks: {
      serveHTTP: () =>
        new Response(
          ReadableStream.from((async function* () {
            yield encoder.encode("first");
            await Promise.resolve();
            throw new Error("disk gone");
          })()),
        ),
    },
  });
  const answer = await host.http({});
  await assertRejects(() => text(answer.body));
  assertEquals(host.lines.map(({ message }) => message), ["serveHTTP (GET /) failed: disk gone"]);
});

Deno.test("a body of text instead of bytes is a broken one, and the log says what to do", async () => {
  const host = plugin({
    hooks: { serveHTTP: () => new Response(ReadableStream.from(["text"]) as never) },
  });
  const answer = await host.http({});
  await assertRejects(() => text(answer.body));
  assertStringIncludes(host.lines[0]?.message ?? "", "pipe it through a TextEncoderStream");
});

Deno.test("httpExchange sees the request as it came and writes the answer as it likes", async () => {
  let seen: Partial<HTTPExchange> = {};
  let context: Partial<HTTPContext> = {};
  const host = plugin({
    hooks: {
      serveHTTP: httpExchange(async (exchange, given) => {
        seen = exchange;
        context = given;
        const body = await exchange.respond({
          status: 999,
          headers: [["X-A", "1"], ["x-a", "2"], ["X-B", "ü"]],
        });
        await body.write(encoder.encode(await text(exchange.body)));
        await body.flush();
        await body.close();
      }),
    },
  });
  const answer = await host.http({
    method: "GET",
    url: "/x",
    requestUri: "/plugins/p/x",
    proto: "HTTP/1.1",
    remoteAddr: "10.0.0.1:5",
    contentLength: 4n,
    headers: [{ key: "A", values: ["1", "2"] }, { key: "Mattermost-User-Id", values: ["u"] }],
  }, bytes("body"));
  assertEquals(await text(answer.body), "body");
  assertEquals(answer.init.statusCode, 999);
  assertEquals(answer.init.headers.map(({ key, values }) => [key, values]), [
    ["X-A", ["1", "2"]],
    ["X-B", ["ü"]],
  ]);
  const { method, url, requestURI, host: name, protocol, remoteAddress, headers, contentLength } =
    seen;
  assertEquals({ method, url, requestURI, name, protocol, remoteAddress, headers, contentLength }, {
    method: "GET",
    url: "/x",
    requestURI: "/plugins/p/x",
    name: "mattermost.example",
    protocol: "HTTP/1.1",
    remoteAddress: "10.0.0.1:5",
    headers: [["A", "1"], ["A", "2"], ["Mattermost-User-Id", "u"]],
    contentLength: 4n,
  });
  assertEquals(context.userId, "u");
});

Deno.test("httpExchange without an answer is an empty 200, and one left open is closed", async () => {
  const silent = plugin({ hooks: { serveHTTP: httpExchange(async () => {}) } });
  const empty = await silent.http({});
  assertEquals([empty.init.statusCode, await text(empty.body)], [200, ""]);
  const open = plugin({
    hooks: {
      serveHTTP: httpExchange(async (exchange) => {
        await (await exchange.respond()).write(encoder.encode("x"));
      }),
    },
  });
  assertEquals(await text((await open.http({})).body), "x");
});

for (const status of [0, 99, 1000, 200.5, -1, NaN]) {
  Deno.test(`the status ${status}, which HTTP does not have, is sent as 500`, async () => {
    const host = plugin({
      hooks: {
        serveHTTP: httpExchange(async (exchange) => (await exchange.respond({ status })).close()),
      },
    });
    const answer = await host.http({});
    await answer.body?.cancel();
    assertEquals(answer.init.statusCode, 500);
    assertEquals(host.lines.length, 1);
  });
}

Deno.test("httpExchange that throws after its head breaks the body off", async () => {
  const host = plugin({
    hooks: {
      serveHTTP: httpExchange(async (exchange) => {
        await exchange.respond();
        throw new Error("too late");
      }),
    },
  });
  const answer = await host.http({});
  await assertRejects(() => text(answer.body));
  assertEquals(host.lines[0]?.message, "serveHTTP (GET /) failed: too late");
});

Deno.test("a request's body that nobody reads is cancelled", async () => {
  const cancelled = Promise.withResolvers<void>();
  const host = plugin({ hooks: { serveHTTP: () => new Response("enough") } });
  const body = new ReadableStream<Uint8Array>({ cancel: () => cancelled.resolve() });
  const answer = await host.http({ method: "POST" }, body);
  assertEquals(await text(answer.body), "enough");
  await cancelled.promise;
});

Deno.test("metrics are served in the same way", async () => {
  const host = plugin({
    hooks: { serveMetrics: (request, { hook }) => new Response(`${hook} ${request.url}`) },
  });
  const answer = await host.transport.exchange(
    PluginHooks.method.serveMetrics,
    create(ServeHTTPRequestInitSchema, { method: "GET", url: "/metrics", host: "h" }),
    null,
  );
  assertEquals(await text(answer.body), "serveMetrics http://h/metrics");
});
