/** Scenarios about lists of posts. @module */
import type { Scenarios } from "../play.ts";
import type { Scene } from "../scene.ts";
import type { JsonObject } from "../target.ts";

interface List {
  readonly order: readonly string[];
  readonly posts: Readonly<Record<string, JsonObject>>;
}

/** The messages in their order, and those beside. */
function messages({ order, posts }: List): unknown {
  const rest = Object.values(posts).filter(({ id }) => !order.includes(String(id)));
  return {
    order: order.map((id) => posts[id]?.["message"] ?? null),
    beside: rest.map(({ message }) => message).toSorted(),
  };
}

/** A channel with a post, one with an answer, a deleted one, and one more. */
async function channelOfPosts(
  { newChannel, newPost, call }: Scene,
  name: string,
): Promise<{ channelId: string; posts: string[] }> {
  const channelId = await newChannel(name);
  const at = (n: number) => ({ channelId, createAt: String(1_700_000_000_000 + n) });
  const first = await newPost("first", at(1));
  const second = await newPost("second", at(2));
  const gone = await newPost("gone", at(3));
  await call("deletePost", { postId: gone });
  const answer = await newPost("answer to first", { ...at(4), rootId: first });
  const third = await newPost("third", at(5));
  return { channelId, posts: [first, second, answer, third] };
}

export const postLists: Scenarios = {
  "a channel's posts come newest first, with their threads": async (scene) => {
    const { channelId } = await channelOfPosts(scene, "listed");
    const { call } = scene;
    return messages(await call("getPostsForChannel", { channelId, page: 0, perPage: 2 }));
  },
  "the second page of a channel's posts": async (scene) => {
    const { channelId } = await channelOfPosts(scene, "listed-second");
    return messages(
      await scene.call("getPostsForChannel", { channelId, page: 1, perPage: 2 }),
    );
  },
  "a channel that is not there has no posts": async ({ call, ids }) =>
    messages(await call("getPostsForChannel", { channelId: ids.unknown, page: 0, perPage: 10 })),
  "a page of more than a thousand posts is refused": ({ call, ids }) =>
    call("getPostsForChannel", { channelId: ids.channel, page: 0, perPage: 1001 }),
  "the posts before one": async (scene) => {
    const { channelId, posts } = await channelOfPosts(scene, "listed-before");
    const request = { channelId, postId: posts[3]!, page: 0, perPage: 10 };
    return messages(await scene.call("getPostsBefore", request));
  },
  "the posts after one": async (scene) => {
    const { channelId, posts } = await channelOfPosts(scene, "listed-after");
    const request = { channelId, postId: posts[1]!, page: 0, perPage: 10 };
    return messages(await scene.call("getPostsAfter", request));
  },
  "the posts before one that is not there": async (scene) => {
    const { channelId } = await channelOfPosts(scene, "listed-before-unknown");
    const request = { channelId, postId: scene.ids.unknown, page: 0, perPage: 10 };
    return messages(await scene.call("getPostsBefore", request));
  },
  "a page before the first is refused": ({ call, ids }) =>
    call("getPostsBefore", {
      channelId: ids.channel,
      postId: ids.unknown,
      page: -1,
      perPage: 10,
    }),
  "the posts since a time, deleted ones, too": async (scene) => {
    const { channelId } = await channelOfPosts(scene, "listed-since");
    return messages(await scene.call("getPostsSince", { channelId, time: "1700000000002" }));
  },
  "the posts since a time, with what a changed one was before": async (scene) => {
    const { channelId, posts } = await channelOfPosts(scene, "listed-since-changed");
    const { call, ids } = scene;
    const post = { id: posts[1]!, userId: ids.ada, channelId, message: "second, changed" };
    await call("updatePost", { post });
    const list = await call<List>("getPostsSince", { channelId, time: "1700000000002" });
    // Both are of the same time, and so in any order.
    return Object.values(list.posts).map(({ message }) => message).toSorted();
  },
  "the page of a post with answers has no answers of other pages": async (scene) => {
    const { channelId } = await channelOfPosts(scene, "listed-roots");
    const request = { channelId, page: 3, perPage: 1 };
    return messages(await scene.call("getPostsForChannel", request));
  },
  "a thread begins with the post that was asked for": async (scene) => {
    const { posts } = await channelOfPosts(scene, "listed-thread");
    return messages(await scene.call("getPostThread", { postId: posts[2]! }));
  },
  "the thread of a post that is not there": ({ call, ids }) =>
    call("getPostThread", { postId: ids.unknown }),
};
