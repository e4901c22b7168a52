import {
  assert,
  assertEquals,
  assertInstanceOf,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import { create } from "@bufbuild/protobuf";
import { apiMethods } from "../../gen/api_methods.ts";
import type { Config } from "../../gen/go_json.ts";
import type { MethodInfo } from "../../gen/method_info.ts";
import type { AppError } from "../../gen/mattermost/pluginapi/v1/common_pb.ts";
import type { PluginAPI } from "../../gen/plugin_api.ts";
import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import { createPluginAPI } from "../api/create_plugin_api.ts";
import { NotFoundError, NotImplementedError, PluginAPIError } from "../api/errors.ts";
import { connectMemory } from "../transport/memory.ts";
import { createPluginAPIHandler } from "./api_handler.ts";
import type { PluginLogEntry } from "./plugin_log.ts";

/** The client's view of an implementation. */
function client(
  handlers: PluginAPIHandlers,
  fallback?: PluginAPIHandlers,
): { api: PluginAPI; log: PluginLogEntry[] } {
  const log: PluginLogEntry[] = [];
  const handler = createPluginAPIHandler(handlers, {
    pluginId: "com.example.x",
    log: (entry) => log.push(entry),
    fallback,
  });
  return { api: createPluginAPI(connectMemory([handler])), log };
}

Deno.test("every method that is missing is answered with 501 and its name", async () => {
  const handler = createPluginAPIHandler({}, { pluginId: "p" });
  const { signal } = new AbortController();
  for (const info of Object.values<MethodInfo>(apiMethods)) {
    const answer = await handler.call(info.method, create(info.method.input), { signal });
    const { error } = answer as { error?: AppError };
    assertEquals(error?.statusCode, 501, info.name);
    assertStringIncludes(error?.message ?? "", info.goName);
  }
});

Deno.test("a plugin sees a missing method as a NotImplementedError, streams too", async () => {
  const { api } = client({});
  await assertRejects(() => api.getUser({ userId: "u" }), NotImplementedError, "GetUser");
  await assertRejects(
    () => api.installPlugin({ file: new Uint8Array(100_000), replace: false }),
    NotImplementedError,
    "InstallPlugin",
  );
  await assertRejects(
    () => api.pluginHTTP(new Request("http://plugins/x/y")),
    NotImplementedError,
    "PluginHTTP",
  );
});

Deno.test("results go through: none, one, several, null, JSON", async () => {
  const saved: unknown[] = [];
  // A whole configuration has hundreds of fields, which do not matter to how it travels.
  const config = { ServiceSettings: { SiteURL: "http://é" } } as unknown as Config;
  const { api } = client({
    getUser: ({ userId }) => ({ id: userId, username: "ada", createAt: 2n ** 60n }),
    kvGet: ({ key }) => key === "there" ? new Uint8Array([1, 2]) : null,
    deleteUser: () => {},
    getConfig: () => config,
    saveConfig: ({ config }) => void saved.push(config),
    getLicense: () => null,
    kvSetWithOptions: () => true,
  });
  const user = await api.getUser({ userId: "u" });
  assertEquals([user.id, user.username, user.createAt], ["u", "ada", 2n ** 60n]);
  assertEquals(await api.kvGet({ key: "there" }), new Uint8Array([1, 2]));
  assertEquals(await api.kvGet({ key: "away" }), null);
  assertEquals(await api.deleteUser({ userId: "u" }), undefined);
  assertEquals(await api.getConfig({}), config);
  await api.saveConfig({ config });
  assertEquals(saved, [config]);
  assertEquals(await api.getLicense({}), null);
  assertEquals(await api.kvSetWithOptions({ key: "k", value: new Uint8Array([1]) }), true);
});

Deno.test("a PluginAPIError reaches the plugin with all that it says", async () => {
  const { api, log } = client({
    getUser() {
      throw new NotFoundError({
        id: "app.user.missing_account.const",
        message: "There is no such user.",
        detailedError: "id u",
        where: "App.GetUser",
        requestId: "r",
        params: { Id: "u" },
      });
    },
  });
  const error = await assertRejects(() => api.getUser({ userId: "u" }), NotFoundError);
  const { id, message, detailedError, statusCode, where, requestId, params } =
    error as PluginAPIError;
  assertEquals({ id, message, detailedError, statusCode, where, requestId, params }, {
    id: "app.user.missing_account.const",
    message: "There is no such user.",
    detailedError: "id u",
    statusCode: 404,
    where: "App.GetUser",
    requestId: "r",
    params: { Id: "u" },
  });
  assertEquals(log, []);
});

Deno.test("any other error is a 500 that tells the plugin nothing and the log everything", async () => {
  const { api, log } = client({
    getUser: () => Promise.reject(new Error("password of the database: hunter2")),
    // An implementation that breaks its promise is no fault of the plugin's either.
    getTeam: () => undefined as never,
    getChannel: () => ({ id: 7 }) as never,
  });
  for (
    const [call, text] of [
      [() => api.getUser({ userId: "u" }), "hunter2"],
      [() => api.getTeam({ teamId: "t" }), "getTeam gave undefined"],
      [() => api.getChannel({ channelId: "c" }), "the result of getChannel.channel.id"],
    ] as const
  ) {
    const error = await assertRejects(call as () => Promise<unknown>, PluginAPIError);
    assertInstanceOf(error, PluginAPIError);
    assertEquals((error as PluginAPIError).statusCode, 500);
    assert(!(error as Error).message.includes(text));
    assertStringIncludes(log.at(-1)?.message ?? "", text);
    assertEquals(log.at(-1)?.level, "error");
  }
});

Deno.test("implementations may be objects of classes, and the fallback answers what they lack", async () => {
  class Server implements PluginAPIHandlers {
    #version = "10.11.0";
    getServerVersion(): string {
      return this.#version;
    }
  }
  const { api } = client(new Server(), {
    getServerVersion: () => "none",
    loadPluginConfiguration: () => ({ greeting: "hello" }),
  });
  assertEquals(await api.getServerVersion({}), "10.11.0");
  assertEquals(await api.loadPluginConfiguration({}), { greeting: "hello" });
});

Deno.test("an implementation learns who calls, and that the caller has given up", async () => {
  const began = Promise.withResolvers<string>();
  const ended = Promise.withResolvers<void>();
  const { api } = client({
    getServerVersion(_, { signal, pluginId }) {
      began.resolve(pluginId);
      return new Promise((_, reject) => {
        signal.addEventListener("abort", () => {
          ended.resolve();
          reject(signal.reason);
        });
      });
    },
  });
  const giveUp = new AbortController();
  const asking = api.getServerVersion({}, { signal: giveUp.signal });
  assertEquals(await began.promise, "com.example.x");
  giveUp.abort();
  await assertRejects(() => asking, PluginAPIError);
  await ended.promise;
});

Deno.test("uploads are streams for the implementation, whichever way they come", async () => {
  const got: number[] = [];
  const handlers: PluginAPIHandlers = {
    async uploadData({ uploadSession, data }) {
      let bytes = 0;
      for await (const chunk of data) bytes += chunk.length;
      got.push(bytes);
      return uploadSession?.id === "whole" ? { id: "file" } : null;
    },
  };
  const { api } = client(handlers);
  const data = new Uint8Array(300_000);
  const file = await api.uploadData({ uploadSession: { id: "whole" }, data });
  assertEquals(file?.id, "file");
  assertEquals(await api.uploadData({ uploadSession: { id: "part" }, data }), null);
  const handler = createPluginAPIHandler(handlers, { pluginId: "p" });
  const { uploadData } = apiMethods;
  const request = create(uploadData.method.input, {
    uploadSession: { id: "whole" },
    data: new Uint8Array(5),
  } as never);
  const { signal } = new AbortController();
  const answer = await handler.call(uploadData.method, request, { signal });
  assertEquals((answer as unknown as { fileInfo: { id: string } }).fileInfo.id, "file");
  assertEquals(got, [300_000, 300_000, 5]);
});

Deno.test("a plugin's request to another plugin is a Request, its answer a Response, both streaming", async () => {
  const { api } = client({
    async pluginHTTP(request) {
      const { method, url, headers } = request;
      const path = new URL(url).pathname;
      return new Response(`${method} ${path} ${headers.get("x-a")} ${await request.text()}`, {
        status: 207,
        headers: [["set-cookie", "a=1"], ["set-cookie", "b=2"]],
      });
    },
  });
  const response = await api.pluginHTTP(
    new Request("http://plugins/com.example.other/things?x=1", {
      method: "PATCH",
      headers: { "x-a": "b" },
      body: "body",
    }),
  );
  assertEquals(response.status, 207);
  assertEquals(response.headers.getSetCookie(), ["a=1", "b=2"]);
  assertEquals(await response.text(), "PATCH /com.example.other/things b body");
});

Deno.test("a request that another plugin cannot get is refused as wrong", async () => {
  const handler = createPluginAPIHandler({ pluginHTTP: () => new Response("") }, { pluginId: "p" });
  const { pluginHTTP } = apiMethods;
  const request = create(pluginHTTP.method.input, {
    method: "GET",
    url: "/x",
    body: new Uint8Array([1]),
  } as never);
  const { signal } = new AbortController();
  const answer = await handler.call(pluginHTTP.method, request, { signal });
  const { error } = answer as { error?: AppError };
  assertEquals(error?.statusCode, 400);
});
