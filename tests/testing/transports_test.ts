/** The same calls over memory and over net/rpc: what comes back, and what the server makes of them. */
import { assert, assertEquals } from "@std/assert";
import { definePlugin, PluginAPIError } from "../../mod.ts";
import type { PluginAPI } from "../../mod.ts";
import { testPlugin } from "../../src/testing/mod.ts";

type Calls = (api: PluginAPI, ids: Ids) => Promise<unknown>[];

interface Ids {
  readonly team: string;
  readonly channel: string;
  readonly ada: string;
  readonly ben: string;
  readonly post: string;
}

const bytes = new Uint8Array([0, 1, 255]);

/** Calls that authors make, good ones and bad ones. */
const calls: Calls = (api, { team, channel, ada, ben, post }) => [
  api.getServerVersion(),
  api.getConfig().then(({ ServiceSettings }) => ServiceSettings?.SiteURL),
  api.getUser({ userId: ada }),
  api.getUser({ userId: "x" }),
  api.getUserByUsername({ name: "BEN" }),
  api.getUsersByIds({ userIds: [ada, "x", ben] }),
  api.getUsersInChannel({ channelId: channel, sortBy: "username", page: 0, perPage: 10 }),
  api.getUsersInChannel({ channelId: channel, sortBy: "wrong", page: 0, perPage: 10 }),
  api.updateUserStatus({ userId: ada, status: "dnd" }),
  api.getUserStatus({ userId: ada }),
  api.getTeam({ teamId: team }),
  api.getTeam({ teamId: "x" }),
  api.getTeamMember({ teamId: team, userId: ada }),
  api.getChannel({ channelId: channel }),
  api.getChannelByName({ teamId: team, name: "talk", includeDeleted: false }),
  api.getChannelMember({ channelId: channel, userId: ben }),
  // Its name has the ids in an order that is new each time.
  api.getDirectChannel({ userId1: ada, userId2: ben }).then(({ type }) => type),
  api.getChannelStats({ channelId: channel }),
  api.createPost({
    post: {
      channelId: channel,
      userId: ada,
      message: "ünï 😀 #tag",
      props: { a: [1, "x", null, { b: true }], attachments: [{ text: "t", actions: [] }] },
    },
  }),
  api.createPost({ post: { channelId: "x", userId: ada, message: "nowhere" } }),
  api.updatePost({ post: { id: post, message: "changed", props: { c: 1.5 } } }),
  api.getPost({ postId: post }),
  api.getPost({ postId: "x" }),
  api.getPostThread({ postId: post }),
  api.getPostsForChannel({ channelId: channel, page: 0, perPage: 5 }),
  api.addReaction({ reaction: { postId: post, userId: ada, emojiName: "smile" } }),
  api.getReactions({ postId: post }),
  api.sendEphemeralPost({ userId: ada, post: { channelId: channel, message: "psst" } }),
  api.kvSet({ key: "k", value: bytes }),
  api.kvGet({ key: "k" }),
  api.kvGet({ key: "none" }),
  api.kvSetWithOptions({ key: "k", value: bytes, options: { atomic: true, oldValue: bytes } }),
  api.kvSetWithOptions({ key: "k", value: bytes, options: { atomic: true } }),
  api.kvSetWithOptions({ key: "k", value: bytes, options: { oldValue: bytes } }),
  api.kvSet({ key: "x".repeat(151), value: bytes }),
  api.kvList({ page: 0, perPage: 10 }),
  api.kvDelete({ key: "k" }),
  api.hasPermissionTo({ userId: ada, permissionId: "create_team" }),
  api.hasPermissionToChannel({ userId: ben, channelId: channel, permissionId: "create_post" }),
  api.registerCommand({ command: { trigger: "x", autoComplete: true, displayName: "X" } }),
  api.registerCommand({ command: { trigger: "" } }),
  api.listPluginCommands({ teamId: team }),
  api.ensureBotUser({ bot: { username: "robot", displayName: "Robot" } }),
  api.getBots({ options: { page: 0, perPage: 10 } }),
  api.uploadFile({ data: bytes, channelId: channel, filename: "a.bin" }),
  api.getPreferencesForUser({ userId: ada }),
  api.updatePreferencesForUser({
    userId: ada,
    preferences: [{ userId: ada, category: "c", name: "n", value: "v" }],
  }),
  api.publishWebSocketEvent({ event: "e", payload: { n: 1, deep: { list: [1, 2] } } }),
  api.savePluginConfig({ config: { Word: "w" } }),
  api.loadPluginConfiguration(),
  api.getPluginStatus({ id: "com.example.test" }),
  api.getEmojiByName({ name: "x" }),
  api.logInfo({ msg: "line", keyValuePairs: [] }),
];

let run: ((api: PluginAPI) => Promise<unknown>[]) | undefined;

const plugin = definePlugin({
  hooks: {
    serveHTTP: async (_request, { api }) => {
      const outcomes: unknown[] = [];
      // One after the other: they build on each other.
      for (const call of run?.(inTurns(api)) ?? []) outcomes.push(await outcomeOf(call));
      kept = outcomes;
      return new Response();
    },
  },
});

let kept: unknown[] = [];

/** An API whose calls begin when the call before has ended. */
function inTurns(api: PluginAPI): PluginAPI {
  let last: Promise<unknown> = Promise.resolve();
  return new Proxy(api, {
    get: (target, name) => (...args: unknown[]) => {
      const method = target[name as "getUser"] as unknown as (
        ...all: unknown[]
      ) => Promise<unknown>;
      const begun = last.catch(() => {}).then(() => method.apply(target, args));
      begun.catch(() => {}); // Whoever waits for it learns of it.
      last = begun;
      return begun;
    },
  });
}

async function outcomeOf(call: Promise<unknown>): Promise<unknown> {
  try {
    return await call;
  } catch (error) {
    assert(error instanceof PluginAPIError, String(error));
    // Go keeps `params` to itself: net/rpc does not carry it.
    const { id, message, statusCode, detailedError } = error;
    return { error: { id, message, statusCode, detailedError } };
  }
}

/** Ids in the order of their appearance, times as what they are. */
function normalised(outcomes: unknown): unknown {
  const ids = new Map<string, string>();
  const text = JSON.stringify(
    outcomes,
    (key, value) =>
      value === undefined
        ? null
        : value instanceof Uint8Array
        ? [...value]
        : typeof value === "bigint"
        ? /At$/.test(key) && value > 0n ? "time" : `${value}n`
        : value,
  );
  return JSON.parse(
    text.replaceAll(/(?<![a-z0-9])[a-z0-9]{26}(?![a-z0-9])/g, (id) => {
      ids.set(id, ids.get(id) ?? `id ${ids.size}`);
      return ids.get(id)!;
    }),
  );
}

Deno.test("API calls come back the same over memory and over net/rpc", async () => {
  const outcomes = new Map<string, unknown[]>();
  for (const transport of ["memory", "netrpc"] as const) {
    await using t = await testPlugin(plugin, { transport, startAt: Date.UTC(2026, 0, 1) });
    const { id: post } = await t.post({ message: "first", props: { old: true } });
    const { users: { ada, ben }, team, channel } = t;
    const ids = { team: team.id, channel: channel.id, ada: ada.id, ben: ben.id, post };
    run = (api) => calls(api, ids);
    const response = await t.fetch("/");
    assertEquals(response.status, 200, await response.text());
    outcomes.set(transport, normalised(kept) as unknown[]);
  }
  const [memory = [], netrpc = []] = outcomes.values();
  assertEquals(netrpc.length, memory.length);
  for (const [index, expected] of memory.entries()) {
    assertEquals(netrpc[index], expected, `call ${index}`);
  }
});

Deno.test("a file goes through both as it is asked for", async () => {
  const got: Record<string, number> = {};
  const uploader = definePlugin({
    hooks: {
      serveHTTP: async (_request, { api }) => {
        const data = new Blob([new Uint8Array(1_000_000)]).stream();
        const info = await api.uploadData({ uploadSession: { id: "s", filename: "f" }, data });
        return new Response(info?.name ?? "none");
      },
    },
  });
  for (const transport of ["memory", "netrpc"] as const) {
    await using t = await testPlugin(uploader, {
      transport,
      api: {
        uploadData: async ({ uploadSession, data }) => {
          got[transport] = (await new Response(data).bytes()).length;
          return { name: `${uploadSession?.filename}, whole` };
        },
      },
    });
    assertEquals(await (await t.fetch("/")).text(), "f, whole");
  }
  assertEquals(got, { memory: 1_000_000, netrpc: 1_000_000 });
});
