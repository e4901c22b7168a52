import type { Post } from "../contract/mod.ts";
import { notFound } from "./app_error.ts";
import type { Server } from "./server.ts";

/**
 * A post that is not deleted.
 *
 * @throws {NotFoundError} When there is none.
 */
export function getPost(server: Server, postId: string, where = "GetSinglePost"): Post {
  const post = findPost(server, postId);
  if (post?.deleteAt === 0n) return post;
  throw notFound(
    where,
    "app.post.get.app_error",
    post ? `The post "${postId}" was deleted.` : `There is no post with the id "${postId}".`,
  );
}

/** A post, deleted or not, with the number of replies to it; undefined where there is none. */
export function findPost(server: Server, postId: string): Post | undefined {
  const post = server.tables.posts.get(postId);
  return post && withReplyCount(server, post);
}

/** Counts the replies of the thread that a post belongs to into it. */
export function withReplyCount(server: Server, post: Post): Post {
  post.replyCount = BigInt(
    server.tables.posts.count("WHERE root_id = ? AND delete_at = 0", post.rootId || post.id),
  );
  return post;
}
