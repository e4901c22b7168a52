/** The same hook calls over memory and over net/rpc: what the plugin sees, and what it answers. */
import { assertEquals, assertRejects } from "@std/assert";
import { allow, definePlugin, reject, replace } from "../../mod.ts";
import { type TestKit, testPlugin } from "../../src/testing/mod.ts";

let seen: unknown[] = [];
const see = (...payload: unknown[]) => void seen.push(payload.slice(0, -1));

const plugin = definePlugin({
  hooks: {
    messageWillBePosted: (post) => {
      seen.push(post);
      return replace({ ...post, message: "", type: "custom_x", fileIds: ["f"] });
    },
    messageWillBeUpdated: (post, old) => {
      seen.push([post, old]);
      return allow();
    },
    messageHasBeenPosted: see,
    messageHasBeenDeleted: see,
    messagesWillBeConsumed: (posts) => posts.map((post) => ({ ...post, message: "read" })),
    reactionHasBeenAdded: see,
    userHasJoinedChannel: see,
    userHasLeftTeam: see,
    userHasBeenCreated: see,
    userWillLogIn: (user) => {
      seen.push(user);
      return user.username === "out" ? reject("Not you.") : allow();
    },
    channelHasBeenCreated: see,
    channelMemberWillBeAdded: (member) => replace({ ...member, roles: "channel_user" }),
    executeCommand: (args) => {
      seen.push(args);
      if (args.command === "/throw") throw new Error("no");
      return args.command === "/none" ? null : {
        text: "t",
        responseType: "in_channel",
        props: { a: [1, { b: null }] },
        messageAttachments: [{ text: "x", fields: [{ title: "f", short: true }] }],
      };
    },
    configurationWillBeSaved: (config) => {
      seen.push(config.ServiceSettings?.SiteURL);
      return replace({ ...config, TeamSettings: { ...config.TeamSettings, SiteName: "New" } });
    },
    webSocketMessageHasBeenPosted: see,
    preferencesHaveChanged: see,
    notificationWillBePushed: (notification) => {
      seen.push(notification);
      return reject("quiet");
    },
    runDataRetention: (retention) => {
      seen.push(retention);
      return 42;
    },
  },
});

const post = {
  id: "p",
  userId: "u",
  channelId: "c",
  message: "old",
  createAt: 2n ** 53n + 1n,
  props: { a: 1, deep: { list: [true, null, "x"] } },
  fileIds: ["one", "two"],
  isPinned: true,
};

type Hooks = TestKit["hooks"];

const calls: readonly ((hooks: Hooks) => Promise<unknown>)[] = [
  (hooks) => hooks.messageWillBePosted({ post }),
  (hooks) => hooks.messageHasBeenPosted({ post, pluginContext: { requestId: "r" } }),
  (hooks) => hooks.messageHasBeenDeleted({ post }),
  // That no posts are meant with no posts is what net/rpc cannot say.
  async (hooks) => (await hooks.messagesWillBeConsumed({ posts: [post, { id: "q" }] })).posts,
  (hooks) => hooks.reactionHasBeenAdded({ reaction: { userId: "u", emojiName: "+1" } }),
  (hooks) =>
    hooks.userHasJoinedChannel({
      channelMember: { channelId: "c", userId: "u", notifyProps: { desktop: "all" } },
      actor: { id: "a", username: "ada" },
    }),
  (hooks) => hooks.userHasLeftTeam({ teamMember: { teamId: "t", userId: "u" } }),
  (hooks) =>
    hooks.userHasBeenCreated({
      user: { id: "u", username: "ünï", props: { a: "b" }, isBot: true },
    }),
  (hooks) => hooks.userWillLogIn({ user: { username: "in" } }),
  (hooks) => hooks.userWillLogIn({ user: { username: "out" } }),
  (hooks) => hooks.channelHasBeenCreated({ channel: { id: "c", name: "talk", props: { x: 1 } } }),
  (hooks) =>
    hooks.channelMemberWillBeAdded({ channelMember: { channelId: "c", userId: "u", roles: "x" } }),
  (hooks) =>
    hooks.executeCommand({ args: { command: "/x", userMentions: { ada: "id" }, triggerId: "t" } }),
  (hooks) => hooks.executeCommand({ args: { command: "/none" } }),
  (hooks) =>
    hooks.webSocketMessageHasBeenPosted({
      webConnId: "w",
      userId: "u",
      request: { seq: 3n, action: "custom_x", data: { n: 1, list: ["a"] } },
    }),
  (hooks) =>
    hooks.preferencesHaveChanged({
      preferences: [{ userId: "u", category: "c", name: "n", value: "v" }],
    }),
  (hooks) => hooks.notificationWillBePushed({ pushNotification: { message: "m" }, userId: "u" }),
  (hooks) => hooks.runDataRetention({ nowTime: 5n, batchSize: 10n }),
];

/** As JSON, without what is empty: Go cannot tell a text that is not there from an empty one. */
function plain(value: unknown): unknown {
  const show = (_key: string, inner: unknown) =>
    typeof inner === "bigint" ? `${inner}n` : inner === "" ? undefined : inner;
  return JSON.parse(JSON.stringify(value ?? null, show));
}

Deno.test("hooks see and answer the same over memory and over net/rpc", async () => {
  const outcomes: unknown[][] = [];
  for (const transport of ["memory", "netrpc"] as const) {
    await using t = await testPlugin(plugin, { transport });
    const answers: unknown[] = [];
    for (const call of calls) {
      seen = [];
      answers.push(plain({ answer: await call(t.hooks), seen }));
    }
    const config = await t.api.getConfig();
    seen = [];
    const saved = await t.hooks.configurationWillBeSaved({ newConfig: config });
    answers.push(plain({ name: saved?.TeamSettings.SiteName, seen }));
    await assertRejects(() => t.hooks.executeCommand({ args: { command: "/throw" } }), Error, "no");
    outcomes.push(answers);
  }
  const [memory = [], netrpc = []] = outcomes;
  for (const [index, expected] of memory.entries()) {
    assertEquals(netrpc[index], expected, `call ${index}`);
  }
});

Deno.test("over net/rpc an update that is allowed is said with the post itself, as a server expects", async () => {
  for (const transport of ["memory", "netrpc"] as const) {
    await using t = await testPlugin(plugin, { transport });
    const { modifiedPost } = await t.hooks.messageWillBeUpdated({ newPost: post, oldPost: post });
    assertEquals(modifiedPost?.message, transport === "netrpc" ? "old" : undefined);
  }
});
