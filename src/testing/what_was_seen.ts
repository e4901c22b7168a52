/**
 * What a person has seen in a test, by the events that their clients heard.
 *
 * @module
 */
import type { Post } from "../contract/mod.ts";
import type { EmbeddedEvent } from "../embedded/events.ts";

/** The posts that one person alone sees, oldest first, as they stand after these events. */
export function ephemeralPosts(events: readonly EmbeddedEvent[], userId: string): Post[] {
  const posts = new Map<string, Post>();
  for (const event of events) {
    if (event.type !== "ephemeral_message" || event.userId !== userId) continue;
    if (event.change === "deleted") posts.delete(event.post.id);
    else posts.set(event.post.id, event.post);
  }
  return [...posts.values()];
}
