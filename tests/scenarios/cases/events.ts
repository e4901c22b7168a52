/** Scenarios about who is told what over the WebSocket, ephemeral posts among it. @module */
import type { Scenarios } from "../play.ts";
import type { Actor, Scene } from "../scene.ts";
import type { JsonObject } from "../target.ts";
import { fieldsOf } from "./pick.ts";

const everybody = ["ada", "bob", "carol", "dan"] as const satisfies readonly Actor[];

/** Who hears an event of the plugin that is sent so, and what of it. */
async function sent(
  { call, heard }: Scene,
  broadcast: JsonObject,
  payload: JsonObject = {},
): Promise<JsonObject> {
  return await heard(
    everybody,
    ["signal"],
    () => call("publishWebSocketEvent", { event: "signal", payload, broadcast }),
  );
}

export const events: Scenarios = {
  "an event for everybody": (scene) =>
    sent(scene, {}, { flag: "größe", list: [1, 2.5, null], deep: { yes: true } }),
  "an event for one": (scene) => sent(scene, { userId: scene.ids.bob }),
  "an event for a channel": (scene) => sent(scene, { channelId: scene.ids.channel }),
  "an event for a private channel": (scene) => sent(scene, { channelId: scene.ids.cellar }),
  "an event for a team": (scene) => sent(scene, { teamId: scene.ids.team }),
  "an event for one in a channel that they are not in": (scene) =>
    sent(scene, { userId: scene.ids.dan, channelId: scene.ids.channel }),
  "an event for a channel without one": (scene) =>
    sent(scene, { channelId: scene.ids.channel, omitUsers: [scene.ids.ada] }),
  "an event for everybody without two": (scene) =>
    sent(scene, { omitUsers: [scene.ids.ada, scene.ids.dan] }),
  "an event for an account that is not there": (scene) =>
    sent(scene, { userId: scene.ids.unknown }),
  "an event for a channel that is not there": (scene) =>
    sent(scene, { channelId: scene.ids.unknown }),

  "a post is told to those in its channel": ({ heard, newPost }) =>
    heard(everybody, ["posted"], () => newPost("told")),
  "a changed post is told to those in its channel": ({ call, heard, ids, newPost }) =>
    heard(everybody, ["post_edited"], async () => {
      const id = await newPost("before");
      const post = { id, userId: ids.ada, channelId: ids.channel, message: "after" };
      await call("updatePost", { post });
    }),
  "a deleted post is told to those in its channel": ({ call, heard, newPost }) =>
    heard(everybody, ["post_deleted"], async () => {
      await call("deletePost", { postId: await newPost("gone") });
    }),
  "a reaction is told to those in its channel": ({ call, heard, ids, newPost }) =>
    heard(everybody, ["reaction_added", "reaction_removed"], async () => {
      const postId = await newPost("liked");
      const reaction = { userId: ids.bob, postId, emojiName: "anchor" };
      await call("addReaction", { reaction });
      await call("removeReaction", { reaction });
    }),
  "typing is told to the others in the channel": ({ call, heard, ids }) =>
    heard(
      everybody,
      ["typing"],
      () => call("publishUserTyping", { userId: ids.ada, channelId: ids.channel, parentId: "" }),
    ),
  "an ephemeral post is told to one alone": async ({ call, heard, ids, name }) => {
    let post: JsonObject = {};
    const told = await heard(everybody, ["ephemeral_message"], async () => {
      post = name(
        "whisper",
        await call("sendEphemeralPost", {
          userId: ids.bob,
          post: { channelId: ids.channel, message: "psst" },
        }),
      );
    });
    return [fieldsOf(post, "id", "user_id", "channel_id", "message", "type", "props"), told];
  },
  "an ephemeral post has its author": async ({ call, ids, name }) =>
    fieldsOf(
      name(
        "whisper",
        await call("sendEphemeralPost", {
          userId: ids.bob,
          post: { userId: ids.ada, channelId: ids.channel, message: "psst", props: { knots: 1 } },
        }),
      ),
      "user_id",
      "props",
      "create_at",
      "update_at",
    ),
  "an ephemeral post is kept nowhere": async ({ call, ids }) => {
    const { id } = await call<{ id: string }>("sendEphemeralPost", {
      userId: ids.bob,
      post: { channelId: ids.channel, message: "psst" },
    });
    return await call("getPost", { postId: id });
  },
  "an ephemeral post is changed for one alone": ({ call, heard, ids }) =>
    heard(everybody, ["post_edited"], () =>
      call("updateEphemeralPost", {
        userId: ids.bob,
        post: { id: ids.unknown, channelId: ids.channel, message: "psst!" },
      })),
  "an ephemeral post is deleted for one alone": ({ call, heard, ids, newPost }) =>
    heard(everybody, ["post_deleted"], async () => {
      // The server needs a post of that id to know the channel of.
      await call("deleteEphemeralPost", { userId: ids.bob, postId: await newPost("whispered") });
    }),
};
