import { create } from "@bufbuild/protobuf";
import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import { type ChannelMember, ChannelMemberSchema, ChannelType } from "../contract/mod.ts";
import { denied, invalid } from "./app_error.ts";
import { getChannel, getChannelMember } from "./find_channel.ts";
import { defaultChannelName, getTeamMember } from "./find_team.ts";
import { tellPlugins } from "./hooks.ts";
import { pageClause } from "./paging.ts";
import { requireRoles } from "./roles.ts";
import type { Server } from "./server.ts";
import { words } from "./text.ts";
import { getUser } from "./users.ts";

/** The API methods about who is in a channel. */
export function channelMemberMethods(server: Server): PluginAPIHandlers {
  const { channelMembers } = server.tables;
  return {
    addChannelMember: ({ channelId, userId }) => addChannelMember(server, channelId, userId),
    addUserToChannel: ({ channelId, userId, asUserId }) =>
      addChannelMember(server, channelId, userId, asUserId),
    deleteChannelMember: ({ channelId, userId }) => leaveChannel(server, channelId, userId),
    getChannelMember: ({ channelId, userId }) => getChannelMember(server, channelId, userId),
    getChannelMembers: ({ channelId, page, perPage }) =>
      channelMembers.all(
        `WHERE channel_id = ? ORDER BY user_id ${pageClause(page, perPage)}`,
        channelId,
      ),
    getChannelMembersByIds: ({ channelId, userIds }) =>
      userIds.map((userId) => channelMembers.get(channelId, userId))
        .filter((member) => member !== undefined),
    // The team is not looked at, as on a real server.
    getChannelMembersForUser: ({ userId, page, perPage }) =>
      channelMembers.all(
        `WHERE user_id = ? ORDER BY channel_id ${pageClause(page, perPage)}`,
        userId,
      ),
    updateChannelMemberRoles: ({ channelId, userId, newRoles }) => {
      const member = getChannelMember(server, channelId, userId);
      const roles = words(newRoles);
      requireRoles(roles, "UpdateChannelMemberRoles", "app.role.get_by_name.app_error");
      member.schemeUser = roles.includes("channel_user");
      member.schemeAdmin = roles.includes("channel_admin");
      member.roles = roles.join(" ");
      return save(server, member);
    },
    updateChannelMemberNotifications: ({ channelId, userId, notifications }) =>
      notify(server, channelId, userId, notifications),
    patchChannelMembersNotifications: ({ members, notifyProps }) => {
      for (const { channelId, userId } of members) notify(server, channelId, userId, notifyProps);
    },
  };
}

/**
 * Adds a user to a public or private channel; a member stays one.
 *
 * @param asUserId Who adds them, for the plugins that are told; `""` for themself.
 * @throws {NotFoundError} When there is no such channel or user, or the user is not in the team.
 */
export function addChannelMember(
  server: Server,
  channelId: string,
  userId: string,
  asUserId = "",
): ChannelMember {
  const channel = getChannel(server, channelId);
  const known = server.tables.channelMembers.get(channelId, userId);
  if (known) return known;
  const user = getUser(server, userId);
  if (user.deleteAt > 0n) {
    throw denied(
      "AddChannelMember",
      "app.channel.add_member.deleted_user.app_error",
      `The user "${user.username}" is deactivated and cannot be added to a channel.`,
    );
  }
  const actor = asUserId === "" ? {} : { actor: getUser(server, asUserId) };
  getTeamMember(server, channel.teamId, userId);
  if (channel.type !== ChannelType.OPEN && channel.type !== ChannelType.PRIVATE) {
    throw invalid(
      "AddUserToChannel",
      "api.channel.add_user_to_channel.type.app_error",
      "Nobody can be added to a direct or group channel.",
    );
  }
  const member = joinChannel(server, channelId, userId);
  tellPlugins(
    server,
    "userHasJoinedChannel",
    (hooks, pluginContext) =>
      hooks.userHasJoinedChannel({ pluginContext, channelMember: member, ...actor }),
  );
  return member;
}

/** Writes down a membership, without asking whether it may be. */
export function joinChannel(server: Server, channelId: string, userId: string): ChannelMember {
  return save(
    server,
    create(ChannelMemberSchema, {
      channelId,
      userId,
      roles: "channel_user",
      schemeUser: true,
      notifyProps: {
        desktop: "default",
        mark_unread: "all",
        push: "default",
        email: "default",
        ignore_channel_mentions: "default",
        channel_auto_follow_threads: "off",
      },
    }),
  );
}

function leaveChannel(server: Server, channelId: string, userId: string): void {
  const channel = getChannel(server, channelId);
  const user = getUser(server, userId);
  const { channelMembers } = server.tables;
  if (channel.type === ChannelType.DIRECT || channel.type === ChannelType.GROUP) {
    throw invalid(
      "LeaveChannel",
      "api.channel.leave.direct.app_error",
      "Nobody can leave a direct or group channel.",
    );
  }
  if (
    channel.type === ChannelType.PRIVATE &&
    channelMembers.count("WHERE channel_id = ?", channelId) === 1
  ) {
    throw invalid(
      "LeaveChannel",
      "api.channel.leave.last_member.app_error",
      "The last member of a private channel cannot leave it.",
      { detailedError: `userId=${userId}` },
    );
  }
  if (channel.name === defaultChannelName) {
    throw invalid(
      "RemoveUserFromChannel",
      "api.channel.remove.default.app_error",
      `Nobody can leave the channel "${defaultChannelName}": every member of the team is in it.`,
      { params: { Channel: defaultChannelName } },
    );
  }
  const member = getChannelMember(server, channelId, userId);
  channelMembers.remove(channelId, userId);
  tellPlugins(
    server,
    "userHasLeftChannel",
    (hooks, pluginContext) =>
      hooks.userHasLeftChannel({ pluginContext, channelMember: member, actor: user }),
  );
}

function notify(
  server: Server,
  channelId: string,
  userId: string,
  notifyProps: Readonly<Record<string, string>>,
): ChannelMember {
  const member = getChannelMember(server, channelId, userId);
  Object.assign(member.notifyProps, notifyProps);
  return save(server, member);
}

function save(server: Server, member: ChannelMember): ChannelMember {
  member.lastUpdateAt = BigInt(server.now());
  server.tables.channelMembers.put(member);
  return member;
}
