/** Scenarios about what people post with a client, and what the plugin makes of it. @module */
import type { Scenarios } from "../play.ts";
import type { Scene } from "../scene.ts";
import type { JsonObject } from "../target.ts";
import { fieldsOf } from "./pick.ts";

const what = ["user_id", "channel_id", "root_id", "message", "props", "type"];

/** Has ada post what asks the plugin for this. */
async function wishing({ as, ids }: Scene, wish: unknown): Promise<unknown> {
  const message = `hook:${JSON.stringify(wish)}`;
  return fieldsOf(await as("ada").post(ids.channel, { message }), ...what);
}

/** Has ada post what asks the plugin for this when it is changed, and change it to that. */
async function wishingLater(
  { as, call, ids, name, outcome }: Scene,
  wish: Record<string, unknown>,
): Promise<unknown> {
  const post = await as("ada").post(ids.channel, { message: "before" });
  const postId = name("changed", String(post["id"]));
  const message = `hook:${JSON.stringify({ ...wish, on: "edit" })}`;
  const edited = await outcome(
    as("ada").edit(postId, message).then((after) => fieldsOf(after, "message", "edit_at")),
  );
  return [edited, fieldsOf(await call("getPost", { postId }), "message", "edit_at")];
}

/** The types of a channel's posts; the server's own are told apart by them. */
async function typesOf(call: Scene["call"], channelId: string): Promise<unknown> {
  const request = { channelId, page: 0, perPage: 10 };
  const { posts } = await call<{ posts: Record<string, JsonObject> }>(
    "getPostsForChannel",
    request,
  );
  return Object.values(posts).map(({ type }) => type);
}

export const clientPosts: Scenarios = {
  "somebody posts": async ({ as, ids }) =>
    fieldsOf(await as("ada").post(ids.channel, { message: "ahoy" }), ...what),
  "who is not in a channel does not post there": ({ as, ids }) =>
    as("carol").post(ids.channel, { message: "ahoy" }),
  "nobody posts to a channel that is not there": ({ as, ids }) =>
    as("ada").post(ids.unknown, { message: "ahoy" }),
  "nobody posts to an archived channel": async ({ as, call, ids, newChannel }) => {
    const channelId = await newChannel("client-archived");
    await call("addChannelMember", { channelId, userId: ids.ada });
    await call("deleteChannel", { channelId });
    return await as("ada").post(channelId, { message: "ahoy" });
  },
  "somebody posts too much": ({ as, ids }) =>
    as("ada").post(ids.channel, { message: "x".repeat(16384) }),
  "somebody answers": async ({ as, ids, newPost }) => {
    const rootId = await newPost("asked");
    return fieldsOf(await as("bob").post(ids.channel, { message: "answered", rootId }), ...what);
  },
  "somebody posts props": async ({ as, ids }) =>
    fieldsOf(await as("ada").post(ids.channel, { message: "x", props: { knots: 3 } }), "props"),
  "a client's post is not from a plugin, whatever it says": async ({ as, ids }) =>
    fieldsOf(
      await as("ada").post(ids.channel, {
        message: "x",
        props: { from_plugin: "true", from_webhook: "true", override_username: "captain" },
      }),
      "props",
    ),

  "a plugin lets a post pass": (scene) => wishing(scene, {}),
  "a plugin rejects a post": (scene) => wishing(scene, { reject: "not *here*" }),
  "a plugin dismisses a post": (scene) => wishing(scene, { dismiss: true }),
  "a plugin changes a post": (scene) =>
    wishing(scene, { replace: "changed", props: { seen: "yes" } }),
  "a plugin makes a post too long": (scene) => wishing(scene, { replace: "x".repeat(16384) }),
  "a plugin makes a post empty": (scene) => wishing(scene, { replace: "" }),
  "a plugin that fails lets a post pass": (scene) => wishing(scene, { throw: "broken" }),
  "a plugin rejects another plugin's post, too": ({ newPost }) =>
    newPost("rejected", { message: 'hook:{"reject":"not from you either"}' }),
  "a rejected post is not there": async ({ as, call, newChannel, outcome }) => {
    const channelId = await newChannel("rejecting");
    // An administrator may post where they are not.
    await outcome(as("admin").post(channelId, { message: 'hook:{"reject":"no"}' }));
    return await typesOf(call, channelId);
  },
  "who joins and leaves is announced in the channel": async ({ call, ids, newChannel }) => {
    const channelId = await newChannel("announcing");
    await call("addChannelMember", { channelId, userId: ids.ada });
    return await typesOf(call, channelId);
  },

  "somebody changes their post": (scene) => wishingLater(scene, {}),
  "a plugin rejects a change": (scene) => wishingLater(scene, { reject: "keep it" }),
  "a plugin changes a change": (scene) => wishingLater(scene, { replace: "changed again" }),
  "a plugin that fails lets a change pass": (scene) => wishingLater(scene, { throw: "broken" }),
  "nobody changes a post of somebody else": async ({ as, newPost }) =>
    await as("bob").edit(await newPost("hers"), "his"),
  "nobody changes a post that is not there": ({ as, ids }) => as("ada").edit(ids.unknown, "x"),
  "somebody deletes their post": async ({ as, call, newPost }) => {
    const postId = await newPost("hers");
    await as("ada").remove(postId);
    return await call("getPost", { postId });
  },
  "nobody deletes a post of somebody else": async ({ as, newPost }) =>
    await as("bob").remove(await newPost("hers")),
  "an administrator deletes a post of somebody else": async ({ as, call, newPost }) => {
    const postId = await newPost("hers");
    await as("admin").remove(postId);
    return await call("getPost", { postId });
  },
  "nobody deletes a post that is not there": ({ as, ids }) => as("ada").remove(ids.unknown),
};
