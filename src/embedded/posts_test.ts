import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import type { Post } from "../contract/mod.ts";
import {
  NotFoundError,
  PermissionDeniedError,
  PluginAPIError,
  ValidationError,
} from "../api/errors.ts";
import { dismissPost } from "./mod.ts";
import { eventsOf, inProcessPlugin, noon, setUp } from "./setup_test.ts";

Deno.test("a post is saved with its times and hashtags, and listeners hear of it", async () => {
  await using s = setUp();
  const post = await s.mattermost.post({
    userId: s.ada.id,
    channelId: s.channel.id,
    message: "Hello #world, #world",
  });
  assertEquals(post.createAt, BigInt(noon));
  assertEquals(post.updateAt, BigInt(noon));
  assertEquals(post.hashtags, "#world");
  assertEquals(await s.api.getPost({ postId: post.id }), post);
  assertEquals(eventsOf(s.events, "posted").map((event) => event.post.id), [post.id]);
  const channel = await s.api.getChannel({ channelId: s.channel.id });
  assertEquals([channel.totalMsgCount, channel.lastPostAt], [1n, BigInt(noon)]);
});

Deno.test("a plugin's post says that it is from a plugin", async () => {
  await using s = setUp();
  const post = await s.api.createPost({
    post: { userId: s.ada.id, channelId: s.channel.id, message: "beep" },
  });
  assertEquals(post.props, { from_plugin: "true" });
});

Deno.test("plugins are asked in the order of installation, each seeing the last one's work", async () => {
  await using s = setUp();
  const append = (id: string, seen: string[]) =>
    inProcessPlugin(id, {
      messageWillBePosted: ({ post }) => {
        seen.push(`${id}: ${post?.message}`);
        const modifiedPost = { ...post, message: `${post?.message}+${id}` } as Post;
        return Promise.resolve({ modifiedPost, rejectionReason: "" });
      },
    });
  const seen: string[] = [];
  for (const id of ["b", "a", "c"]) await s.mattermost.attachPlugin(append(id, seen));
  const post = await s.mattermost.post({
    userId: s.ada.id,
    channelId: s.channel.id,
    message: "m",
  });
  assertEquals(post.message, "m+b+a+c");
  assertEquals(seen, ["b: m", "a: m+b", "c: m+b+a"]);
});

Deno.test("a rejected post is not saved, and no later plugin is asked", async () => {
  await using s = setUp();
  let asked = false;
  await s.mattermost.attachPlugin(inProcessPlugin("first", {
    messageWillBePosted: () =>
      Promise.resolve({ modifiedPost: null, rejectionReason: "No shouting." }),
  }));
  await s.mattermost.attachPlugin(inProcessPlugin("second", {
    messageWillBePosted: () => {
      asked = true;
      return Promise.resolve({ modifiedPost: null, rejectionReason: "" });
    },
  }));
  const error = await assertRejects(
    () => s.mattermost.post({ userId: s.ada.id, channelId: s.channel.id, message: "HEY" }),
    ValidationError,
  );
  assertEquals(error.id, "Post rejected by plugin. No shouting.");
  assertEquals(error.statusCode, 400);
  assertEquals(asked, false);
  assertEquals(eventsOf(s.events, "posted"), []);
  const list = await s.api.getPostsForChannel({ channelId: s.channel.id, page: 0, perPage: 10 });
  assertEquals(list.order, []);
});

Deno.test("a dismissed post has the id by which clients keep silent", async () => {
  await using s = setUp();
  await s.mattermost.attachPlugin(inProcessPlugin("p", {
    messageWillBePosted: () =>
      Promise.resolve({ modifiedPost: null, rejectionReason: dismissPost }),
  }));
  const error = await assertRejects(
    () => s.mattermost.post({ userId: s.ada.id, channelId: s.channel.id, message: "x" }),
    ValidationError,
  );
  assertEquals(error.id, "plugin.message_will_be_posted.dismiss_post");
});

Deno.test("a plugin that fails is passed over, with an error line that names it", async () => {
  await using s = setUp();
  await s.mattermost.attachPlugin(inProcessPlugin("broken", {
    messageWillBePosted: () => Promise.reject(new Error("out of order")),
  }));
  const post = await s.mattermost.post({
    userId: s.ada.id,
    channelId: s.channel.id,
    message: "through",
  });
  assertEquals(post.message, "through");
  const [line] = eventsOf(s.events, "log");
  assertEquals([line?.level, line?.pluginId], ["error", "broken"]);
  assertStringIncludes(line?.message ?? "", "messageWillBePosted");
  assertStringIncludes(line?.message ?? "", "out of order");
});

Deno.test("after a post every plugin is told, without the author waiting", async () => {
  await using s = setUp();
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const told: string[] = [];
  await s.mattermost.attachPlugin(inProcessPlugin("p", {
    async messageHasBeenPosted({ post }) {
      await gate;
      told.push(post?.message ?? "");
    },
  }));
  await s.mattermost.post({ userId: s.ada.id, channelId: s.channel.id, message: "one" });
  assertEquals(told, []);
  open();
  await s.mattermost.settled();
  assertEquals(told, ["one"]);
});

Deno.test("an edit keeps author and time, and both hooks see the old post and the new", async () => {
  await using s = setUp();
  const seen: string[] = [];
  await s.mattermost.attachPlugin(inProcessPlugin("p", {
    messageWillBeUpdated: ({ newPost, oldPost }) => {
      seen.push(`will ${oldPost?.message} -> ${newPost?.message}`);
      const modifiedPost = { ...newPost, message: `${newPost?.message}!` } as Post;
      return Promise.resolve({ modifiedPost, rejectionReason: "" });
    },
    messageHasBeenUpdated: ({ newPost, oldPost }) => {
      seen.push(`has ${oldPost?.message} -> ${newPost?.message}`);
      return Promise.resolve();
    },
  }));
  const { id } = await s.mattermost.post({
    userId: s.ada.id,
    channelId: s.channel.id,
    message: "a",
  });
  s.pass(1000);
  const edited = await s.mattermost.editPost({ userId: s.ada.id, postId: id, message: "b" });
  await s.mattermost.settled();
  assertEquals(edited.message, "b!");
  assertEquals(
    [edited.createAt, edited.editAt, edited.updateAt],
    [BigInt(noon), BigInt(noon + 1000), BigInt(noon + 1000)],
  );
  assertEquals(seen, ["will a -> b", "has a -> b!"]);
  assertEquals((await s.api.getPost({ postId: id })).message, "b!");
});

Deno.test("a rejected edit leaves the post as it was", async () => {
  await using s = setUp();
  await s.mattermost.attachPlugin(inProcessPlugin("p", {
    messageWillBeUpdated: () =>
      Promise.resolve({ modifiedPost: null, rejectionReason: "Too late." }),
  }));
  const { id } = await s.mattermost.post({
    userId: s.ada.id,
    channelId: s.channel.id,
    message: "a",
  });
  const error = await assertRejects(
    () => s.mattermost.editPost({ userId: s.ada.id, postId: id, message: "b" }),
    ValidationError,
  );
  assertEquals(error.id, "Post rejected by plugin. Too late.");
  assertEquals((await s.api.getPost({ postId: id })).message, "a");
});

Deno.test("deleting the first post of a thread deletes the thread", async () => {
  await using s = setUp();
  const say = (message: string, rootId = "") =>
    s.mattermost.post({ userId: s.ada.id, channelId: s.channel.id, message, rootId });
  const root = await say("root");
  const reply = await say("reply", root.id);
  assertEquals((await s.api.getPost({ postId: root.id })).replyCount, 1n);
  await s.api.deletePost({ postId: root.id });
  for (const { id } of [root, reply]) {
    const error = await assertRejects(() => s.api.getPost({ postId: id }), NotFoundError);
    assertEquals(error.id, "app.post.get.app_error");
  }
  const [event] = eventsOf(s.events, "post_deleted");
  assertEquals([event?.post.id, event?.deletedBy], [root.id, "com.example.first"]);
  const error = await assertRejects(() => s.api.deletePost({ postId: root.id }), ValidationError);
  assertEquals(error.id, "app.post.get.app_error");
});

Deno.test("a reply must be to the first post of a thread, in its channel", async () => {
  await using s = setUp();
  const other = s.mattermost.createChannel({ teamId: s.team.id, name: "other" }, s.ada);
  const say = (channelId: string, rootId: string) =>
    s.mattermost.post({ userId: s.ada.id, channelId, message: "m", rootId });
  const root = await say(s.channel.id, "");
  const reply = await say(s.channel.id, root.id);
  const toReply = await assertRejects(() => say(s.channel.id, reply.id), ValidationError);
  assertEquals(toReply.id, "api.post.create_post.root_id.app_error");
  assertStringIncludes(toReply.message, root.id);
  const elsewhere = await assertRejects(() => say(other.id, root.id), PluginAPIError);
  assertEquals(elsewhere.id, "api.post.create_post.channel_root_id.app_error");
});

Deno.test("a message has at most 16383 characters", async () => {
  await using s = setUp();
  const say = (message: string) =>
    s.mattermost.post({ userId: s.ada.id, channelId: s.channel.id, message });
  await say("é".repeat(16383));
  const error = await assertRejects(() => say("x".repeat(16384)), ValidationError);
  assertEquals(error.id, "model.post.is_valid.message_length.app_error");
  assertStringIncludes(error.message, "at most 16383 characters; this one has 16384");
});

Deno.test("who is not in the channel cannot post there, nor change others' posts", async () => {
  await using s = setUp();
  const eve = s.mattermost.createUser({ username: "eve" }, s.team);
  const outside = await assertRejects(
    () => s.mattermost.post({ userId: eve.id, channelId: s.channel.id, message: "m" }),
    PermissionDeniedError,
  );
  assertEquals([outside.id, outside.statusCode], ["api.context.permissions.app_error", 403]);
  const { id } = await s.mattermost.post({
    userId: s.ada.id,
    channelId: s.channel.id,
    message: "mine",
  });
  await assertRejects(
    () => s.mattermost.editPost({ userId: s.bob.id, postId: id, message: "yours" }),
    PermissionDeniedError,
  );
});

Deno.test("a post to a channel that is not there is not found", async () => {
  await using s = setUp();
  const error = await assertRejects(
    () => s.api.createPost({ post: { userId: s.ada.id, channelId: "nowhere", message: "m" } }),
    NotFoundError,
  );
  assertEquals(error.id, "app.channel.get.existing.app_error");
});
