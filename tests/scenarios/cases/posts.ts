/** Scenarios about single posts, threads, reactions and what hooks make of posts. @module */
import type { Scenarios } from "../play.ts";
import { fieldsOf } from "./pick.ts";

/** What is compared where the whole post is not. */
const what = ["id", "user_id", "channel_id", "root_id", "message", "type", "props", "hashtags"];

export const posts: Scenarios = {
  "a post that a plugin makes": async ({ call, ids, name }) =>
    name(
      "a post",
      await call("createPost", {
        post: {
          userId: ids.ada,
          channelId: ids.channel,
          message: "all hands #deck and #rope!",
          props: { knots: [1, 2.5, "reef"], deep: { sea: true, nothing: null } },
        },
      }),
    ),
  "a post is found by its id": async ({ call, newPost }) =>
    await call("getPost", { postId: await newPost("found") }),
  "a post that is not there is not found": ({ call, ids }) =>
    call("getPost", { postId: ids.unknown }),
  "a post is not found by what is no id": ({ call, ids }) =>
    call("getPost", { postId: ids.malformed }),
  "an empty post is made": async ({ call, newPost }) =>
    fieldsOf(await call("getPost", { postId: await newPost("empty", { message: "" }) }), ...what),
  "a post of 16383 characters is made": async ({ call, newPost }) => {
    const postId = await newPost("the longest", { message: "ü".repeat(16383) });
    return String((await call("getPost", { postId }))["message"]).length;
  },
  "a post of 16384 characters is not made": ({ newPost }) =>
    newPost("too long", { message: "ü".repeat(16384) }),
  "a post in a channel that is not there is not made": ({ ids, newPost }) =>
    newPost("nowhere", { channelId: ids.unknown }),
  "a post in what is no channel is not made": ({ ids, newPost }) =>
    newPost("nowhere", { channelId: ids.malformed }),
  "a post by an account that is not there is not made": ({ ids, newPost }) =>
    newPost("by nobody", { userId: ids.unknown }),
  "a post without an author is not made": ({ newPost }) => newPost("by nobody", { userId: "" }),
  "a post by somebody who is not in the channel is made": async ({ call, ids, newPost }) =>
    fieldsOf(
      await call("getPost", { postId: await newPost("from outside", { userId: ids.dan }) }),
      ...what,
    ),
  "a post of a plugin's own type is made": async ({ call, newPost }) =>
    fieldsOf(
      await call("getPost", { postId: await newPost("own type", { type: "custom_map" }) }),
      ...what,
    ),
  "a post of a type that is none is not made": ({ newPost }) =>
    newPost("odd type", { type: "map" }),
  "a post of a system's type is made by a plugin": async ({ call, newPost }) =>
    fieldsOf(
      await call("getPost", { postId: await newPost("system", { type: "system_join_channel" }) }),
      "type",
    ),
  "a post in an archived channel is made by a plugin or not": async (
    { call, newChannel, newPost },
  ) => {
    const channelId = await newChannel("posted-archived");
    await call("deleteChannel", { channelId });
    await newPost("to the archive", { channelId });
    return "made";
  },
  "a post with an id is not made": ({ ids, newPost }) => newPost("with id", { id: ids.unknown }),
  "a post with a time of its own keeps it": async ({ call, newPost }) =>
    (await call("getPost", { postId: await newPost("old", { createAt: "1000000" }) }))["create_at"],
  "a post with an attachment": async ({ call, newPost }) => {
    const props = {
      attachments: [{
        text: "a chart",
        color: "#0000ff",
        actions: [{ id: "go", name: "Go", type: "button", integration: { url: "/plugins/x/go" } }],
      }],
    };
    return fieldsOf(
      await call("getPost", { postId: await newPost("charted", { props }) }),
      "props",
    );
  },
  "a post with props of more than 800000 characters is not made": ({ newPost }) =>
    newPost("heavy", { props: { anchor: "x".repeat(800_000) } }),
  "a post that names a channel has it in its props": async ({ call, newPost }) =>
    fieldsOf(
      await call("getPost", { postId: await newPost("named", { message: "to the ~pier, ~x!" }) }),
      "props",
    ),
  "a post that names a private channel does not have it in its props": async (
    { call, newPost },
  ) =>
    fieldsOf(
      await call("getPost", { postId: await newPost("hidden", { message: "to the ~cellar" }) }),
      "props",
    ),
  "a post that calls everybody": async ({ call, newPost }) =>
    fieldsOf(
      await call("getPost", { postId: await newPost("called", { message: "@all @here @bob" }) }),
      "props",
      "message",
    ),
  "a post in a direct channel": async ({ call, ids, newPost }) => {
    const request = { userId1: ids.ada, userId2: ids.bob };
    const { id: channelId } = await call<{ id: string }>("getDirectChannel", request);
    return fieldsOf(
      await call("getPost", { postId: await newPost("psst", { channelId }) }),
      "message",
      "props",
    );
  },
  "a post by a deactivated account is made by a plugin": async ({ call, ids, newPost }) =>
    fieldsOf(
      await call("getPost", { postId: await newPost("late", { userId: ids.eve }) }),
      "user_id",
    ),
  "a post's answers count, those that are deleted do not": async ({ call, newPost }) => {
    const rootId = await newPost("asked");
    await newPost("one", { rootId });
    const gone = await newPost("two", { rootId });
    await call("deletePost", { postId: gone });
    return fieldsOf(await call("getPost", { postId: rootId }), "reply_count");
  },
  "a post by a bot says so": async ({ call, ids, name }) => {
    const bot = await call<{ user_id: string }>("createBot", { bot: { username: "gull" } });
    name("gull", bot.user_id);
    const post = { userId: bot.user_id, channelId: ids.channel, message: "caw" };
    return fieldsOf(name("caw", await call("createPost", { post })), ...what);
  },

  "an answer is in its thread": async ({ call, newPost }) => {
    const rootId = await newPost("asked");
    await newPost("answered", { rootId });
    const root = await call("getPost", { postId: rootId });
    return fieldsOf(root, "id", "reply_count", "last_reply_at");
  },
  "an answer to an answer is not made": async ({ newPost }) => {
    const rootId = await newPost("asked");
    const answer = await newPost("answered", { rootId });
    return await newPost("answered again", { rootId: answer });
  },
  "an answer to a post that is not there is not made": ({ ids, newPost }) =>
    newPost("answered", { rootId: ids.unknown }),
  "an answer in another channel is not made": async ({ ids, newPost }) =>
    await newPost("answered", { rootId: await newPost("asked"), channelId: ids.cellar }),
  "an answer to a deleted post is not made": async ({ call, newPost }) => {
    const rootId = await newPost("asked");
    await call("deletePost", { postId: rootId });
    return await newPost("answered", { rootId });
  },

  "a post is changed": async ({ call, ids, newPost }) => {
    const id = await newPost("before");
    const post = { id, userId: ids.ada, channelId: ids.channel, message: "after #storm" };
    return await call("updatePost", { post });
  },
  "a post keeps its author and its channel when it is changed": async ({ call, ids, newPost }) => {
    const id = await newPost("before");
    const post = { id, userId: ids.bob, channelId: ids.cellar, message: "after" };
    return fieldsOf(await call("updatePost", { post }), "user_id", "channel_id", "message");
  },
  "a change without props takes them away": async ({ call, ids, newPost }) => {
    const id = await newPost("before", { props: { knots: 3 } });
    const post = { id, userId: ids.ada, channelId: ids.channel, message: "after" };
    return fieldsOf(await call("updatePost", { post }), "props", "edit_at");
  },
  "a change of props alone is no edit": async ({ call, ids, newPost }) => {
    const id = await newPost("same");
    const post = {
      id,
      userId: ids.ada,
      channelId: ids.channel,
      message: "same",
      props: { knots: 3 },
    };
    return fieldsOf(await call("updatePost", { post }), "props", "edit_at");
  },
  "a post is pinned": async ({ call, ids, newPost }) => {
    const id = await newPost("pinned");
    const post = {
      id,
      userId: ids.ada,
      channelId: ids.channel,
      message: "pinned",
      isPinned: true,
    };
    return fieldsOf(await call("updatePost", { post }), "is_pinned", "edit_at");
  },
  "a post that is not there is not changed": ({ call, ids }) =>
    call("updatePost", {
      post: { id: ids.unknown, userId: ids.ada, channelId: ids.channel, message: "x" },
    }),
  "a deleted post is not changed": async ({ call, ids, newPost }) => {
    const id = await newPost("before");
    await call("deletePost", { postId: id });
    return await call("updatePost", {
      post: { id, userId: ids.ada, channelId: ids.channel, message: "after" },
    });
  },
  "a post is not changed to be too long": async ({ call, ids, newPost }) => {
    const id = await newPost("before");
    const message = "x".repeat(16384);
    return await call("updatePost", {
      post: { id, userId: ids.ada, channelId: ids.channel, message },
    });
  },
  "a deleted post is not found": async ({ call, newPost }) => {
    const postId = await newPost("deleted");
    await call("deletePost", { postId });
    return await call("getPost", { postId });
  },
  "a post is not deleted twice": async ({ call, newPost }) => {
    const postId = await newPost("deleted");
    await call("deletePost", { postId });
    return await call("deletePost", { postId });
  },
  "a post that is not there is not deleted": ({ call, ids }) =>
    call("deletePost", { postId: ids.unknown }),
  "a thread goes with its first post": async ({ call, newPost }) => {
    const rootId = await newPost("asked");
    const answer = await newPost("answered", { rootId });
    await call("deletePost", { postId: rootId });
    return await call("getPost", { postId: answer });
  },
};
