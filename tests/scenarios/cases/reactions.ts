/** Scenarios about reactions. @module */
import type { Scenarios } from "../play.ts";
import type { JsonObject } from "../target.ts";
import { fieldsOf } from "./pick.ts";

export const reactions: Scenarios = {
  "a reaction is added": async ({ call, ids, newPost }) => {
    const postId = await newPost("liked");
    const reaction = { userId: ids.bob, postId, emojiName: "anchor" };
    const added = await call("addReaction", { reaction });
    return [added, fieldsOf(await call("getPost", { postId }), "has_reactions")];
  },
  "a reaction is added twice and there once": async ({ call, ids, newPost }) => {
    const postId = await newPost("liked");
    const reaction = { userId: ids.bob, postId, emojiName: "anchor" };
    await call("addReaction", { reaction });
    await call("addReaction", { reaction });
    return fieldsOf(await call<JsonObject[]>("getReactions", { postId }), "user_id", "emoji_name");
  },
  "a reaction to a post that is not there is not added": ({ call, ids }) =>
    call("addReaction", {
      reaction: { userId: ids.bob, postId: ids.unknown, emojiName: "anchor" },
    }),
  "a reaction with an emoji that does not exist is not added": async ({ call, ids, newPost }) => {
    const postId = await newPost("liked");
    const reaction = { userId: ids.bob, postId, emojiName: "no_such_emoji" };
    return fieldsOf(await call("addReaction", { reaction }), "emoji_name");
  },
  "a reaction with an emoji's name that cannot be is not added": async ({ call, ids, newPost }) => {
    const postId = await newPost("liked");
    return await call("addReaction", {
      reaction: { userId: ids.bob, postId, emojiName: "no emoji" },
    });
  },
  "a reaction without an emoji is not added": async ({ call, ids, newPost }) => {
    const postId = await newPost("liked");
    return await call("addReaction", { reaction: { userId: ids.bob, postId, emojiName: "" } });
  },
  "a reaction of nobody is not added": async ({ call, newPost }) => {
    const postId = await newPost("liked");
    return await call("addReaction", { reaction: { userId: "", postId, emojiName: "anchor" } });
  },
  "a reaction is taken back": async ({ call, ids, newPost }) => {
    const postId = await newPost("liked");
    const reaction = { userId: ids.bob, postId, emojiName: "anchor" };
    await call("addReaction", { reaction });
    await call("removeReaction", { reaction });
    return [
      await call("getReactions", { postId }),
      fieldsOf(await call("getPost", { postId }), "has_reactions"),
    ];
  },
  "a reaction that is not there is taken back": async ({ call, ids, newPost }) => {
    const postId = await newPost("never liked");
    return await call("removeReaction", {
      reaction: { userId: ids.bob, postId, emojiName: "anchor" },
    });
  },
  "a post that is not there has no reactions": ({ call, ids }) =>
    call("getReactions", { postId: ids.unknown }),
};
