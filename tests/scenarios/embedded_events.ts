/** What a client of the embedded Mattermost would be told over its WebSocket. @module */
import { json, type WebsocketBroadcast } from "../../src/contract/mod.ts";
import type { EmbeddedEvent, EmbeddedMattermost } from "../../src/embedded/mod.ts";
import type { Heard, JsonObject } from "./target.ts";

/** The event as this user hears it; undefined if they do not. */
export function heardFrom(
  mattermost: EmbeddedMattermost,
  event: EmbeddedEvent,
  userId: string,
): Heard | undefined {
  const api = mattermost.api("com.example.audience");
  const inChannel = (channelId: string): boolean => {
    const perPage = 200;
    const request = { channelId, page: 0, perPage } as never;
    const members = api.getChannelMembers!(request, {} as never) as readonly { userId: string }[];
    return members.some((member) => member.userId === userId);
  };
  const inTeam = (teamId: string): boolean => {
    const request = { teamId, page: 0, perPage: 200 } as never;
    const members = api.getTeamMembers!(request, {} as never) as readonly { userId: string }[];
    return members.some((member) => member.userId === userId);
  };
  const hears = (to: WebsocketBroadcast): boolean => {
    if (to.userId !== "") return to.userId === userId;
    if (to.omitUsers.includes(userId)) return false;
    if (to.channelId !== "") return inChannel(to.channelId);
    return to.teamId === "" || inTeam(to.teamId);
  };
  switch (event.type) {
    case "custom":
      return hears(event.broadcast)
        ? { event: event.event, data: event.payload as JsonObject }
        : undefined;
    case "posted":
    case "post_edited":
    case "post_deleted":
      return inChannel(event.post.channelId) ? post(event.type, json(event.post)) : undefined;
    case "ephemeral_message": {
      if (event.userId !== userId) return undefined;
      const names = {
        posted: "ephemeral_message",
        edited: "post_edited",
        deleted: "post_deleted",
      };
      return post(names[event.change], json(event.post));
    }
    case "reaction_added":
    case "reaction_removed": {
      const { channelId = "", emojiName, userId: by } = event.reaction;
      const data = { emoji_name: emojiName, user_id: by };
      return inChannel(channelId) ? { event: event.type, data } : undefined;
    }
    case "open_dialog":
      return event.userId === userId
        ? { event: event.type, data: json(event.request) as JsonObject }
        : undefined;
    case "typing": {
      const data = { parent_id: event.rootId, user_id: event.userId };
      return event.userId !== userId && inChannel(event.channelId)
        ? { event: event.type, data }
        : undefined;
    }
    default:
      return undefined;
  }
}

/** What is compared of an event about a post. */
export function post(event: string, { message, channel_id, user_id, type }: JsonObject): Heard {
  return { event, data: { message, channel_id, user_id, type } as JsonObject };
}
