import { assertEquals, assertInstanceOf, assertRejects, assertStringIncludes } from "@std/assert";
import { create } from "@bufbuild/protobuf";
import { apiMethods } from "../../gen/api_methods.ts";
import type { CreatePostRequest } from "../../gen/mattermost/pluginapi/v1/api_channel_post_pb.ts";
import { fakePluginAPI, jsonBytes } from "../../tests/support/fake_plugin_api.ts";
import { UploadDataResponseSchema } from "../../gen/mattermost/pluginapi/v1/api_file_bot_pb.ts";
import { createPluginAPI } from "./create_plugin_api.ts";
import {
  NotFoundError,
  NotImplementedError,
  PluginAPIError,
  TimeoutError,
  ValidationError,
} from "./errors.ts";

Deno.test("the API has every method of the table and nothing else, and cannot be changed", () => {
  const api = createPluginAPI(fakePluginAPI({}).transport);
  assertEquals(Object.keys(api), Object.keys(apiMethods));
  assertEquals(Object.isFrozen(api), true);
});

Deno.test("one result is the value, none is undefined, several are an object", async () => {
  const { transport } = fakePluginAPI({
    getUser: (request: { userId: string }) => ({ user: { id: request.userId, username: "ann" } }),
    kVSet: {},
    getFile: { data: new Uint8Array([1, 2]) },
    getEmojiImage: { image: new Uint8Array([3]), contentType: "image/png" },
    getUsers: { users: [{ id: "a" }, { id: "b" }] },
  });
  const api = createPluginAPI(transport);
  assertEquals((await api.getUser({ userId: "u" })).username, "ann");
  assertEquals(await api.kvSet({ key: "k", value: new Uint8Array([1]) }), undefined);
  assertEquals(await api.getFile({ fileId: "f" }), new Uint8Array([1, 2]));
  assertEquals(await api.getEmojiImage({ emojiId: "e" }), {
    image: new Uint8Array([3]),
    contentType: "image/png",
  });
  assertEquals((await api.getUsers({})).map(({ id }) => id), ["a", "b"]);
});

Deno.test("null is a result where Go has nil, and a broken answer everywhere else", async () => {
  const { transport } = fakePluginAPI({ kVGet: {}, getUser: {}, getLicense: {}, getConfig: {} });
  const api = createPluginAPI(transport);
  assertEquals(await api.kvGet({ key: "none" }), null);
  assertEquals(await api.getLicense(), null);
  const error = await assertRejects(() => api.getUser({ userId: "u" }), PluginAPIError);
  assertEquals(
    error.message,
    "getUser: the server reported success but sent no user, which the plugin API does not allow",
  );
  await assertRejects(() => api.getConfig(), PluginAPIError, "sent no config");
});

Deno.test("JSON in bytes is parsed on the way in and written on the way out", async () => {
  const { transport, asked } = fakePluginAPI({
    getConfig: { configJson: jsonBytes({ ServiceSettings: { SiteURL: "http://x" } }) },
    saveConfig: {},
    loadPluginConfiguration: { configJson: new Uint8Array() },
    getPluginConfig: {},
    getUnsanitizedConfig: { configJson: new TextEncoder().encode("{") },
    receiveSharedChannelSyncMsg: { response: { userErrors: ["u"] } },
  });
  const api = createPluginAPI(transport);
  const config = await api.getConfig();
  assertEquals(config.ServiceSettings?.SiteURL, "http://x");
  await api.saveConfig({ config });
  const saved = asked.at(-1)?.request as unknown as { configJson: Uint8Array };
  assertEquals(JSON.parse(new TextDecoder().decode(saved.configJson)), config);
  assertEquals(await api.loadPluginConfiguration(), {});
  assertEquals(await api.getPluginConfig(), {});
  await assertRejects(() => api.getUnsanitizedConfig(), PluginAPIError, "that is not JSON");
  const syncMsg = { id: "s", channel_id: "c" };
  assertEquals(
    (await api.receiveSharedChannelSyncMsg({ remoteId: "r", syncMsg })).userErrors,
    ["u"],
  );
  const sent = asked.at(-1)?.request as unknown as { syncMsg: { syncMsgJson: Uint8Array } };
  assertEquals(JSON.parse(new TextDecoder().decode(sent.syncMsg.syncMsgJson)), syncMsg);
});

Deno.test("an error inside of the answer is thrown, an empty one is none", async () => {
  const { transport } = fakePluginAPI({
    getUser: { error: { id: "app.user.x", message: "Unable to find the user.", statusCode: 404 } },
    getServerVersion: { version: "11.8.0" },
    getUserByEmail: { error: {}, user: { id: "u" } },
  });
  const api = createPluginAPI(transport);
  const error = await assertRejects(() => api.getUser({ userId: "u" }), NotFoundError);
  assertEquals([error.id, error.method], ["app.user.x", "getUser"]);
  assertEquals((await api.getUserByEmail({ email: "a@b" })).id, "u");
  assertEquals(await api.getServerVersion(), "11.8.0");
});

Deno.test("a wrong request is refused before anything is sent", async () => {
  const { transport, asked } = fakePluginAPI({ getUser: {}, createPost: {}, saveConfig: {} });
  const api = createPluginAPI(transport);
  const wrong = async (call: () => Promise<unknown>) =>
    (await assertRejects(call, ValidationError)).message;
  assertEquals(
    // @ts-expect-error a name that the request does not have
    await wrong(() => api.getUser({ userid: "u" })),
    'api.getUser: GetUserRequest has no field "userid"; did you mean "userId"?',
  );
  assertEquals(
    // @ts-expect-error an id is a string
    await wrong(() => api.getUser({ userId: 5 })),
    "api.getUser.userId: expected a string, got the number 5",
  );
  assertEquals(
    await wrong(() => api.createPost({})),
    "api.createPost.post: expected a Post, got nothing",
  );
  assertEquals(
    // @ts-expect-error the configuration is needed
    await wrong(() => api.saveConfig({})),
    "api.saveConfig.config: expected an object, got nothing",
  );
  assertEquals(asked, []);
});

Deno.test("a broadcast that is left out is sent empty, since its absence ends a server", async () => {
  const { transport, asked } = fakePluginAPI({ publishWebSocketEvent: {} });
  await createPluginAPI(transport).publishWebSocketEvent({ event: "e", payload: { a: 1 } });
  const sent = asked[0]?.request as unknown as { broadcast?: object; payload: object };
  assertEquals(sent.broadcast === undefined, false);
  assertEquals(sent.payload, { a: 1 });
});

Deno.test("a post that the server gave may be spread and sent back", async () => {
  const { transport } = fakePluginAPI({
    createPost: (request: CreatePostRequest) => ({ post: request.post }),
  });
  const api = createPluginAPI(transport);
  const post = await api.createPost({ post: { message: "a", props: { x: [1] } } });
  const again = await api.createPost({ post: { ...post, message: "b" } });
  assertEquals([again.message, again.props], ["b", { x: [1] }]);
});

Deno.test("a call ends after timeoutMs, the call's own before the client's", async () => {
  const { transport } = fakePluginAPI({ getUser: () => new Promise<object>(() => {}) });
  const api = createPluginAPI(transport, { timeoutMs: 60_000 });
  const error = await assertRejects(
    () => api.getUser({ userId: "u" }, { timeoutMs: 1 }),
    TimeoutError,
  );
  assertStringIncludes(error.message, "no answer within the 1 ms");
  const limited = createPluginAPI(transport, { timeoutMs: 1 });
  await assertRejects(() => limited.getUser({ userId: "u" }), TimeoutError);
});

Deno.test("aborting the signal cancels the call on the server's side too", async () => {
  const seen = Promise.withResolvers<AbortSignal>();
  const { transport } = fakePluginAPI({
    getUser: (_request, { signal }) => {
      seen.resolve(signal);
      return new Promise<object>(() => {});
    },
  });
  const controller = new AbortController();
  const call = createPluginAPI(transport).getUser({ userId: "u" }, { signal: controller.signal });
  const signal = await seen.promise;
  controller.abort(new Error("enough"));
  const error = await assertRejects(() => call, PluginAPIError);
  assertEquals([error.statusCode, signal.aborted], [499, true]);
});

Deno.test("a method that the server lacks says since when there is one", async () => {
  const api = createPluginAPI(fakePluginAPI({}).transport);
  const error = await assertRejects(() => api.getUser({ userId: "u" }), NotImplementedError);
  assertStringIncludes(error.message, "it came with Mattermost 5.2");
});

function chunks(...parts: string[]): ReadableStream<Uint8Array> {
  return ReadableStream.from(parts.map((part) => new TextEncoder().encode(part)));
}

Deno.test("an upload streams where the server can, head first", async () => {
  const received: string[] = [];
  const { transport, asked } = fakePluginAPI({}, async (method, exchange) => {
    for await (const chunk of exchange.body ?? []) received.push(new TextDecoder().decode(chunk));
    const writer = await exchange.respond(
      create(UploadDataResponseSchema, { fileInfo: { name: "n", size: 6n } }),
    );
    await writer.close();
    assertEquals(method.localName, "uploadDataStream");
  });
  const info = await createPluginAPI(transport).uploadData({
    uploadSession: { id: "s" },
    data: chunks("abc", "def"),
  });
  assertEquals([info?.name, received], ["n", ["abc", "def"]]);
  assertEquals(
    (asked[0]?.request as unknown as { uploadSession: { id: string } }).uploadSession.id,
    "s",
  );
});

Deno.test("an upload goes as one message to a server that cannot stream", async () => {
  const { transport, asked } = fakePluginAPI({
    uploadData: {},
    installPlugin: { manifest: { id: "p" } },
  });
  const api = createPluginAPI(transport);
  assertEquals(await api.uploadData({ uploadSession: {}, data: chunks("abc", "def") }), null);
  assertEquals(
    new TextDecoder().decode((asked[0]?.request as unknown as { data: Uint8Array }).data),
    "abcdef",
  );
  assertEquals((await api.installPlugin({ file: new Uint8Array([1]), replace: true })).id, "p");
  const install = asked[1]?.request as unknown as { fileData: Uint8Array; replace: boolean };
  assertEquals([install.fileData, install.replace], [new Uint8Array([1]), true]);
});

Deno.test("what is no bytes is refused, and a stream that is not sent is cancelled", async () => {
  const api = createPluginAPI(fakePluginAPI({}).transport);
  const error = await assertRejects(
    // @ts-expect-error text is no bytes
    () => api.uploadData({ uploadSession: {}, data: "text" }),
    ValidationError,
  );
  assertEquals(
    error.message,
    'api.uploadData.data: expected a Uint8Array or a ReadableStream of them, got "text"',
  );
  const cancelled = Promise.withResolvers<unknown>();
  const data = new ReadableStream<Uint8Array>({ cancel: cancelled.resolve });
  const failing = {
    ...fakePluginAPI({}).transport,
    supports: () => Promise.reject(new Error("x")),
  };
  await assertRejects(() => createPluginAPI(failing).uploadData({ uploadSession: {}, data }));
  assertInstanceOf(await cancelled.promise, Error);
});
