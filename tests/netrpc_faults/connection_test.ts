import { create, type Message } from "@bufbuild/protobuf";
import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import {
  type KVGetRequest,
  KVGetResponseSchema,
  LoadPluginConfigurationResponseSchema,
} from "../../gen/mattermost/pluginapi/v1/api_kv_config_pb.ts";
import {
  MessageWillBePostedRequestSchema,
  type MessageWillBePostedResponse,
} from "../../gen/mattermost/pluginapi/v1/hooks_message_pb.ts";
import { gobBool, gobString, gobUint } from "../../src/netrpc/gob/types.ts";
import type { RpcClient } from "../../src/netrpc/rpc/rpc_client.ts";
import { nothing } from "../../src/netrpc/rpc/rpc_headers.ts";
import { type RpcMethod, rpcMethod } from "../../src/netrpc/rpc/rpc_server.ts";
import { apiTypes, hookTypes } from "../../src/netrpc/schema/method_types.ts";
import { seededRandom } from "../support/seed.ts";
import { servePlugin } from "./served_plugin.ts";
import { cut, typescriptHost } from "./typescript_host.ts";

/** An API that answers a key with the key in capitals. */
const api: ReadonlyMap<string, RpcMethod> = new Map([
  ["Plugin.KVGet", {
    args: apiTypes("kvGet").args,
    result: apiTypes("kvGet").returns,
    answer: (request: Message) =>
      create(KVGetResponseSchema, {
        value: new TextEncoder().encode((request as KVGetRequest).key.toUpperCase()),
      }),
  } as unknown as RpcMethod],
  [
    "Plugin.LoadPluginConfiguration",
    rpcMethod({
      args: nothing,
      result: apiTypes("loadPluginConfiguration").returns,
      answer: () =>
        create(LoadPluginConfigurationResponseSchema, {
          configJson: new TextEncoder().encode("{}"),
        }),
    }),
  ],
]);

async function post(hooks: RpcClient, message: string): Promise<string | undefined> {
  const { args, returns } = hookTypes("messageWillBePosted");
  const request = create(MessageWillBePostedRequestSchema, { post: { message } });
  const answer = await hooks.call("Plugin.MessageWillBePosted", args, request, returns);
  return (answer as MessageWillBePostedResponse).modifiedPost?.message;
}

for (
  const [bytes, where] of [[1, "memory"], [1, "socket"], [2, "memory"], [7, "memory"]] as const
) {
  Deno.test(`activation, a hook and its API call work in pieces of ${bytes} bytes (${where})`, async () => {
    await using plugin = await servePlugin();
    await using host = typescriptHost(
      where === "memory" ? plugin.connectInMemory(bytes) : cut(await plugin.connect(), bytes),
    );
    const hooks = await host.dispense("hooks");
    await host.activate(hooks, api);
    assertEquals(await post(hooks, "abc"), "abc ABC");
    assertEquals(await Promise.all(["d", "e", "f"].map((text) => post(hooks, text))), [
      "d D",
      "e E",
      "f F",
    ]);
    assertEquals(plugin.errors.all, []);
  });
}

Deno.test("an API call before the activation says what to do, and works after it", async () => {
  await using plugin = await servePlugin();
  await assertRejects(
    () => plugin.api.kvGet({ key: "a" }),
    Error,
    "the server has not activated the plugin yet; call the API from onActivate on",
  );
  await using host = typescriptHost(await plugin.connect());
  await host.activate(await host.dispense("hooks"), api);
  assertEquals(new TextDecoder().decode(await plugin.api.kvGet({ key: "a" }) ?? undefined), "A");
});

Deno.test("an unknown name is refused, and the connection goes on", async () => {
  await using plugin = await servePlugin();
  await using host = typescriptHost(await plugin.connect());
  await assertRejects(
    () => host.dispense("something"),
    Error,
    "unknown plugin type: something",
  );
  const unknown = host.control.call("Control.Fly", gobBool, true, nothing);
  await assertRejects(() => unknown, Error, "rpc: can't find method Control.Fly");
  const wrong = host.control.call("Dispenser.Dispense", gobUint, 7, gobUint);
  await assertRejects(() => wrong, Error, "cannot be read as string");
  const hooks = await host.dispense("hooks");
  const lacking = hooks.call("Plugin.NeverHeardOf", gobString, "x", nothing);
  await assertRejects(() => lacking, Error, "rpc: can't find method Plugin.NeverHeardOf");
  await host.activate(hooks, api);
  assertEquals(await post(hooks, "x"), "x X");
});

Deno.test("a second connection comes and goes without harm to the first", async () => {
  await using plugin = await servePlugin();
  await using first = typescriptHost(await plugin.connect());
  const hooks = await first.dispense("hooks");
  await first.activate(hooks, api);
  {
    await using second = typescriptHost(await plugin.connect());
    await second.dispense("hooks");
    assertEquals(plugin.hosts.all, [1, 2]);
  }
  await plugin.hosts.until((count) => count === 1 && plugin.hosts.all.length > 2);
  assertEquals(plugin.hosts.all, [1, 2, 1]);
  assertEquals(await post(hooks, "x"), "x X");
});

Deno.test("who connects and says nothing, or goes again, is no host and in nobody's way", async () => {
  await using plugin = await servePlugin();
  using _silent = await plugin.connect();
  (await plugin.connect()).close();
  await using host = typescriptHost(await plugin.connect());
  const hooks = await host.dispense("hooks");
  await host.activate(hooks, api);
  assertEquals(await post(hooks, "x"), "x X");
  assertEquals(plugin.hosts.all, [1]);
});

Deno.test("garbage on the socket ends its own connection with a word, and no other", async () => {
  const random = seededRandom("the garbage");
  await using plugin = await servePlugin();
  await using host = typescriptHost(await plugin.connect());
  const hooks = await host.dispense("hooks");
  await host.activate(hooks, api);
  for (let round = 0; round < 50; round++) {
    using stranger = await plugin.connect();
    const bytes = random.bytes(random.integer(1, 4096));
    if (round % 3 === 0) bytes.set([0, 0, 0, 1]); // The start of a frame.
    await stranger.write(bytes).catch(() => 0);
    await stranger.closeWrite().catch(() => {});
    while (await stranger.read(new Uint8Array(1024)).catch(() => null) !== null);
  }
  assertEquals(await post(hooks, "x"), "x X");
  assertEquals(plugin.hosts.all, [1]);
  const said = plugin.errors.all.filter((text) => text.startsWith("a connection failed: "));
  assert(said.length > 0 && said.length === plugin.errors.all.length, plugin.errors.all.join("\n"));
});

Deno.test("garbage where a call is due ends the hooks' stream alone and is logged", async () => {
  await using plugin = await servePlugin();
  await using host = typescriptHost(await plugin.connect());
  const first = await host.dispense("hooks");
  await host.activate(first, api);
  const id = await host.control.call("Dispenser.Dispense", gobString, "hooks", gobUint);
  const stream = await host.broker.dial(id);
  await stream.write(new Uint8Array([5, 255, 130, 1, 2, 255, 77]));
  assertEquals(await stream.read().catch(() => null), null);
  assertStringIncludes(
    await plugin.errors.until((text) => text.includes("broke")),
    "the hooks' connection broke: gob",
  );
  assertEquals(await post(first, "x"), "x X");
});

Deno.test("1,000 brokered streams one after another leave no stream behind, nor any at once", async () => {
  await using plugin = await servePlugin();
  await using host = typescriptHost(await plugin.connect());
  await host.activate(await host.dispense("hooks"), api);
  const before = host.session.streamCount;
  for (let turn = 0; turn < 1000; turn++) {
    const hooks = await host.dispense("hooks");
    if (turn % 100 === 0) assertEquals(await post(hooks, `t${turn}`), `t${turn} T${turn}`);
    hooks.close();
    await host.session.ping(); // What the plugin says to the end is here, too.
  }
  assertEquals(host.session.streamCount, before);
  assert(plugin.errors.all.length === 0, plugin.errors.all.join("\n"));
});
