import { assertEquals, assertRejects } from "@std/assert";
import { create } from "@bufbuild/protobuf";
import {
  type PluginHTTPRequest,
  type PluginHTTPStreamRequestInit,
  PluginHTTPStreamResponseInitSchema,
} from "../../gen/mattermost/pluginapi/v1/api_remaining_pb.ts";
import { fakePluginAPI } from "../../tests/support/fake_plugin_api.ts";
import { TransportError } from "../transport/transport_error.ts";
import { createPluginAPI } from "./create_plugin_api.ts";
import { NotFoundError, PluginAPIError, UnavailableError } from "./errors.ts";

const request = () =>
  new Request("http://plugins/com.example.other/api?x=1", {
    method: "POST",
    headers: [["X-One", "1"], ["Content-Length", "5"]],
    body: "hello",
  });

Deno.test("a request to another plugin streams both ways", async () => {
  const { transport, asked } = fakePluginAPI({}, async (_method, exchange) => {
    const writer = await exchange.respond(
      create(PluginHTTPStreamResponseInitSchema, {
        statusCode: 201,
        headers: [{ key: "Set-Cookie", values: ["a=1", "b=2"] }],
      }),
    );
    for await (const chunk of exchange.body ?? []) await writer.write(chunk);
    await writer.close();
  });
  const response = await createPluginAPI(transport).pluginHTTP(request());
  assertEquals(
    [response.status, response.headers.getSetCookie(), await response.text()],
    [201, ["a=1", "b=2"], "hello"],
  );
  const init = asked[0]?.request as PluginHTTPStreamRequestInit;
  assertEquals(
    [init.method, init.url, init.host, init.contentLength],
    ["POST", "/com.example.other/api?x=1", "plugins", 5n],
  );
  assertEquals(init.headers.find(({ key }) => key === "x-one")?.values, ["1"]);
});

Deno.test("a server that cannot stream gets the request as one message", async () => {
  const { transport } = fakePluginAPI({
    pluginHTTP: ({ method, url, body, headers, headerList }: PluginHTTPRequest) => ({
      statusCode: 200,
      body: new TextEncoder().encode(
        `${method} ${url} ${new TextDecoder().decode(body)} ${headers["x-one"]} ${
          headerList.find(({ key }) => key === "x-one")?.values
        }`,
      ),
      headers: { "x-old": "yes" },
    }),
  });
  const response = await createPluginAPI(transport).pluginHTTP(request());
  assertEquals(await response.text(), "POST /com.example.other/api?x=1 hello 1 1");
  assertEquals(response.headers.get("x-old"), "yes");
});

Deno.test("a status without a body gives a Response without one", async () => {
  const { transport } = fakePluginAPI({ pluginHTTP: { statusCode: 204 } });
  const response = await createPluginAPI(transport).pluginHTTP(new Request("http://p/a"));
  assertEquals([response.status, response.body], [204, null]);
});

Deno.test("an error, and a status that Response cannot have, are thrown", async () => {
  const failing = fakePluginAPI({
    pluginHTTP: { error: { id: "a.b", message: "No such plugin.", statusCode: 404 } },
  });
  await assertRejects(
    () => createPluginAPI(failing.transport).pluginHTTP(new Request("http://p/a")),
    NotFoundError,
    "No such plugin.",
  );
  const odd = fakePluginAPI({ pluginHTTP: { statusCode: 700 } });
  await assertRejects(
    () => createPluginAPI(odd.transport).pluginHTTP(new Request("http://p/a")),
    PluginAPIError,
    "status 700, which a Response cannot have",
  );
});

Deno.test("a body that breaks off is a PluginAPIError for its reader", async () => {
  const { transport } = fakePluginAPI({}, async (_method, exchange) => {
    const writer = await exchange.respond(
      create(PluginHTTPStreamResponseInitSchema, { statusCode: 200 }),
    );
    await writer.write(new Uint8Array([1]));
    writer.abort(new TransportError("UNAVAILABLE", "gone"));
  });
  const response = await createPluginAPI(transport).pluginHTTP(new Request("http://p/a"));
  await assertRejects(() => response.bytes(), UnavailableError);
});
