import type { Channel, ChannelMember } from "../contract/mod.ts";
import { notFound } from "./app_error.ts";
import type { Server } from "./server.ts";

/**
 * A channel by id, archived or not.
 *
 * @throws {NotFoundError} When there is none.
 */
export function getChannel(server: Server, channelId: string): Channel {
  const channel = server.tables.channels.get(channelId);
  if (channel) return channel;
  throw notFound(
    "GetChannel",
    "app.channel.get.existing.app_error",
    `There is no channel with the id "${channelId}".`,
  );
}

/**
 * A channel by its team and its name in addresses.
 *
 * @throws {NotFoundError} When there is none, or when it is archived and that was not asked for.
 */
export function getChannelByName(
  server: Server,
  teamId: string,
  name: string,
  includeDeleted = false,
): Channel {
  const channel = server.tables.channels.first("WHERE team_id = ? AND name = ?", teamId, name);
  if (channel && (includeDeleted || channel.deleteAt === 0n)) return channel;
  throw notFound(
    "GetChannelByName",
    "app.channel.get_by_name.missing.app_error",
    `There is no channel with the name "${name}" in the team "${teamId}"` +
      (channel ? ", except an archived one." : "."),
  );
}

/**
 * A membership of a channel.
 *
 * @throws {NotFoundError} When this user is not in this channel.
 */
export function getChannelMember(
  server: Server,
  channelId: string,
  userId: string,
): ChannelMember {
  const member = server.tables.channelMembers.get(channelId, userId);
  if (member) return member;
  throw notFound(
    "GetChannelMember",
    "app.channel.get_member.missing.app_error",
    `The user "${userId}" is not in the channel "${channelId}".`,
  );
}
