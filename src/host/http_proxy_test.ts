import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { create } from "@bufbuild/protobuf";
import { PluginHooks } from "../../gen/mattermost/pluginapi/v1/hooks_pb.ts";
import {
  type ServeHTTPRequestInit,
  ServeHTTPResponseInitSchema,
} from "../../gen/mattermost/pluginapi/v1/hooks_http_pb.ts";
import { connectMemory } from "../transport/memory.ts";
import type { IncomingExchange, ResponseWriter, Transport } from "../transport/transport.ts";
import { TransportError } from "../transport/transport_error.ts";
import { type HTTPProxy, type PluginFetchOptions, proxyRequest } from "./http_proxy.ts";

type Answer = (exchange: IncomingExchange) => Promise<void>;

/** A proxy in front of a plugin that answers so, with what it logged and was asked. */
function proxyTo(answer: Answer, changes: Partial<HTTPProxy> = {}) {
  const logged: string[] = [];
  const asked: ServeHTTPRequestInit[] = [];
  const transport = connectMemory([{
    service: PluginHooks,
    call: () => Promise.reject(new Error("not asked for")),
    exchange(_, exchange) {
      asked.push(exchange.init as ServeHTTPRequestInit);
      return answer(exchange);
    },
  }]);
  const proxy: HTTPProxy = {
    plugin: "com.example.x",
    transport,
    implemented: true,
    method: PluginHooks.method.serveHTTP,
    log: (level, message) => logged.push(`${level} ${message}`),
    ...changes,
  };
  const fetch = (request: Request, options?: PluginFetchOptions) =>
    proxyRequest(proxy, request, options);
  return { fetch, logged, asked };
}

function respond(
  exchange: IncomingExchange,
  statusCode: number,
  headers: { key: string; values: string[] }[] = [],
): Promise<ResponseWriter> {
  return exchange.respond(create(ServeHTTPResponseInitSchema, { statusCode, headers }));
}

const withStatus = (status: number): Answer => async (exchange) => {
  await (await respond(exchange, status)).close();
};

Deno.test("the plugin sees path, query, host, address, headers and length as on a server", async () => {
  const { fetch, asked } = proxyTo(withStatus(200));
  await fetch(
    new Request("http://mm.example:8065/plugins/com.example.x/a%20b?c=d&c=e", {
      method: "PUT",
      body: "12345",
      headers: { "x-one": "1", "content-length": "5", "user-agent": "é" },
    }),
    { mount: "/plugins/com.example.x", remoteAddr: "192.0.2.1:99", context: { requestId: "r" } },
  );
  const [init] = asked;
  assertEquals(init?.method, "PUT");
  assertEquals(init?.url, "/a%20b?c=d&c=e");
  assertEquals(init?.requestUri, "/plugins/com.example.x/a%20b?c=d&c=e");
  assertEquals(init?.host, "mm.example:8065");
  assertEquals([init?.proto, init?.protoMajor, init?.protoMinor], ["HTTP/1.1", 1, 1]);
  assertEquals(init?.remoteAddr, "192.0.2.1:99");
  assertEquals(init?.contentLength, 5n);
  assertEquals(init?.pluginContext?.requestId, "r");
  const headers = Object.fromEntries(init!.headers.map(({ key, values }) => [key, values]));
  assertEquals(headers["X-One"], ["1"]);
  assertEquals(headers["Host"], undefined);
});

Deno.test("the root of the mount is an empty path, a neighbour's path stays whole", async () => {
  const { fetch, asked } = proxyTo(withStatus(200));
  await fetch(new Request("http://x/plugins/a"), { mount: "/plugins/a/" });
  await fetch(new Request("http://x/plugins/ab/c"), { mount: "/plugins/a" });
  assertEquals(asked.map(({ url }) => url), ["", "/plugins/ab/c"]);
  assertEquals(asked.map(({ contentLength }) => contentLength), [0n, 0n]);
});

Deno.test("only the host says who sends a request", async () => {
  const { fetch, asked } = proxyTo(withStatus(200));
  const forged = { "Mattermost-User-ID": "forged", "MATTERMOST-PLUGIN-ID": "forged" };
  await fetch(new Request("http://x/", { headers: forged }));
  await fetch(new Request("http://x/", { headers: forged }), {
    userId: "real",
    sourcePluginId: "com.example.other",
  });
  const who = asked.map(({ headers }) =>
    headers.filter(({ key }) => key.startsWith("Mattermost-")).map(({ key, values }) =>
      `${key}: ${values}`
    )
  );
  assertEquals(who, [[], [
    "Mattermost-User-Id: real",
    "Mattermost-Plugin-Id: com.example.other",
  ]]);
});

Deno.test("headers with several values come through, invalid ones are left out and reported", async () => {
  const { fetch, logged } = proxyTo(async (exchange) => {
    const writer = await respond(exchange, 200, [
      { key: "Set-Cookie", values: ["a=1; Path=/", "b=2"] },
      { key: "X-Both", values: ["one", "two"] },
      { key: "X Bad", values: ["x"] },
    ]);
    await writer.close();
  });
  const { headers } = await fetch(new Request("http://x/"));
  assertEquals(headers.getSetCookie(), ["a=1; Path=/", "b=2"]);
  assertEquals(headers.get("x-both"), "one, two");
  assertStringIncludes(logged.join(), "left out");
});

Deno.test("a status of 0 is 200, one that HTTP does not have is 500, one that a Response cannot hold is 502", async () => {
  const seen: Record<number, number> = {};
  for (const status of [0, 200, 204, 304, 404, 599, 99, 1000, -1, 101, 600, 999]) {
    const { fetch } = proxyTo(withStatus(status));
    seen[status] = (await fetch(new Request("http://x/"))).status;
  }
  assertEquals(seen, {
    0: 200,
    200: 200,
    204: 204,
    304: 304,
    404: 404,
    599: 599,
    99: 500,
    1000: 500,
    [-1]: 500,
    101: 502,
    600: 502,
    999: 502,
  });
});

Deno.test("a plugin without the hook gives 404, one that does not run or cannot be reached 503", async () => {
  const missing = await proxyTo(withStatus(200), { implemented: false }).fetch(
    new Request("http://x/", { method: "POST", body: "x" }),
  );
  assertEquals(missing.status, 404);
  assertEquals(await missing.text(), 'Plugin "com.example.x" does not implement ServeHTTP.\n');
  const stopped = await proxyTo(withStatus(200), { transport: null }).fetch(
    new Request("http://x/"),
  );
  assertEquals(stopped.status, 503);
  const transport = {
    exchange: () => Promise.reject(new TransportError("UNAVAILABLE", "nobody there")),
  } as unknown as Transport;
  const { fetch, logged } = proxyTo(withStatus(200), { transport });
  assertEquals((await fetch(new Request("http://x/a"))).status, 503);
  assertStringIncludes(logged.join(), "failed before an answer");
});

Deno.test("a plugin that ends the exchange without an answer gives 502", async () => {
  for (
    const answer of [
      () => Promise.resolve(),
      () => Promise.reject(new Error("broken")),
    ]
  ) {
    const { fetch } = proxyTo(answer);
    const response = await fetch(new Request("http://x/"));
    assertEquals(response.status, 502);
    assertStringIncludes(await response.text(), "did not answer");
  }
});

Deno.test("a failure in the middle of the answer breaks its body", async () => {
  const { fetch } = proxyTo(async (exchange) => {
    const writer = await respond(exchange, 200);
    await writer.write(new TextEncoder().encode("half"));
    writer.abort(new Error("the disk is gone"));
  });
  const response = await fetch(new Request("http://x/"));
  assertEquals(response.status, 200);
  await assertRejects(() => response.text());
});

for (const way of ["request", "option"]) {
  Deno.test(`a client that goes away before the answer (by the ${way}'s signal) gets its own reason, and the plugin learns it`, async () => {
    const began = Promise.withResolvers<void>();
    const gone = Promise.withResolvers<void>();
    const { fetch } = proxyTo(({ signal }) =>
      new Promise((_, reject) => {
        signal.addEventListener("abort", () => {
          gone.resolve();
          reject(signal.reason);
        });
        began.resolve();
      })
    );
    const leave = new AbortController();
    const { signal } = leave;
    const fetching = way === "request"
      ? fetch(new Request("http://x/", { signal }))
      : fetch(new Request("http://x/"), { signal });
    await began.promise;
    leave.abort(new Error("gone fishing"));
    await assertRejects(() => fetching, Error, "gone fishing");
    await gone.promise;
  });
}
