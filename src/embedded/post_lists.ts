import { create } from "@bufbuild/protobuf";
import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import { type Post, type PostList, PostListSchema } from "../contract/mod.ts";
import { invalid } from "./app_error.ts";
import { getPost, withReplyCount } from "./find_post.ts";
import { pageClause } from "./paging.ts";
import type { Server } from "./server.ts";

/** A list of posts by time holds at most this many on a page. */
const maxPostsPerPage = 1000;

/**
 * The API methods that read several posts. `order` has the ids that were asked for, newest first;
 * `posts` has these and the rest of their threads.
 */
export function postListMethods(server: Server): PluginAPIHandlers {
  const { posts } = server.tables;
  return {
    getPostThread: ({ postId }) => {
      const post = getPost(server, postId, "GetPostThread");
      const thread = threadOf(server, [post]);
      const others = thread.filter(({ id }) => id !== postId);
      return listOf(server, [post, ...others], thread);
    },
    getPostsForChannel: ({ channelId, page, perPage }) => {
      if (perPage > maxPostsPerPage) {
        throw invalid(
          "GetPostsPage",
          "app.post.get_posts.app_error",
          `A page has at most ${maxPostsPerPage} posts; ${perPage} were asked for.`,
        );
      }
      const found = posts.all(
        "WHERE channel_id = ? AND delete_at = 0 " +
          `ORDER BY create_at DESC, seq DESC ${pageClause(page, perPage)}`,
        channelId,
      );
      return listOf(server, found, threadsOfReplies(server, found));
    },
    getPostsSince: ({ channelId, time }) => {
      // Deleted posts are in it too: a caller that keeps up with a channel needs to hear of them.
      const found = posts.all(
        "WHERE channel_id = ? AND update_at > ? ORDER BY create_at DESC, seq DESC LIMIT 1000",
        channelId,
        time,
      );
      const roots = found.filter(({ rootId }) => rootId !== "")
        .map(({ rootId }) => posts.get(rootId)).filter((post) => post !== undefined);
      return listOf(server, found, roots);
    },
    getPostsBefore: ({ channelId, postId, page, perPage }) =>
      around(server, "before", channelId, postId, page, perPage),
    getPostsAfter: ({ channelId, postId, page, perPage }) =>
      around(server, "after", channelId, postId, page, perPage),
  };
}

function around(
  server: Server,
  side: "before" | "after",
  channelId: string,
  postId: string,
  page: number,
  perPage: number,
): PostList {
  if (page < 0 || perPage < 0) {
    throw invalid(
      side === "before" ? "GetPostsBeforePost" : "GetPostsAfterPost",
      "app.post.get_posts_around.get.app_error",
      `Pages count from 0 and have 0 or more posts; asked for page ${page} with ${perPage}.`,
    );
  }
  const [sign, direction] = side === "before" ? ["<", "DESC"] : [">", "ASC"];
  const found = server.tables.posts.all(
    `WHERE channel_id = ? AND delete_at = 0 ` +
      `AND (create_at, seq) ${sign} (SELECT create_at, seq FROM posts WHERE id = ?) ` +
      `ORDER BY create_at ${direction}, seq ${direction} ${pageClause(page, perPage)}`,
    channelId,
    postId,
  );
  if (side === "after") found.reverse();
  return listOf(server, found, threadOf(server, found));
}

/** Every post of the threads that the replies among these belong to. */
function threadsOfReplies(server: Server, posts: readonly Post[]): Post[] {
  return threadOf(server, posts.filter(({ rootId }) => rootId !== ""));
}

/** Every post of the threads that these belong to. */
function threadOf(server: Server, posts: readonly Post[]): Post[] {
  const roots = [...new Set(posts.map((post) => post.rootId || post.id))];
  return roots.flatMap((root) =>
    server.tables.posts.all(
      "WHERE (id = ?1 OR root_id = ?1) AND delete_at = 0 ORDER BY create_at, seq",
      root,
    )
  );
}

function listOf(server: Server, order: readonly Post[], more: readonly Post[]): PostList {
  const posts: Record<string, Post> = {};
  for (const post of [...order, ...more]) posts[post.id] ??= withReplyCount(server, post);
  return create(PostListSchema, { order: order.map(({ id }) => id), posts });
}
