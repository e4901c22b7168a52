/** The generated types of the plugin API, pinned. What is wrong here does not compile. */

import { assertEquals } from "@std/assert";
import type { JsonObject } from "@bufbuild/protobuf";
import type {
  Config,
  FileInfo,
  License,
  Manifest,
  PluginAPI,
  PluginAPIHandlers,
  PluginHooksClient,
  Post,
  ProductLimitsJson,
  SyncResponse,
  User,
} from "../../src/contract/mod.ts";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true
  : false;

type Result<Name extends keyof PluginAPI> = Awaited<ReturnType<PluginAPI[Name]>>;
type HookResult<Name extends keyof PluginHooksClient> = Awaited<
  ReturnType<PluginHooksClient[Name]>
>;
type Request1<Name extends keyof PluginAPIHandlers> = Parameters<
  NonNullable<PluginAPIHandlers[Name]>
>[0];

/** Compiles only where the type is `true`. */
function holds<Claim extends true>(claim: Claim): void {
  assertEquals(claim, true);
}

Deno.test("results are Go's results, null only where Go has nil", () => {
  holds<Equal<Result<"getUser">, User>>(true);
  holds<Equal<Result<"getUsers">, User[]>>(true);
  holds<Equal<Result<"deletePost">, void>>(true);
  holds<Equal<Result<"kvGet">, Uint8Array | null>>(true);
  holds<Equal<Result<"readFile">, Uint8Array>>(true);
  holds<Equal<Result<"kvSetWithOptions">, boolean>>(true);
  holds<Equal<Result<"uploadData">, FileInfo | null>>(true);
  holds<Equal<Result<"installPlugin">, Manifest>>(true);
  holds<Equal<Result<"getEmojiImage">, { image: Uint8Array; contentType: string }>>(true);
  holds<Equal<Result<"getLDAPUserAttributes">, { [key: string]: string }>>(true);
  holds<Equal<Result<"countPropertyFields">, bigint>>(true);
  holds<Equal<Result<"receiveSharedChannelSyncMsg">, SyncResponse>>(true);
  holds<Equal<Result<"pluginHTTP">, Response>>(true);
});

Deno.test("JSON is shown parsed and typed", () => {
  holds<Equal<Result<"getConfig">, Config>>(true);
  holds<Equal<Result<"getLicense">, License | null>>(true);
  holds<Equal<Result<"getCloudLimits">, ProductLimitsJson>>(true);
  holds<Equal<Result<"getPluginConfig">, JsonObject>>(true);
  holds<Equal<Result<"loadPluginConfiguration">, JsonObject>>(true);
  holds<Equal<Parameters<PluginAPI["saveConfig"]>[0], { config: Config }>>(true);
});

Deno.test("hooks give the host Go's results", () => {
  holds<
    Equal<
      HookResult<"messageWillBePosted">,
      { modifiedPost: Post | null; rejectionReason: string }
    >
  >(true);
  holds<Equal<HookResult<"userWillLogIn">, string>>(true);
  holds<Equal<HookResult<"onSharedChannelsPing">, boolean>>(true);
  holds<Equal<HookResult<"configurationWillBeSaved">, Config | null>>(true);
  holds<Equal<HookResult<"implemented">, string[]>>(true);
});

Deno.test("an implementation always gets bytes as a stream", () => {
  holds<Equal<Request1<"installPlugin">, { file: ReadableStream<Uint8Array>; replace: boolean }>>(
    true,
  );
  holds<Equal<Request1<"pluginHTTP">, Request>>(true);
});

/** Never called: these calls need only compile, or be refused. */
export async function _calls(api: PluginAPI): Promise<void> {
  await api.getUser({ userId: "x" });
  await api.getUser({ userId: "x" }, { timeoutMs: 5, signal: AbortSignal.timeout(5) });
  await api.getServerVersion();
  await api.getServerVersion({}, { timeoutMs: 5 });
  await api.registerCommand({ command: { trigger: "hello", autoComplete: true } });
  await api.installPlugin({ file: new Uint8Array() });
  await api.installPlugin({ file: new Blob([]).stream(), replace: true });
  await api.pluginHTTP(new Request("http://plugins/x"));
  // @ts-expect-error a field that the request has not
  await api.getUser({ user: "x" });
  // @ts-expect-error a value of the wrong type
  await api.getUser({ userId: 5 });
  // @ts-expect-error 64-bit integers are bigint
  await api.getPostsSince({ channelId: "x", time: 5 });
  // @ts-expect-error a configuration is needed
  await api.saveConfig({});
  // @ts-expect-error a value that may be null
  (await api.kvGet({ key: "x" })).length;
  // @ts-expect-error no such method
  await api.getUserr({ userId: "x" });
}
