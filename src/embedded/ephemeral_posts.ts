import { clone, create } from "@bufbuild/protobuf";
import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import { type Post, PostSchema } from "../contract/mod.ts";
import { addActionCookies } from "./action_cookies.ts";
import { nameActions, withoutIntegrations } from "./attachments.ts";
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
      addActionCookies(server, post);
      tell(server, "edited", userId, post);
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
      tell(server, "deleted", userId, post);
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
  nameActions(post, server.newId);
  addActionCookies(server, post);
  tell(server, "posted", userId, post);
  return post;
}

/** Tells the user's clients, but not where the post's actions lead. */
function tell(
  server: Server,
  change: "posted" | "edited" | "deleted",
  userId: string,
  given: Post,
): void {
  const post = clone(PostSchema, given);
  withoutIntegrations(post);
  server.events.emit({ type: "ephemeral_message", change, userId, post });
}
