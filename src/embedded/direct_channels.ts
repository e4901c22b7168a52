import { create } from "@bufbuild/protobuf";
import { createHash } from "node:crypto";
import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import { type Channel, ChannelSchema, ChannelType } from "../contract/mod.ts";
import { invalid } from "./app_error.ts";
import { joinChannel } from "./channel_members.ts";
import { saveNewChannel } from "./channels.ts";
import type { Server } from "./server.ts";
import { getUser } from "./users.ts";

/** How many people a group channel has, at least and at most. */
const groupSize = { least: 3, most: 8 };

/** The API methods that give a conversation's channel, making it where there is none. */
export function directChannelMethods(server: Server): PluginAPIHandlers {
  return {
    getDirectChannel: ({ userId1, userId2 }) => getDirectChannel(server, userId1, userId2),
    getGroupChannel: ({ userIds }) => getGroupChannel(server, userIds),
  };
}

/** The channel between two users, or of one with themself. */
export function getDirectChannel(server: Server, userId1: string, userId2: string): Channel {
  const members = [...new Set([userId1, userId2])];
  for (const id of members) {
    if (!server.tables.users.get(id)) {
      throw invalid(
        "CreateDirectChannel",
        "api.channel.create_direct_channel.invalid_user.app_error",
        `There is no user with the id "${id}" to talk with.`,
      );
    }
  }
  const name = [userId1, userId2].sort().join("__");
  return existing(server, name) ??
    openConversation(
      server,
      members,
      create(ChannelSchema, { name, type: ChannelType.DIRECT, creatorId: userId1 }),
    );
}

/** The channel of three to eight users. */
function getGroupChannel(server: Server, userIds: readonly string[]): Channel {
  const members = [...new Set(userIds)].sort();
  if (members.length < groupSize.least || members.length > groupSize.most) {
    throw invalid(
      "CreateGroupChannel",
      "api.channel.create_group.bad_size.app_error",
      `A group channel has ${groupSize.least} to ${groupSize.most} members; ` +
        `${members.length} were named.`,
    );
  }
  if (members.some((id) => !server.tables.users.get(id))) {
    throw invalid(
      "CreateGroupChannel",
      "api.channel.create_group.bad_user.app_error",
      "One of the members of the group channel does not exist.",
      { detailedError: `user_ids=${JSON.stringify(members)}` },
    );
  }
  const name = createHash("sha1").update(members.join("")).digest("hex");
  const displayName = members.map((id) => getUser(server, id).username).sort().join(", ")
    .slice(0, 64);
  return existing(server, name) ??
    openConversation(
      server,
      members,
      create(ChannelSchema, { name, displayName, type: ChannelType.GROUP }),
    );
}

function existing(server: Server, name: string): Channel | undefined {
  return server.tables.channels.first("WHERE team_id = '' AND name = ?", name);
}

function openConversation(server: Server, members: readonly string[], draft: Channel): Channel {
  return server.database.transaction(() => {
    const channel = saveNewChannel(server, draft);
    for (const userId of members) joinChannel(server, channel.id, userId);
    return channel;
  });
}
