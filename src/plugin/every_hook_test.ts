import { assertEquals } from "@std/assert";
import type { PluginUnderTest } from "../../tests/support/plugin_under_test.ts";
import { plugin } from "../../tests/support/plugin_under_test.ts";
import { jsonBytes } from "../../tests/support/fake_plugin_api.ts";
import { hookNames } from "./hook_names.ts";
import type { PluginHookName } from "./hooks.ts";
import { allow, dismiss, reject } from "./outcomes.ts";

/** One hook: what the host sends, what the author sees, what they return, what the host gets. */
interface Row {
  readonly request: object;
  /** The payload as the author sees it; only the fields that are named are compared. */
  readonly payload: readonly unknown[];
  /** Given the payload, the results to try, each with the fields of the answer. */
  readonly results: readonly (readonly [
    result: (...payload: never[]) => unknown,
    answer: object,
  ])[];
}

const nothing = [[() => undefined, {}], [() => "whatever", {}]] as const;
const yesOrNo = [
  [() => allow(), { rejectionReason: "" }],
  [() => reject("no"), { rejectionReason: "no" }],
] as const;

/** The three outcomes of a hook that can replace its first payload. */
function outcomes(change: object, field: string, shown: object): Row["results"] {
  return [
    [() => allow(), { [field]: undefined, rejectionReason: "" }],
    [() => reject("no"), { [field]: undefined, rejectionReason: "no" }],
    [
      ((it: object) => ({ outcome: "replace", replacement: { ...it, ...change } })) as never,
      { [field]: shown, rejectionReason: "" },
    ],
  ];
}

const post = { id: "p", message: "old", props: { a: 1 }, createAt: 2n ** 62n };
const member = { channelId: "c", userId: "u", roles: "channel_user" };
const teamMember = { teamId: "t", userId: "u" };
const actor = { id: "actor" };
const remoteCluster = { remoteId: "r", siteUrl: "http://remote" };
const mail = { post_id: "p", subject: "s", title: "t", message_text: "m" };

const rows: Readonly<Record<Exclude<PluginHookName, "serveHTTP" | "serveMetrics">, Row>> = {
  messageWillBePosted: {
    request: { post },
    payload: [post],
    results: [
      ...outcomes({ message: "new" }, "modifiedPost", { ...post, message: "new" }),
      [() => dismiss(), { rejectionReason: "plugin.message_will_be_posted.dismiss_post" }],
    ],
  },
  messageWillBeUpdated: {
    request: { newPost: post, oldPost: { id: "before" } },
    payload: [post, { id: "before" }],
    results: outcomes({ message: "new" }, "modifiedPost", { ...post, message: "new" }),
  },
  messageHasBeenPosted: { request: { post }, payload: [post], results: nothing },
  messageHasBeenUpdated: {
    request: { newPost: post, oldPost: { id: "before" } },
    payload: [post, { id: "before" }],
    results: nothing,
  },
  messagesWillBeConsumed: {
    request: { posts: [post, { id: "q" }] },
    payload: [[post, { id: "q" }]],
    results: [
      [((posts: object[]) => posts) as never, { posts: [post, { id: "q" }], postsReplaced: true }],
      [() => [], { posts: [], postsReplaced: true }],
      [
        ((posts: object[]) => [{ ...posts[1], message: "x" }]) as never,
        { posts: [{ id: "q", message: "x" }] },
      ],
    ],
  },
  messageHasBeenDeleted: { request: { post }, payload: [post], results: nothing },
  reactionHasBeenAdded: {
    request: { reaction: { emojiName: "+1" } },
    payload: [{ emojiName: "+1" }],
    results: nothing,
  },
  reactionHasBeenRemoved: {
    request: { reaction: { emojiName: "+1" } },
    payload: [{ emojiName: "+1" }],
    results: nothing,
  },
  scheduledPostWillBeCreated: {
    request: { scheduledPost: { id: "s", message: "m" } },
    payload: [{ id: "s", message: "m" }],
    results: outcomes({ message: "n" }, "modifiedScheduledPost", { id: "s", message: "n" }),
  },
  draftWillBeUpserted: {
    request: { draft: { message: "m", rootId: "r" } },
    payload: [{ message: "m", rootId: "r" }],
    results: outcomes({ message: "n" }, "modifiedDraft", { message: "n", rootId: "r" }),
  },
  executeCommand: {
    request: { args: { command: "/hello you", userId: "u" } },
    payload: [{ command: "/hello you", userId: "u" }],
    results: [
      [() => ({ text: "hi", responseType: "in_channel" }), {
        response: { text: "hi", responseType: "in_channel" },
      }],
      [() => "hi", { response: { text: "hi", responseType: "" } }],
      [() => undefined, { response: { text: "" } }],
      [() => null, { response: undefined }],
    ],
  },
  fileWillBeUploaded: {
    request: { fileInfo: { name: "a.txt" }, fileContent: new Uint8Array([1, 2]) },
    payload: [{ info: { name: "a.txt" } }],
    results: [
      [() => allow(), { modifiedContent: new Uint8Array(), rejectionReason: "" }],
      [() => reject("no"), { rejectionReason: "no" }],
      [
        (async (file: { info: object; content: ReadableStream<Uint8Array<ArrayBuffer>> }) => ({
          outcome: "replace",
          replacement: {
            info: { ...file.info, name: "b.txt" },
            content: (await new Response(file.content).bytes()).map((byte) => byte + 1),
          },
        })) as never,
        { modifiedFileInfo: { name: "b.txt" }, modifiedContent: new Uint8Array([2, 3]) },
      ],
      [
        ((file: { content: ReadableStream<Uint8Array> }) => ({
          outcome: "replace",
          replacement: { content: file.content },
        })) as never,
        { modifiedFileInfo: undefined, modifiedContent: new Uint8Array([1, 2]) },
      ],
    ],
  },
  fileWillBeDownloaded: {
    request: { fileInfo: { id: "f" }, userId: "u", downloadType: "preview" },
    payload: [{ info: { id: "f" }, userId: "u", downloadType: "preview" }],
    results: yesOrNo,
  },
  userHasBeenCreated: { request: { user: actor }, payload: [actor], results: nothing },
  userWillLogIn: { request: { user: actor }, payload: [actor], results: yesOrNo },
  userHasLoggedIn: { request: { user: actor }, payload: [actor], results: nothing },
  userHasBeenDeactivated: { request: { user: actor }, payload: [actor], results: nothing },
  onSAMLLogin: {
    request: { user: actor, assertion: { assertionJson: jsonBytes({ NameID: "n" }) } },
    payload: [actor, { NameID: "n" }],
    results: nothing,
  },
  preferencesHaveChanged: {
    request: { preferences: [{ name: "a" }] },
    payload: [[{ name: "a" }]],
    results: nothing,
  },
  notificationWillBePushed: {
    request: { pushNotification: { message: "m" }, userId: "u" },
    payload: [{ message: "m" }, "u"],
    results: outcomes({ message: "n" }, "modifiedNotification", { message: "n" }),
  },
  emailNotificationWillBeSent: {
    request: { emailNotification: { notificationJson: jsonBytes(mail) } },
    payload: [mail],
    results: [
      ...outcomes({ subject: "new" }, "modifiedContent", {
        subject: "new",
        title: "t",
        subTitle: "",
        messageText: "m",
      }),
      [() => ({ outcome: "replace", replacement: { subtitle: "only" } }), {
        modifiedContent: { subject: "s", subTitle: "only" },
      }],
    ],
  },
  channelHasBeenCreated: {
    request: { channel: { id: "c" } },
    payload: [{ id: "c" }],
    results: nothing,
  },
  channelWillBeUpdated: {
    request: { newChannel: { id: "c", header: "h" }, oldChannel: { id: "c" } },
    payload: [{ id: "c", header: "h" }, { id: "c" }],
    results: outcomes({ header: "i" }, "modifiedChannel", { id: "c", header: "i" }),
  },
  channelWillBeArchived: {
    request: { channel: { id: "c" } },
    payload: [{ id: "c" }],
    results: yesOrNo,
  },
  channelWillBeRestored: {
    request: { channel: { id: "c" } },
    payload: [{ id: "c" }],
    results: yesOrNo,
  },
  channelMemberWillBeAdded: {
    request: { channelMember: member },
    payload: [member],
    results: outcomes({ roles: "r" }, "modifiedChannelMember", { ...member, roles: "r" }),
  },
  teamMemberWillBeAdded: {
    request: { teamMember },
    payload: [teamMember],
    results: outcomes({ roles: "r" }, "modifiedTeamMember", { ...teamMember, roles: "r" }),
  },
  userHasJoinedChannel: {
    request: { channelMember: member, actor },
    payload: [member, actor],
    results: nothing,
  },
  userHasLeftChannel: {
    request: { channelMember: member },
    payload: [member, null],
    results: nothing,
  },
  userHasJoinedTeam: { request: { teamMember }, payload: [teamMember, null], results: nothing },
  userHasLeftTeam: {
    request: { teamMember, actor },
    payload: [teamMember, actor],
    results: nothing,
  },
  onWebSocketConnect: {
    request: { webConnId: "w", userId: "u" },
    payload: [{ id: "w", userId: "u" }],
    results: nothing,
  },
  onWebSocketDisconnect: {
    request: { webConnId: "w", userId: "u" },
    payload: [{ id: "w", userId: "u" }],
    results: nothing,
  },
  webSocketMessageHasBeenPosted: {
    request: { webConnId: "w", userId: "", request: { action: "custom_x", data: { n: [1] } } },
    payload: [{ action: "custom_x", data: { n: [1] } }, { id: "w", userId: "" }],
    results: nothing,
  },
  configurationWillBeSaved: {
    request: { newConfig: { configJson: jsonBytes({ ServiceSettings: {} }) } },
    payload: [{ ServiceSettings: {} }],
    results: [
      [() => allow(), { error: undefined, modifiedConfig: undefined }],
      [() => reject("no"), {
        error: { message: "no", detailedError: "no", statusCode: 400 },
        modifiedConfig: undefined,
      }],
      [
        ((config: object) => ({ outcome: "replace", replacement: { ...config, A: 1 } })) as never,
        { modifiedConfig: { configJson: jsonBytes({ ServiceSettings: {}, A: 1 }) } },
      ],
    ],
  },
  onInstall: { request: { event: { userId: "u" } }, payload: [{ userId: "u" }], results: nothing },
  onSendDailyTelemetry: { request: {}, payload: [], results: nothing },
  runDataRetention: {
    request: { nowTime: 5n, batchSize: 10n },
    payload: [{ now: 5n, batchSize: 10n }],
    results: [[() => 3, { deletedCount: 3n }], [() => 2n ** 60n, { deletedCount: 2n ** 60n }]],
  },
  onCloudLimitsUpdated: {
    request: { limits: { files: { totalStorage: 5n } } },
    payload: [{ files: { totalStorage: 5n } }],
    results: nothing,
  },
  onPluginClusterEvent: {
    request: { event: { id: "e", data: new Uint8Array([1]) } },
    payload: [{ id: "e", data: new Uint8Array([1]) }],
    results: nothing,
  },
  generateSupportData: {
    request: {},
    payload: [],
    results: [
      [() => [{ filename: "a", body: "b" }, { filename: "c", body: new Uint8Array([1]) }], {
        files: [{ filename: "a", data: new Uint8Array([98]) }, {
          filename: "c",
          data: new Uint8Array([1]),
        }],
      }],
      [() => [], { files: [] }],
    ],
  },
  onSharedChannelsSyncMsg: {
    request: { syncMsg: { syncMsgJson: jsonBytes({ channel_id: "c" }) }, remoteCluster },
    payload: [{ channel_id: "c" }, remoteCluster],
    results: [
      [() => ({ usersSyncd: ["u"], postsLastUpdateAt: 7n }), {
        response: { usersSyncd: ["u"], postsLastUpdateAt: 7n },
      }],
      [() => ({}), { response: { usersSyncd: [] } }],
    ],
  },
  onSharedChannelsPing: {
    request: { remoteCluster },
    payload: [remoteCluster],
    results: [[() => true, { healthy: true }], [() => false, { healthy: false }]],
  },
  onSharedChannelsAttachmentSyncMsg: {
    request: { fileInfo: { id: "f" }, post, remoteCluster },
    payload: [{ id: "f" }, post, remoteCluster],
    results: nothing,
  },
  onSharedChannelsProfileImageSyncMsg: {
    request: { user: actor, remoteCluster },
    payload: [actor, remoteCluster],
    results: nothing,
  },
};

/** Asserts that `actual` has what `expected` names, at any depth. */
function assertHas(actual: unknown, expected: unknown, where: string): void {
  if (
    typeof expected !== "object" || expected === null || expected instanceof Uint8Array
  ) return assertEquals(actual, expected, where);
  if (Array.isArray(expected)) assertEquals((actual as unknown[]).length, expected.length, where);
  for (const [key, value] of Object.entries(expected)) {
    assertHas((actual as Record<string, unknown> | undefined)?.[key], value, `${where}.${key}`);
  }
}

const pluginContext = {
  requestId: "request",
  sessionId: "session",
  ipAddress: "10.0.0.1",
  acceptLanguage: "en",
  userAgent: "agent",
  connectionId: "connection",
};

for (const [name, row] of Object.entries(rows)) {
  for (const [index, [result, answer]] of row.results.entries()) {
    Deno.test(`${name} gets its payload, and its result ${index + 1} reaches the host`, async () => {
      let seen: unknown[] = [];
      const hook = (...args: unknown[]) => {
        seen = args;
        return result(...args as never[]);
      };
      const host: PluginUnderTest = plugin({ hooks: { [name]: hook } as never });
      const response = await host.call(name as "userWillLogIn", row.request);
      assertEquals(host.lines, []);
      assertEquals(seen.length, row.payload.length + 1);
      row.payload.forEach((expected, at) => assertHas(seen[at], expected, `${name}(${at})`));
      const context = seen.at(-1) as Record<string, unknown>;
      assertEquals([context["hook"], context["pluginId"]], [name, "com.example.test"]);
      assertHas(response, answer, name);
    });
  }
}

Deno.test("every hook that takes one message is tried here", () => {
  assertEquals(
    Object.keys(rows).sort(),
    hookNames.filter((name) => !name.startsWith("serve")).sort(),
  );
});

Deno.test("a host that leaves the messages out gives empty ones, not undefined", async () => {
  for (const [name, row] of Object.entries(rows)) {
    let seen: unknown[] = [];
    const host = plugin({ hooks: { [name]: (...args: unknown[]) => void (seen = args) } as never });
    await host.call(name as "userWillLogIn").catch(() => {});
    assertEquals(seen.length, row.payload.length + 1, name);
    assertEquals(seen.includes(undefined), false, name);
  }
});

Deno.test("where the request comes from is in the context", async () => {
  let context: Record<string, unknown> = {};
  const host = plugin({
    hooks: { userHasLoggedIn: (_user, given) => void (context = { ...given }) },
  });
  await host.call("userHasLoggedIn", { pluginContext, user: { id: "u" } });
  const { requestId, sessionId, ipAddress, acceptLanguage, userAgent, connectionId } = context;
  assertEquals(
    { requestId, sessionId, ipAddress, acceptLanguage, userAgent, connectionId },
    pluginContext,
  );
  assertEquals(context["userId"], "u");
  await host.call("userHasLoggedIn");
  for (const key of [...Object.keys(pluginContext), "userId"]) assertEquals(context[key], null);
});
