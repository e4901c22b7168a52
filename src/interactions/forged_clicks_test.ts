/**
 * Clicks that are not what they claim to be. Each stands beside its honest twin, which differs in
 * that one thing only and passes.
 *
 * @module
 */
import { assert, assertEquals } from "@std/assert";
import type { JsonObject } from "@bufbuild/protobuf";
import type { Post, User } from "../contract/mod.ts";
import { definePlugin } from "../define/define_plugin.ts";
import type { HookContext } from "../plugin/hook_context.ts";
import { type TestKit, testPlugin } from "../testing/test_plugin.ts";
import { defineAction } from "./action.ts";
import { findElement } from "./find_in_post.ts";

const done: unknown[] = [];
const pay = defineAction("pay", (item: { cents: number }) => {
  done.push(item);
  return "paid";
});
const other = defineAction("other", () => "other");
const open = defineAction("open", () => {
  done.push("open");
}, { membersOnly: false });

type Make = (context: HookContext, channelId: string) => JsonObject;
const makers: Record<string, Make> = {
  plain: ({ button }) => button(pay, { label: "Pay", context: { cents: 5 } }),
  disabled: ({ button }) => button(pay, { label: "Pay", context: { cents: 5 }, disabled: true }),
  hour: ({ button }) =>
    button(pay, { label: "Pay", context: { cents: 5 }, expiresInMs: 3_600_000 }),
  bound: ({ button }, channelId) => button(pay, { label: "Pay", context: { cents: 5 }, channelId }),
  menu: ({ menu }) => menu(pay, { label: "Pay", context: { cents: 5 }, options: ["now", "later"] }),
  open: ({ button }) => button(open, { label: "Open" }),
};

/** What the last button of a post that one person sees carries: only the server knows it. */
let leaked: JsonObject = {};

const plugin = definePlugin({
  actions: [pay, other, open],
  bot: { username: "cashier", displayName: "Cashier" },
  hooks: {
    messageHasBeenPosted: async (post, context) => {
      const [, word = "", bound = post.channelId] = /^make (\w+) ?(\w+)?$/.exec(post.message) ?? [];
      const make = makers[word];
      if (make === undefined) return;
      const { channelId } = post;
      const props = { attachments: [{ text: "x", actions: [make(context, bound)] }] };
      const made = { userId: context.bot.userId, channelId, message: "till", props };
      await context.api.createPost({ post: made });
    },
    executeCommand: ({ userId, channelId }, { button, api }) => {
      const options = { label: "Pay", context: { cents: 5 }, ephemeral: true, userId, channelId };
      const made = button(pay, options);
      leaked = made.integration.context;
      const props = { attachments: [{ actions: [made] }] };
      return api.sendEphemeralPost({ userId, post: { channelId, message: "till", props } })
        .then(() => undefined);
    },
  },
  onActivate: ({ api }) => api.registerCommand({ command: { trigger: "till" } }),
});

interface Till {
  readonly post: Post;
  readonly context: JsonObject;
}

/** Has the plugin post a button, and gives what Mattermost would send when it is clicked. */
async function till(t: TestKit, what = "plain", channel = t.channel): Promise<Till> {
  await t.post(`make ${what}`, { as: "ben", channel });
  await t.settled();
  const post = t.posts(channel).findLast(({ message }) => message === "till");
  assert(post !== undefined);
  return { post, context: contextOf(post) };
}

function contextOf(post: Post): JsonObject {
  const [{ actions }] = post.props?.["attachments"] as unknown as [
    { actions: [{ integration: { context: JsonObject } }] },
  ];
  return actions[0].integration.context;
}

/** Sends a click by hand, as whoever is logged in can. */
async function send(
  t: TestKit,
  { post, context }: Till,
  as: User | null = t.users.ben,
  more: Record<string, unknown> = {},
  action = "pay",
) {
  done.length = 0;
  const body = JSON.stringify({
    user_id: as?.id,
    post_id: post.id,
    channel_id: post.channelId,
    context,
    ...more,
  });
  const init = { method: "POST", body, ...(as === null ? {} : { as }) };
  const response = await t.fetch(`/_plugin/actions/${action}`, init);
  const answer = await response.json();
  return { status: response.status, text: answer.ephemeral_text as string, ran: done.length };
}

const paid = { status: 200, text: "paid", ran: 1 };
const refused = (text: string, status = 403) => ({ status, text, ran: 0 });
const invalid = refused("This button is not valid any more.");
const gone = refused("This button is not there any more.");

Deno.test("a forged context is refused; the one that was made passes", async () => {
  await using t = await testPlugin(plugin);
  const honest = await till(t);
  assertEquals(await send(t, honest), paid);
  const token = String(honest.context["token"]);
  const [key, payload = "", mac] = token.split(".");
  const changed = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/")));
  assertEquals(changed.i, { cents: 5 });
  changed.i.cents = 0;
  const forged = btoa(JSON.stringify(changed)).replaceAll("=", "");
  for (
    const context of [
      { cents: 5 },
      {},
      { token: `${key}.${forged}.${mac}` },
      { token: `${key}.${payload}.${"A".repeat(43)}` },
      { token: `${key}.${payload}.` },
      { token: `unknown1.${payload}.${mac}` },
      { token: 5 },
      { token: "" },
    ]
  ) {
    assertEquals(await send(t, { ...honest, context: context as JsonObject }), invalid);
  }
  assertEquals(await send(t, honest), paid);
});

Deno.test("a context in another post is refused; in its own it passes", async () => {
  await using t = await testPlugin(plugin);
  const first = await till(t);
  const second = await till(t);
  assertEquals(await send(t, { post: second.post, context: first.context }), gone);
  assertEquals(
    await send(t, { post: { ...first.post, id: "z".repeat(26) }, context: first.context }),
    gone,
  );
  assertEquals(await send(t, { post: first.post, context: first.context }), paid);
});

Deno.test("a click after the post was deleted, or has lost the button, is refused", async () => {
  await using t = await testPlugin(plugin);
  const { post, context } = await till(t);
  assertEquals(await send(t, { post, context }), paid);
  await t.api.updatePost({ post: { ...post, props: { attachments: [{ text: "sold" }] } } });
  assertEquals(await send(t, { post, context }), gone);
  const next = await till(t);
  assertEquals(await send(t, next), paid);
  await t.api.deletePost({ postId: next.post.id });
  assertEquals(await send(t, next), gone);
});

Deno.test("a disabled button cannot be clicked by hand; the same one enabled can", async () => {
  await using t = await testPlugin(plugin);
  assertEquals(await send(t, await till(t, "disabled")), refused("This button is disabled."));
  assertEquals(await send(t, await till(t)), paid);
});

Deno.test("a click that claims another channel is refused; in the post's own it passes", async () => {
  await using t = await testPlugin(plugin);
  const { team, users } = t;
  const elsewhere = t.mattermost.createChannel(
    { teamId: team.id, name: "elsewhere", displayName: "Elsewhere" },
    users.ben,
  );
  const honest = await till(t);
  assertEquals(await send(t, honest, users.ben, { channel_id: elsewhere.id }), gone);
  assertEquals(await send(t, honest, users.ben, { channel_id: "nowhere" }), {
    status: 403,
    text: "This button does not belong to this channel.",
    ran: 0,
  });
  assertEquals(await send(t, honest), paid);
});

Deno.test("a button bound to a channel is refused in another; in its own it passes", async () => {
  await using t = await testPlugin(plugin);
  const away = await till(t, `bound ${"c".repeat(26)}`);
  assertEquals(await send(t, away), refused("This button does not belong to this channel."));
  assertEquals(await send(t, await till(t, "bound")), paid);
});

Deno.test("somebody who is not in the channel is refused; a member passes", async () => {
  await using t = await testPlugin(plugin);
  const honest = await till(t);
  assertEquals(await send(t, honest, t.users.mallory), refused("You are not in this channel."));
  assertEquals(await send(t, honest, t.users.ada), paid);
  const everybody = await till(t, "open");
  const { status, ran } = await send(t, everybody, t.users.mallory, {}, "open");
  assertEquals([status, ran], [200, 1]);
});

Deno.test("an expired button is refused; a moment before it passes", async () => {
  await using t = await testPlugin(plugin);
  const honest = await till(t, "hour");
  await t.clock.advance(3_599_000);
  assertEquals(await send(t, honest), paid);
  await t.clock.advance(1_001);
  assertEquals(await send(t, honest), refused("This button has expired."));
});

Deno.test("a context made for one action is refused by another; by its own it passes", async () => {
  await using t = await testPlugin(plugin);
  const honest = await till(t);
  assertEquals(await send(t, honest, t.users.ben, {}, "other"), invalid);
  assertEquals(await send(t, honest), paid);
  assertEquals((await send(t, honest, t.users.ben, {}, "nothing")).status, 404);
});

Deno.test("who clicks is whom Mattermost names, whatever the body says; nobody is refused", async () => {
  await using t = await testPlugin(plugin);
  const honest = await till(t);
  assertEquals(
    await send(t, honest, t.users.mallory, { user_id: t.users.ben.id }),
    refused("You are not in this channel."),
  );
  assertEquals(await send(t, honest, null, { user_id: t.users.ben.id }), {
    status: 401,
    text: "You must be logged in.",
    ran: 0,
  });
  assertEquals(await send(t, honest, t.users.ben, { user_id: t.users.mallory.id }), paid);
});

Deno.test("a plugin cannot click for somebody; that person can", async () => {
  await using t = await testPlugin(plugin);
  const honest = await till(t);
  const body = JSON.stringify({
    post_id: honest.post.id,
    channel_id: honest.post.channelId,
    context: honest.context,
  });
  const url = "http://localhost/com.example.test/_plugin/actions/pay";
  const headers = { "Mattermost-User-Id": t.users.ben.id };
  const response = await t.api.pluginHTTP(new Request(url, { method: "POST", body, headers }));
  assertEquals(response.status, 403);
  assertEquals((await response.json()).ephemeral_text, "Other plugins cannot click or submit.");
  assertEquals(await send(t, honest), paid);
});

Deno.test("a selection that the menu does not offer is refused; one that it offers passes", async () => {
  await using t = await testPlugin(plugin);
  const { post, context } = await till(t, "menu");
  const select = (selected_option: unknown) =>
    send(t, { post, context: { ...context, selected_option } as JsonObject });
  assertEquals(await select("never"), refused("That cannot be chosen here.", 400));
  assertEquals(await select(["now"]), refused("That cannot be chosen here.", 400));
  assertEquals(await send(t, { post, context }), refused("That cannot be chosen here.", 400));
  assertEquals(await select("now"), paid);
});

Deno.test("a post that only one person sees: nobody else can click, and nowhere else", async () => {
  await using t = await testPlugin(plugin);
  await t.command("/till", { as: "ada" });
  const [post] = t.ephemeralPosts("ada").filter(({ message }) => message === "till");
  assert(post !== undefined);
  done.length = 0;
  const clicked = await t.click(post, "Pay", { as: "ada" });
  assertEquals([clicked.ephemeral.at(-1)?.message, done.length], ["paid", 1]);
  // As if what only the server knows had leaked.
  const till = { post, context: leaked };
  assertEquals(await send(t, till, t.users.ada), paid);
  assertEquals(await send(t, till, t.users.ben), refused("This button is for somebody else."));
  const elsewhere = t.mattermost.createChannel(
    { teamId: t.team.id, name: "elsewhere", displayName: "Elsewhere" },
    t.users.ada,
  );
  assertEquals(
    await send(t, till, t.users.ada, { channel_id: elsewhere.id }),
    refused("This button does not belong to this channel."),
  );
  await t.clock.advance(24 * 3_600_000);
  assertEquals(await send(t, till, t.users.ada), refused("This button has expired."));
});

Deno.test("what is no click is refused without reading more", async () => {
  await using t = await testPlugin(plugin);
  const ask = async (init: RequestInit) =>
    (await t.fetch("/_plugin/actions/pay", { as: "ben", ...init })).status;
  assertEquals(await ask({ method: "GET" }), 405);
  assertEquals(await ask({ method: "POST", body: "{" }), 400);
  assertEquals(await ask({ method: "POST", body: "[]" }), 400);
  assertEquals(await ask({ method: "POST", body: `"${"x".repeat(5_000_000)}"` }), 413);
  assertEquals(await ask({ method: "POST", body: "{}" }), 403);
});

Deno.test("every refusal says why in the log", async () => {
  await using t = await testPlugin(plugin);
  const honest = await till(t);
  await send(t, { ...honest, context: {} });
  const line = t.log.find(({ level }) => level === "warn");
  assertEquals(
    line?.message,
    "a click was refused: its context is not signed by this plugin, or with a key that is no " +
      "longer kept",
  );
  assertEquals(line?.fields["user_id"], t.users.ben.id);
});

Deno.test("a button is found only where it is one", () => {
  const token = "k.p.m";
  const element = { integration: { context: { token } } };
  assertEquals(findElement({ attachments: [{ actions: [element] }] }, token), { disabled: false });
  assertEquals(findElement({ attachments: [{ text: token }] }, token), undefined);
  assertEquals(findElement({ integration: { context: token } }, token), undefined);
  assertEquals(findElement(undefined, token), undefined);
});
