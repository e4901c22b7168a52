import { clone, create } from "@bufbuild/protobuf";
import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import { type Post, PostSchema } from "../contract/mod.ts";
import type { Server } from "./server.ts";

/** The API methods about posts that one user alone sees. They are sent and never kept. */
export function ephemeralPostMethods(server: Server): PluginAPIHandlers {
  return {
    sendEphemeralPost: ({ userId, post }) =>
      sendEphemeralPost(server, userId, post ?? create(PostSchema)),
    updateEphemeralPost: ({ userId, post: changed }) => {
      const post = clone(PostSchema, changed ?? create(PostSchema));
      post.type = "system_ephemeral";
      post.updateAt = BigInt(server.now());
      post.props ??= {};
      server.events.emit({ type: "ephemeral_message", change: "edited", userId, post });
      return post;
    },
    deleteEphemeralPost: ({ userId, postId }) => {
      const now = BigInt(server.now());
      const post = create(PostSchema, {
        id: postId,
        userId,
        type: "system_ephemeral",
        deleteAt: now,
        updateAt: now,
      });
      server.events.emit({ type: "ephemeral_message", change: "deleted", userId, post });
    },
  };
}

/** Shows a post to one user alone. */
export function sendEphemeralPost(server: Server, userId: string, draft: Post): Post {
  const post = clone(PostSchema, draft);
  post.type = "system_ephemeral";
  post.id ||= server.newId();
  post.createAt ||= BigInt(server.now());
  post.props ??= {};
  server.events.emit({ type: "ephemeral_message", change: "posted", userId, post });
  return post;
}
