/**
 * What calls of the plugin API take and give. Compiled, never run: a line that should not compile and
 * does is an error, as is the opposite.
 *
 * @module
 */
import {
  type Config,
  type FileInfo,
  json,
  type JsonObject,
  type License,
  NotFoundError,
  type PluginAPI,
  PluginAPIError,
  type Post,
  type User,
} from "../../mod.ts";
import type { ConnectedPluginAPI } from "../../src/api/connect.ts";
import { type Equal, expectType } from "./equal.ts";

type Result<Name extends keyof PluginAPI> = Awaited<ReturnType<PluginAPI[Name]>>;

// One result is the value; Go never gives nil here, so it is never null.
expectType<Equal<Result<"getUser">, User>>();
expectType<Equal<Result<"createPost">, Post>>();
expectType<Equal<Result<"getUsers">, User[]>>();
expectType<Equal<Result<"getServerVersion">, string>>();
expectType<Equal<Result<"kvCompareAndSet">, boolean>>();
// Nothing is nothing.
expectType<Equal<Result<"kvSet">, void>>();
expectType<Equal<Result<"deletePost">, void>>();
// Where Go gives nil, null must be dealt with.
expectType<Equal<Result<"kvGet">, Uint8Array | null>>();
expectType<Equal<Result<"getLicense">, License | null>>();
expectType<Equal<Result<"uploadData">, FileInfo | null>>();
// Several results are an object of them.
expectType<Equal<Result<"getEmojiImage">, { image: Uint8Array; contentType: string }>>();
// JSON is parsed, and typed where Go types it.
expectType<Equal<Result<"getConfig">, Config>>();
expectType<Equal<Result<"loadPluginConfiguration">, JsonObject>>();
expectType<Equal<Result<"getPluginConfig">, JsonObject>>();
// HTTP is as on the Web.
expectType<Equal<Parameters<PluginAPI["pluginHTTP"]>[0], Request>>();
expectType<Equal<Result<"pluginHTTP">, Response>>();
// No type is `any`.
expectType<Equal<unknown extends Result<"getConfig"> ? true : false, false>>();

/** Calls that should, and calls that should not, compile. */
export async function calls(api: PluginAPI, connected: ConnectedPluginAPI): Promise<void> {
  const { signal } = new AbortController();
  const user = await api.getUser({ userId: "u" }, { signal, timeoutMs: 1000 });
  await api.createPost({ post: { userId: user.id, message: "m", props: { a: [1, null] } } });
  await api.createPost({ post: { ...await api.getPost({ postId: "p" }), message: "n" } });
  await api.kvSetWithOptions({ key: "k", value: new Uint8Array(), options: { atomic: true } });
  await api.uploadData({ data: new ReadableStream<Uint8Array>() });
  await api.installPlugin({ file: new Uint8Array() });
  await api.getServerVersion();
  const text: string = JSON.stringify(json(user));
  await using _connected = connected;

  // @ts-expect-error the field is userId
  await api.getUser({ userID: "u" });
  // @ts-expect-error an id is a string
  await api.getUser({ userId: 5 });
  // @ts-expect-error a request is needed
  await api.getUser();
  // @ts-expect-error there is no such method
  await api.getUsr({ userId: "u" });
  // @ts-expect-error times are bigint
  await api.createPost({ post: { createAt: 5 } });
  // @ts-expect-error a post has no such field
  await api.createPost({ post: { mesage: "m" } });
  // @ts-expect-error props are JSON, which has no bigint
  await api.createPost({ post: { props: { at: 5n } } });
  // @ts-expect-error bytes, not text
  await api.kvSet({ key: "k", value: "text" });
  // @ts-expect-error the value may be null
  (await api.kvGet({ key: "k" })).length;
  // @ts-expect-error there is no such option
  await api.getUser({ userId: "u" }, { timeout: 5 });
  // @ts-expect-error the configuration is needed
  await api.saveConfig({});
  // @ts-expect-error bytes or a stream of them, not text
  await api.uploadData({ data: text });
  // @ts-expect-error a Request, not a URL
  await api.pluginHTTP("http://plugins/x");
}

/** What a caught error says. */
export function caught(error: unknown): string {
  if (error instanceof NotFoundError) return error.method;
  if (error instanceof PluginAPIError) {
    expectType<Equal<typeof error.statusCode, number>>();
    // @ts-expect-error it is called statusCode
    return error.status;
  }
  return "";
}
