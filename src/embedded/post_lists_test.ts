import { assertEquals, assertRejects } from "@std/assert";
import { ValidationError } from "../api/errors.ts";
import type { Post } from "../contract/mod.ts";
import { type Setup, setUp } from "./setup_test.ts";

/** Posts p0 … p5; p4 replies to p1. Two of them share a millisecond. */
async function withPosts(s: Setup): Promise<Post[]> {
  const posts: Post[] = [];
  for (const i of [0, 1, 2, 3, 4, 5]) {
    if (i !== 3) s.pass(10);
    posts.push(
      await s.mattermost.post({
        userId: s.ada.id,
        channelId: s.channel.id,
        message: `p${i}`,
        rootId: i === 4 ? posts[1]!.id : "",
      }),
    );
  }
  return posts;
}

const named = (posts: readonly Post[], order: readonly string[]) =>
  order.map((id) => posts.find((post) => post.id === id)?.message);

Deno.test("a channel's posts come by page, newest first, with their threads beside them", async () => {
  await using s = setUp();
  const posts = await withPosts(s);
  const page = (page: number) =>
    s.api.getPostsForChannel({ channelId: s.channel.id, page, perPage: 2 });
  assertEquals(named(posts, (await page(0)).order), ["p5", "p4"]);
  assertEquals(named(posts, (await page(1)).order), ["p3", "p2"]);
  assertEquals(named(posts, (await page(2)).order), ["p1", "p0"]);
  assertEquals((await page(3)).order, []);
  const first = await page(0);
  const messages = Object.values(first.posts).map((post) => post.message).sort();
  assertEquals(messages, ["p1", "p4", "p5"], "p1 is the root of p4");
  assertEquals(first.posts[posts[1]!.id]?.replyCount, 1n);
});

Deno.test("posts around one come nearest first by page, each page newest first", async () => {
  await using s = setUp();
  const posts = await withPosts(s);
  const around = { channelId: s.channel.id, postId: posts[3]!.id, page: 0, perPage: 2 };
  assertEquals(named(posts, (await s.api.getPostsBefore(around)).order), ["p2", "p1"]);
  assertEquals(named(posts, (await s.api.getPostsBefore({ ...around, page: 1 })).order), ["p0"]);
  assertEquals(named(posts, (await s.api.getPostsAfter(around)).order), ["p5", "p4"]);
  const error = await assertRejects(
    () => s.api.getPostsAfter({ ...around, page: -1 }),
    ValidationError,
  );
  assertEquals(error.id, "app.post.get_posts_around.get.app_error");
});

Deno.test("posts since a time are those changed after it, deleted ones among them", async () => {
  await using s = setUp();
  const posts = await withPosts(s);
  const time = posts[5]!.createAt;
  const before: string[] = [];
  const since = async () => {
    const list = await s.api.getPostsSince({ channelId: s.channel.id, time });
    const known = list.order.filter((id) => posts.some((post) => post.id === id));
    // What a changed post was before is a deleted post of its own.
    before.push(...list.order.flatMap((id) => list.posts[id]?.originalId || []));
    return named(posts, known);
  };
  assertEquals(await since(), []);
  s.pass(10);
  await s.mattermost.editPost({ userId: s.ada.id, postId: posts[0]!.id, message: "p0" });
  assertEquals([await since(), before], [["p0"], [posts[0]!.id]]);
  await s.api.deletePost({ postId: posts[2]!.id });
  assertEquals(await since(), ["p2", "p0"]);
});

Deno.test("a thread begins with the post that was asked for", async () => {
  await using s = setUp();
  const posts = await withPosts(s);
  const thread = async (i: number) =>
    named(posts, (await s.api.getPostThread({ postId: posts[i]!.id })).order);
  assertEquals(await thread(4), ["p4", "p1"]);
  assertEquals(await thread(1), ["p1", "p4"]);
  assertEquals(await thread(0), ["p0"]);
});
