import { assert, assertEquals, assertInstanceOf, assertRejects } from "@std/assert";
import { create, type Message } from "@bufbuild/protobuf";
import { hookMethods } from "../../gen/hook_methods.ts";
import type { Config } from "../../gen/go_json.ts";
import { PluginHooks } from "../../gen/mattermost/pluginapi/v1/hooks_pb.ts";
import type { HookName, PluginHooksClient } from "../../gen/plugin_hooks.ts";
import { PluginAPIError } from "../api/errors.ts";
import { connectMemory } from "../transport/memory.ts";
import { TransportError } from "../transport/transport_error.ts";
import { createHookClients } from "./hook_client.ts";
import { HostError } from "./host_error.ts";

type AnyHook = (request: unknown) => Promise<unknown>;

const all = Object.keys(hookMethods) as HookName[];

/** Clients of a plugin that answers so, with what it was sent and what was logged. */
function plugin(answer: (hook: string) => object | Error, implemented: readonly HookName[] = all) {
  const sent: Message[] = [];
  const logged: string[] = [];
  const uncaught: unknown[] = [];
  const transport = connectMemory([{
    service: PluginHooks,
    call(method, request) {
      sent.push(request);
      const given = answer(method.name);
      return given instanceof Error
        ? Promise.reject(given)
        : Promise.resolve(create(method.output, given as never));
    },
    exchange: () => Promise.reject(new TransportError("UNAVAILABLE", "not here")),
  }]);
  const clients = createHookClients({
    plugin: "com.example.x",
    timeoutMs: 5000,
    log: (level, message, fields) => {
      logged.push(`${level} ${message}`);
      uncaught.push(fields?.["uncaught"]);
    },
    connection: () => ({
      transport,
      implemented: new Set(implemented),
      stderrTail: () => [],
      endBehind: () => Promise.resolve(null),
    }),
  });
  return { ...clients, sent, logged, uncaught };
}

const call = (hooks: PluginHooksClient, hook: HookName) =>
  (hooks[hook] as unknown as AnyHook)(
    // The four hooks that carry JSON have nothing else in common.
    hookMethods[hook].stream ? { init: {}, body: null } : {},
  );

/** What a hook gives when nobody answers it; not listed: nothing at all. */
const unanswered: Partial<Record<HookName, unknown>> = {
  executeCommand: null,
  userWillLogIn: "",
  messageWillBePosted: { modifiedPost: null, rejectionReason: "" },
  messageWillBeUpdated: { modifiedPost: null, rejectionReason: "" },
  messagesWillBeConsumed: { posts: [], postsReplaced: false },
  channelWillBeArchived: "",
  channelMemberWillBeAdded: { modifiedChannelMember: null, rejectionReason: "" },
  teamMemberWillBeAdded: { modifiedTeamMember: null, rejectionReason: "" },
  fileWillBeUploaded: { modifiedFileInfo: null, modifiedContent: null, rejectionReason: "" },
  fileWillBeDownloaded: "",
  runDataRetention: 0n,
  configurationWillBeSaved: null,
  emailNotificationWillBeSent: { modifiedContent: null, rejectionReason: "" },
  notificationWillBePushed: { modifiedNotification: null, rejectionReason: "" },
  generateSupportData: [],
  channelWillBeUpdated: { modifiedChannel: null, rejectionReason: "" },
  channelWillBeRestored: "",
  scheduledPostWillBeCreated: { modifiedScheduledPost: null, rejectionReason: "" },
  draftWillBeUpserted: { modifiedDraft: null, rejectionReason: "" },
};

Deno.test("each hook that a plugin lacks leaves things as they are, without a call or a log line", async () => {
  const { hooks, sent, logged } = plugin(() => new Error("not to be called"), []);
  for (const hook of all) {
    if (hook === "implemented") continue;
    const result = await call(hooks, hook);
    if (hookMethods[hook].stream) {
      assertEquals((result as { init: { statusCode: number } }).init.statusCode, 404);
    } else if (hook === "onSharedChannelsPing") {
      assertEquals(result, true);
    } else if (hook === "onSharedChannelsSyncMsg") {
      assertEquals((result as Message).$typeName, "mattermost.pluginapi.v1.SyncResponse");
    } else {
      assertEquals(result, unanswered[hook], hook);
    }
  }
  assertEquals([sent, logged], [[], []]);
});

Deno.test("each hook that fails leaves things as they are and is logged, or throws where its result is an error", async () => {
  const { hooks, logged } = plugin(() => new TransportError("INTERNAL", "broken"));
  for (const hook of all) {
    const before = logged.length;
    if (hookMethods[hook].fails) {
      const error = await assertRejects(() => call(hooks, hook), PluginAPIError) as PluginAPIError;
      assertEquals(error.statusCode, 500, hook);
      assert(/^plugin\.grpc\.[a-z_]+\.error$/.test(error.id), error.id);
    } else if (hookMethods[hook].stream) {
      await assertRejects(() => call(hooks, hook), HostError);
    } else {
      const expected = hook === "onSharedChannelsPing" ? false : unanswered[hook];
      assertEquals(await call(hooks, hook), expected, hook);
    }
    assertEquals(logged.length, before + 1, hook);
  }
});

Deno.test("what the plugin has not said itself is marked as not caught: no answer, and none that can be read", async () => {
  for (const code of ["DEADLINE_EXCEEDED", "UNAVAILABLE", "INTERNAL"] as const) {
    const { hooks, uncaught } = plugin(() => new TransportError(code, "broken"));
    await call(hooks, "messageHasBeenPosted");
    assertEquals(uncaught, ["messageHasBeenPosted"], code);
  }
  for (const code of ["UNKNOWN", "CANCELLED"] as const) {
    const { hooks, uncaught } = plugin(() => new TransportError(code, "said"));
    await call(hooks, "messageHasBeenPosted");
    assertEquals(uncaught, [undefined], code);
  }
});

Deno.test("each hook without the policy throws what went wrong", async () => {
  const { strictHooks } = plugin(() => new TransportError("INTERNAL", "broken"));
  const lacking = plugin(() => ({}), []).strictHooks;
  for (const hook of all) {
    const error = await assertRejects(() => call(strictHooks, hook), HostError) as HostError;
    assertEquals(error.code, "HOOK_FAILED", hook);
    if (hook === "implemented") continue;
    const missing = await assertRejects(() => call(lacking, hook), HostError) as HostError;
    assertEquals(missing.code, "HOOK_NOT_IMPLEMENTED", hook);
  }
});

Deno.test("JSON goes into hooks and comes out of them parsed", async () => {
  const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  const newConfig = { ServiceSettings: { SiteURL: "http://é" } } as unknown as Config;
  const { hooks, sent } = plugin((hook) =>
    hook === "ConfigurationWillBeSaved"
      ? { modifiedConfig: { configJson: json({ TeamSettings: { SiteName: "changed" } }) } }
      : {}
  );
  assertEquals(
    await hooks.configurationWillBeSaved({ newConfig }),
    { TeamSettings: { SiteName: "changed" } } as unknown as Config,
  );
  await hooks.emailNotificationWillBeSent({ emailNotification: { subject: "s" } as never });
  await hooks.onSharedChannelsSyncMsg({ syncMsg: { id: "i" } as never });
  await hooks.onSAMLLogin({ user: { id: "u" }, assertion: { NameID: "n" } as never });
  const fields = sent as unknown as Record<string, Record<string, Uint8Array>>[];
  assertEquals(fields[0]?.newConfig?.configJson, json(newConfig));
  assertEquals(fields[1]?.emailNotification?.notificationJson, json({ subject: "s" }));
  assertEquals(fields[2]?.syncMsg?.syncMsgJson, json({ id: "i" }));
  assertEquals(fields[3]?.assertion?.assertionJson, json({ NameID: "n" }));
});

Deno.test("an empty configuration in the answer means that it stays", async () => {
  const { hooks } = plugin(() => ({ modifiedConfig: { configJson: new Uint8Array() } }));
  assertEquals(await hooks.configurationWillBeSaved({ newConfig: {} as Config }), null);
});

Deno.test("an error in the answer is thrown with all that it says, an empty one is none", async () => {
  const failing = plugin(() => ({
    error: { id: "a.b.c", message: "m", detailedError: "d", statusCode: 418, where: "w" },
  }));
  const error = await assertRejects(() => failing.hooks.onInstall({}), PluginAPIError);
  assertInstanceOf(error, PluginAPIError);
  const { id, message, detailedError, statusCode, where } = error as PluginAPIError;
  assertEquals([id, message, detailedError, statusCode, where], ["a.b.c", "m", "d", 418, "w"]);
  const empty = plugin(() => ({ error: {} }));
  assertEquals(await empty.hooks.onInstall({}), undefined);
});
